import { eachItem, type Report, type RuleContext } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
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
