import type { RelatedPlace } from '../../compiler/diagnostic.ts';
import { eachItem, type Report, type RuleContext } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { parseTarget, type TargetKind } from '../../components/schedules/plan.ts';
import type { Schedule } from '../../components/schedules/schema.ts';

/** As `eachItem`, for rules that look at the whole model because other kinds are in their examples. */
export function eachSchedule(
  check: (schedule: Schedule, at: (...path: string[]) => SpecPath, report: Report) => void,
): (model: Model, report: Report, context: RuleContext) => void {
  const each = eachItem<Schedule>('schedules', check);
  return ({ schedules }, report, context) => each(schedules, report, context);
}

/** Every floor of every schedule, with its path. */
export function eachFloor(
  check: (
    floor: {
      readonly schedule: Schedule;
      readonly name: string;
      readonly target: string;
      readonly value: number;
    },
    at: SpecPath,
    model: Model,
    report: Report,
  ) => void,
): (model: Model, report: Report) => void {
  return (model, report) => {
    for (const [name, schedule] of model.schedules) {
      for (const [target, value] of schedule.floors) {
        check({ schedule, name, target, value }, ['schedules', name, 'floors', target], model, report);
      }
    }
  };
}

/** Every workload or group of nodes that has floors, with their paths: what is wrong with it is told once. */
export function eachTarget(
  check: (
    target: { readonly target: string; readonly kind: TargetKind; readonly key: string },
    floors: readonly [SpecPath, ...SpecPath[]],
    model: Model,
    report: Report,
    context: RuleContext,
  ) => void,
): (model: Model, report: Report, context: RuleContext) => void {
  return (model, report, context) => {
    const found = new Map<string, [SpecPath, ...SpecPath[]]>();
    eachFloor(({ target }, at) => {
      const earlier = found.get(target);
      if (earlier) earlier.push(at);
      else found.set(target, [at]);
    })(model, report);
    for (const [target, floors] of found) {
      const { kind, key } = parseTarget(target);
      if (kind) check({ target, kind, key }, floors, model, report, context);
    }
  };
}

/** The floors beside the one that the finding is at. */
export function otherFloors([, ...others]: readonly SpecPath[]): readonly RelatedPlace[] {
  return others.map((path) => ({ message: 'another floor of it', at: { path, on: 'key' } }));
}
