import type { Catalog } from '../../catalog/catalog.ts';
import { type EventFloor, eventFloors } from '../../traffic/events-floors.ts';
import { weekOf } from '../../util/calendar/week.ts';
import { compareText } from '../../util/compare.ts';
import type { Model } from '../registry.ts';
import { type OneOff, oneOffsOf, type TargetEvent } from './one-offs.ts';
import { boundsOf, plansOf, type TargetPlan } from './plan.ts';

/** What the events of the traffic do to one workload or group of nodes. */
export interface EventPlan {
  /** The week under the events; without changes where no schedule names the target. */
  readonly plan: TargetPlan;
  /** Those with a floor above something of the week, in the order in which they begin. */
  readonly events: readonly TargetEvent[];
  readonly oneOffs: readonly OneOff[];
}

/**
 * How late a job of a week may set its number: it is given up ten minutes after its time. Scheduled actions of AWS
 * keep their order.
 */
const SETTLE_MINUTES = 10;

/** Every target that some event raises, sorted. Rules, the preview and the output all read this one. */
export function eventPlansOf(model: Model, catalog: Catalog): readonly EventPlan[] {
  const found = known.get(model);
  if (found) return found;
  const floors = eventFloors(model, catalog).filter(({ isElastic }) => isElastic);
  const targets = [...new Set(floors.map(({ target }) => target))].sort(compareText);
  const made = targets.flatMap((target) => {
    const own = floors.filter((floor) => floor.target === target);
    return planOf(model, own) ?? [];
  });
  known.set(model, made);
  return made;
}

const known = new WeakMap<Model, readonly EventPlan[]>();

function planOf(model: Model, floors: readonly EventFloor[]): EventPlan | undefined {
  const [first] = floors;
  const plan = first && (weeklyPlan(model, first.target) ?? flatPlan(model, first));
  if (!plan) return undefined;
  const least = Math.min(...plan.week.values);
  const events = floors
    .filter(({ floor }) => floor > least)
    .map(({ event, kind, floor }) => {
      const lead = kind === 'workloads' ? event.leadOfPods : event.leadOfNodes;
      return { name: event.name, begin: event.begin - lead, end: event.end, lead, floor };
    });
  const oneOffs = oneOffsOf(plan, events, plan.kind === 'workloads' ? SETTLE_MINUTES : 0);
  return oneOffs.length === 0 ? undefined : { plan, events, oneOffs };
}

function weeklyPlan(model: Model, target: string): TargetPlan | undefined {
  return plansOf(model).find((plan) => plan.target === target);
}

/** The week of a target that no schedule names: its own number at every minute. */
function flatPlan(model: Model, { target, kind, key, event }: EventFloor): TargetPlan | undefined {
  const bounds = boundsOf(model, kind, key);
  if (!bounds) return undefined;
  const week = weekOf([], bounds.base);
  return { target, kind, key, timezone: event.timezone, ...bounds, windows: [], week, boundaries: [] };
}
