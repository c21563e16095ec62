import { type Scene, sceneOf } from '../capacity/scene.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Traffic } from '../compiler/frame/traffic.ts';
import type { Model } from '../components/registry.ts';
import { type TrafficWorkload, trafficWorkloads } from '../traffic/pods-for.ts';
import { parseDate } from '../util/calendar/date.ts';
import { type EventDays, eventDays } from './event-days.ts';

/** An environment that says what traffic it has, and the facts that it is counted with. */
export interface Platform {
  readonly model: Model;
  readonly traffic: Traffic;
  readonly catalog: Catalog;
  /** Undefined when the nodes of the spec are not all there are, or there are none. */
  readonly scene: Scene | undefined;
  /** Those that follow the traffic, by key. */
  readonly workloads: ReadonlyMap<string, TrafficWorkload>;
  readonly events: readonly EventDays[];
  /** Day of `traffic.asOf`, as days since 1970-01-01. */
  readonly start: number;
}

/** Undefined for an environment without `traffic`, or whose `traffic.asOf` is no day (traffic/no-such-day tells of it). */
export function platformOf(model: Model, catalog: Catalog): Platform | undefined {
  const { traffic } = model;
  const start = traffic && parseDate(traffic.asOf);
  if (!traffic || start === undefined) return undefined;
  const workloads = new Map(trafficWorkloads(model, traffic).map((each) => [each.key, each]));
  return {
    model,
    traffic,
    catalog,
    scene: sceneOf(model, catalog),
    workloads,
    events: eventDays(traffic),
    start,
  };
}
