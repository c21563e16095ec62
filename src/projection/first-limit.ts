import type { Catalog } from '../catalog/catalog.ts';
import type { Model } from '../components/registry.ts';
import type { Break, Gauge, Limit, Raise } from './gauge.ts';
import { platformOf } from './platform.ts';
import { gaugesOf } from './projection.ts';
import { dayByDay } from './search.ts';
import { stretchesOf } from './stretches.ts';

export interface NearLimit {
  readonly gauge: Gauge;
  readonly limit: Limit;
  readonly found: Break;
  /** What holds for those days; undefined for groups of nodes, which are raised together. */
  readonly raise: Raise | undefined;
}

/**
 * The limit that base growth breaks first within some days, if there is one, without the rest of the projection.
 * Events are left out: they have rules of their own, as have a single zone, and caches and buckets that are too small
 * for the load of today.
 *
 * @param today days since 1970-01-01; days before asOf are not looked at
 */
export function firstLimitWithin(
  model: Model,
  catalog: Catalog,
  today: number,
  days: number,
): NearLimit | undefined {
  const whole = platformOf(model, catalog);
  if (!whole) return undefined;
  const platform = { ...whole, events: [] };
  const stretches = stretchesOf(platform, Math.max(today, platform.start) + days, 'base');
  const near = gaugesOf(platform).gauges.flatMap((gauge): NearLimit[] => {
    const { limit, search } = gauge;
    if (!limit || gauge.id.endsWith('.multiAz')) return [];
    const { firstBreak, greatest } = search ?? dayByDay(gauge, limit);
    const found = firstBreak(stretches);
    if (!found || (/^(?:caches|edge)\./.test(gauge.id) && found.instant.day <= platform.start)) return [];
    return [{ gauge, limit, found, raise: limit.raise?.(greatest(stretches)) }];
  });
  return near.sort((a, b) => a.found.instant.day - b.found.instant.day)[0];
}
