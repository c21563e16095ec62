import type { Catalog } from '../catalog/catalog.ts';
import type { Model } from '../components/registry.ts';
import { type Counted, type Gauge, together, type Unknown } from './gauge.ts';
import { cacheGauges } from './gauges/cache-memory.ts';
import { connectionGauges } from './gauges/connections.ts';
import { databaseCpuGauges } from './gauges/database-cpu.ts';
import { edgeGauges } from './gauges/edge-requests.ts';
import { multiAzGauges } from './gauges/multi-az.ts';
import { nodeGauges } from './gauges/nodes.ts';
import { podGauges } from './gauges/pods.ts';
import { storageGauges } from './gauges/storage.ts';
import { horizonOf, type Instant, instantsOf } from './instant.ts';
import { type Load, loadAt } from './load.ts';
import { type Outlook, outlooksOf } from './outlook.ts';
import { type Platform, platformOf } from './platform.ts';
import type { Projected } from './projected.ts';

/** What the traffic of an environment will ask of it, and how long the spec allows that. */
export interface Projection {
  readonly environment: string;
  readonly platform: Platform;
  /** Days since 1970-01-01, the last one that is looked at. */
  readonly horizon: number;
  /** The days of the table in base growth, each with all figures, in the order of `gauges`. */
  readonly days: readonly ProjectedDay[];
  readonly gauges: readonly Gauge[];
  /** The first that breaks is the first. */
  readonly outlooks: readonly Outlook[];
  readonly unknown: readonly Unknown[];
}

export interface ProjectedDay {
  readonly instant: Instant;
  readonly load: Load;
  /** By id of the gauge. */
  readonly figures: ReadonlyMap<string, Projected>;
}

/**
 * @param months how far to look, and each of them as a day of the table; a year and the named dates when left out
 * @returns undefined for an environment without traffic
 */
export function projectionOf(model: Model, catalog: Catalog, months?: number): Projection | undefined {
  const platform = platformOf(model, catalog);
  if (!platform) return undefined;
  const { gauges, unknown } = gaugesOf(platform);
  const horizon = horizonOf(platform, months);
  return {
    environment: model.environment,
    platform,
    horizon,
    days: instantsOf(platform, months).map((instant) => ({
      instant,
      load: loadAt(platform, instant),
      figures: new Map(gauges.map((gauge) => [gauge.id, gauge.at(instant)])),
    })),
    gauges,
    outlooks: outlooksOf(platform, gauges, horizon),
    unknown,
  };
}

/** Everything that follows the traffic, in the order in which requests meet it. */
export function gaugesOf(platform: Platform): Counted {
  return together([
    ...proportionGap(platform),
    podGauges(platform),
    nodeGauges(platform),
    databaseCpuGauges(platform),
    multiAzGauges(platform),
    connectionGauges(platform),
    storageGauges(platform),
    cacheGauges(platform),
    edgeGauges(platform),
  ]);
}

/** Everything is counted in proportion to the traffic of today, so that nothing can be told where there is none. */
function proportionGap({ traffic }: Platform): readonly Counted[] {
  const paths = (['current', 'peak'] as const).filter((name) => traffic[name] === 0);
  if (paths.length === 0) return [];
  const why = `traffic.${paths[0]} is 0/min, and nothing grows in proportion to it; write what is measured, or expected on the first day`;
  return [{ gauges: [], unknown: [{ what: 'growth', why }] }];
}
