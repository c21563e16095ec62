import { MINUTES_PER_DAY, parseClockRange, WEEKDAYS } from '../../util/calendar/clock-time.ts';
import { zoneProblem } from '../../util/calendar/time-zone.ts';
import {
  type Boundary,
  boundariesOf,
  type Week,
  type WeeklyWindow,
  weekOf,
} from '../../util/calendar/week.ts';
import type { Model } from '../registry.ts';
import type { Schedule } from './schema.ts';

/** Longer is no start of nodes any more, but another window; `schedule/lead-time-out-of-range` tells of it. */
export const LONGEST_LEAD_SECONDS = 4 * 3600;

export const TARGET_KINDS = ['workloads', 'autoScalingGroups', 'nodeGroups'] as const;
export type TargetKind = (typeof TARGET_KINDS)[number];

/** Everything that schedules do to one workload or group of nodes. */
export interface TargetPlan {
  /** As the spec says it: `workloads.api`. */
  readonly target: string;
  readonly kind: TargetKind;
  readonly key: string;
  /** Of the first schedule; a rule sees to it that the others have the same. */
  readonly timezone: string;
  /** The number outside of all windows: pods or nodes. */
  readonly base: number;
  readonly max: number;
  /** In the order of the schedules' names. */
  readonly windows: readonly WeeklyWindow[];
  readonly week: Week;
  readonly boundaries: readonly Boundary[];
}

/**
 * The calendar of every target that exists and has a least number that can move, sorted by target. Rules, the
 * preview and the output all read this one. Total: what rules refuse gives some plan, or none.
 */
export function plansOf(model: Model): readonly TargetPlan[] {
  const known = plans.get(model);
  if (known) return known;
  const made = targetsOf(model).flatMap((target) => planOf(model, target) ?? []);
  plans.set(model, made);
  return made;
}

const plans = new WeakMap<Model, readonly TargetPlan[]>();

/** All targets that some schedule names, whether they exist or not; sorted. */
function targetsOf({ schedules }: Model): readonly string[] {
  return [...new Set([...schedules.values()].flatMap(({ floors }) => [...floors.keys()]))].sort();
}

function planOf(model: Model, target: string): TargetPlan | undefined {
  const { kind, key } = parseTarget(target);
  const bounds = kind && boundsOf(model, kind, key);
  if (!kind || !bounds) return undefined;
  const own = [...model.schedules].filter(([, { floors }]) => floors.has(target));
  const timezone = own.map(([, schedule]) => schedule.timezone).find((zone) => !zoneProblem(zone));
  if (timezone === undefined) return undefined;
  const windows = own.flatMap(([name, schedule]) => windowOf(name, schedule, target, kind) ?? []);
  const week = weekOf(windows, bounds.base);
  return { target, kind, key, timezone, ...bounds, windows, week, boundaries: boundariesOf(week, windows) };
}

/** `workloads.api`; no kind where the word before the dot is none. */
export function parseTarget(target: string): { readonly kind: TargetKind | undefined; readonly key: string } {
  const [word = '', key = ''] = target.split('.');
  return { kind: TARGET_KINDS.find((kind) => kind === word), key };
}

/** The numbers that the item itself says; `undefined` where there is no such item, or none that can move. */
export function boundsOf(
  model: Model,
  kind: TargetKind,
  key: string,
): { readonly base: number; readonly max: number } | undefined {
  if (kind === 'workloads') {
    const autoscaling = model.workloads.get(key)?.autoscaling;
    return autoscaling && { base: autoscaling.minReplicas, max: autoscaling.maxReplicas };
  }
  const size = model[kind].get(key)?.size;
  return size && { base: size.min, max: size.max };
}

function windowOf(
  name: string,
  { window, days, leadTime, floors }: Schedule,
  target: string,
  kind: TargetKind,
): WeeklyWindow | undefined {
  const length = lengthOf(window);
  if (length === 0) return undefined;
  return {
    name,
    start: parseClockRange(window).start,
    length,
    days: WEEKDAYS.flatMap((day, index) => (days.includes(day) ? [index] : [])),
    value: floors.get(target) ?? 0,
    lead: kind === 'workloads' || leadTime > LONGEST_LEAD_SECONDS ? 0 : Math.floor(leadTime / 60),
  };
}

/** Minutes, 0 for a window that ends when it begins. */
export function lengthOf(window: string): number {
  const { start, end } = parseClockRange(window);
  return end >= start ? end - start : end + MINUTES_PER_DAY - start;
}
