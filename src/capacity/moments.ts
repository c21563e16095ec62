import type { Model } from '../components/registry.ts';
import { plansOf, type TargetPlan } from '../components/schedules/plan.ts';
import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from '../util/calendar/clock-time.ts';
import { ZoneClock } from '../util/calendar/time-zone.ts';
import type { Count } from './node-pools.ts';

/** A time of the week, as far as schedules tell it from others. */
export interface Moment {
  /** Names of the windows that are on, sorted; empty outside of all. */
  readonly windows: readonly string[];
  /** By target (`workloads.api`): the floor of a window that is on. Other targets have their own least number. */
  readonly floors: ReadonlyMap<string, Count>;
}

/** Mondays in January and July 2026: both sides of daylight saving, on either half of the globe. */
const WEEKS = ['2026-01-12', '2026-07-13'].map((day) => Date.parse(day) / 60_000);

/** A moment, and how much of an ordinary week it takes. */
export interface MomentOfWeek {
  readonly moment: Moment;
  /** The mean of a week in winter and one in summer; those of all moments make 10,080. */
  readonly minutes: number;
}

/**
 * All combinations of floors that hold at some minute, each once, those of few windows first. Without schedules it is one, with no floors.
 * Windows of several time zones are laid over each other as they are in an ordinary week of winter and of summer;
 * the few weeks in which one zone has changed its clocks and another has not are left out.
 */
export function momentsOf(model: Model): readonly Moment[] {
  return weekOfMoments(model).map(({ moment }) => moment);
}

/** As {@link momentsOf}, with the minutes of each. */
export function weekOfMoments(model: Model): readonly MomentOfWeek[] {
  const plans = plansOf(model);
  const found = new Map<string, MomentOfWeek>();
  for (const monday of WEEKS) {
    const local = plans.map((plan) => ({ plan, offset: offsetOf(plan.timezone, monday) }));
    const changes = [...changesOf(local)].sort((a, b) => a - b);
    for (const [index, minute] of changes.entries()) {
      const moment = momentAt(local, minute);
      const key = JSON.stringify([...moment.floors]);
      const length = (changes[index + 1] ?? MINUTES_PER_WEEK) - minute;
      found.set(key, { moment, minutes: (found.get(key)?.minutes ?? 0) + length / WEEKS.length });
    }
  }
  return [...found.values()].sort((a, b) => a.moment.windows.length - b.moment.windows.length);
}

interface Local {
  readonly plan: TargetPlan;
  /** Minutes east of UTC. */
  readonly offset: number;
}

function offsetOf(timezone: string, instant: number): number {
  return new ZoneClock(timezone, instant, instant).offsetAt(instant);
}

/** Minutes of the week in UTC at which something changes, and the first. */
function changesOf(local: readonly Local[]): ReadonlySet<number> {
  const changes = local.flatMap(({ plan, offset }) =>
    plan.boundaries.flatMap(({ time, days }) =>
      days.map((day) => inWeek(day * MINUTES_PER_DAY + time - offset)),
    ),
  );
  return new Set([0, ...changes]);
}

function momentAt(local: readonly Local[], minute: number): Moment {
  const floors = new Map<string, Count>();
  const windows = new Set<string>();
  for (const { plan, offset } of local) {
    const at = inWeek(minute + offset);
    const window = plan.week.sources[at];
    const count = plan.week.values[at];
    if (window === undefined || count === undefined) continue;
    windows.add(window);
    floors.set(plan.target, { count, path: ['schedules', window, 'floors', plan.target] });
  }
  return { windows: [...windows].sort(), floors };
}

function inWeek(minute: number): number {
  return (minute + 2 * MINUTES_PER_WEEK) % MINUTES_PER_WEEK;
}
