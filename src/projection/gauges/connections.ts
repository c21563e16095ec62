import type { SpecPath } from '../../compiler/spec-path.ts';
import {
  type Database,
  type Demand,
  demandOfPooler,
  demandsOfWorkloads,
} from '../../rules/connections/demand.ts';
import { supplyOf } from '../../rules/connections/supply.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { distinctPaths } from '../distinct-paths.ts';
import { type Counted, type Gauge, NOTHING, remembering, together } from '../gauge.ts';
import type { Instant } from '../instant.ts';
import type { Platform } from '../platform.ts';
import type { Projected } from '../projected.ts';
import { podsAt } from './pods.ts';
import { raiseSupply } from './raise-supply.ts';

/**
 * Connections at the worst moment of a day, while a new version rolls out: at databases, and at their poolers. They are
 * counted as the rules `connection/…` do, with the pods of the day in place of the most that there may be.
 */
export function connectionGauges(platform: Platform): Counted {
  return together(
    [...platform.model.databases].flatMap(([key, database]) => [
      atDatabase(platform, key, database),
      atPooler(platform, key, database),
    ]),
  );
}

function atDatabase(platform: Platform, key: string, database: Database): Counted {
  const { model, catalog } = platform;
  const pooler = demandOfPooler(model, key, database);
  const direct = demandsOfWorkloads(model, key, 'direct');
  if (direct.length === 0 && !pooler) return NOTHING;
  const supply = supplyOf(catalog, database, key, database.class, ['databases', key, 'class']);
  const gauge: Gauge = {
    id: `databases.${key}.connections`,
    what: `connections of ${key}`,
    at: remembering((instant) => openedOn(platform, direct, instant, pooler)),
  };
  if (!supply.isKnown)
    return { gauges: [gauge], unknown: [{ what: `connections that ${key} gives`, why: supply.reason }] };
  const { connections, working } = supply;
  return {
    gauges: [
      {
        ...gauge,
        limit: {
          path: supply.path,
          most: connections,
          text: `${working} connections`,
          raise: (greatest) => raiseSupply(platform, key, supply, greatest),
        },
      },
    ],
    unknown: [],
  };
}

function atPooler({ model, ...rest }: Platform, key: string, { connectionPooler }: Database): Counted {
  const platform = { model, ...rest };
  const demands = demandsOfWorkloads(model, key, 'pgbouncer');
  if (!connectionPooler || demands.length === 0) return NOTHING;
  const { maxClientConnections, replicas } = connectionPooler;
  const path = ['databases', key, 'connectionPooler', 'maxClientConnections'];
  const gauge: Gauge = {
    id: `databases.${key}.connectionPooler.clients`,
    what: `clients of the pooler of ${key}`,
    at: remembering((instant) => openedOn(platform, demands, instant)),
    limit: {
      path,
      most: maxClientConnections * replicas,
      text: `${grouped(maxClientConnections)} × ${replicas} pods = ${grouped(maxClientConnections * replicas)} clients`,
      raise: ({ value, formula }) => {
        const each = Math.ceil(value / replicas);
        return {
          text: grouped(each),
          formula: `${formula}; ⌈${grouped(value)} ÷ ${replicas} pods⌉ = ${grouped(each)}`,
          changes: [{ path, value: each, rank: each }],
        };
      },
    },
  };
  return { gauges: [gauge], unknown: [] };
}

/** @param pooler what it opens itself, which does not follow the traffic */
function openedOn(
  platform: Platform,
  demands: readonly Demand[],
  instant: Instant,
  pooler?: Demand,
): Projected {
  const parts = demands.map(({ who, size, surge, sizePath, podsPath, connections, working }) => {
    const pods = podsAt(platform, who, instant);
    if (!pods) return { connections, working, inputs: [podsPath, sizePath] };
    const more = surge(pods.value);
    return {
      connections: (pods.value + more) * size,
      working: `(${pods.text} + ${grouped(more)} pods) × ${grouped(size)}`,
      inputs: [...pods.inputs, ['workloads', who, 'rollout', 'maxSurge'], sizePath] as SpecPath[],
    };
  });
  if (pooler) parts.push({ ...pooler, inputs: [pooler.podsPath, pooler.sizePath] });
  const value = parts.reduce((sum, each) => sum + each.connections, 0);
  return {
    value,
    formula: `${parts.map(({ working }) => working).join(' + ')} = ${grouped(value)}`,
    inputs: distinctPaths(parts.flatMap(({ inputs }) => inputs)),
    unit: 'connections',
    text: grouped(value),
  };
}
