import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../catalog/catalog.ts';
import { maxConnections } from '../../catalog/rds/max-connections.ts';
import type { Suggestion } from '../../compiler/diagnostic.ts';
import type { SpecChange } from '../../compiler/edit/change-spec.ts';
import type { Finding, RuleContext } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { exceedDatabase } from './exceed-database.ts';

/** One workload and one pooler as far as connections are concerned, in the shape of the model. */
const client = fc.record({
  pods: fc.integer({ min: 0, max: 60 }),
  surgePercent: fc.integer({ min: 0, max: 100 }),
  poolSize: fc.integer({ min: 1, max: 60 }),
  isAutoscaled: fc.boolean(),
  via: fc.constantFrom('direct', 'pgbouncer'),
  databaseName: fc.constantFrom(undefined, 'app', 'reports'),
});
const pooler = fc.record({
  replicas: fc.integer({ min: 1, max: 5 }),
  maxDbConnections: fc.integer({ min: 1, max: 200 }),
});
const platforms = fc.record({
  clients: fc.array(client, { minLength: 1, maxLength: 3 }),
  pooler: fc.option(pooler, { nil: undefined }),
  className: fc.constantFrom('db.t3.micro', 'db.t3.medium', 'db.t3.large', 'db.m6g.large', 'db.r6g.4xlarge'),
  engine: fc.constantFrom('postgres' as const, 'mysql' as const),
});
type Platform = typeof platforms extends fc.Arbitrary<infer P> ? P : never;

function modelOf({ clients, pooler: pools, className, engine }: Platform): Model {
  const workloads = clients.map((each, index) => [
    `w${index}`,
    {
      ...(each.isAutoscaled
        ? { autoscaling: { minReplicas: 1, maxReplicas: each.pods } }
        : { replicas: each.pods }),
      rollout: { maxSurge: { unit: 'share', amount: each.surgePercent } },
      database: { ref: 'db', poolSize: each.poolSize, via: each.via, databaseName: each.databaseName },
    },
  ]);
  const connectionPooler = pools && { ...pools, reservePoolSize: 0 };
  const database = {
    engine,
    class: className,
    parameters: new Map(),
    parameterGroup: {},
    readReplicas: new Map(),
    connectionPooler,
  };
  return { workloads: new Map(workloads as never), databases: new Map([['db', database]]) } as never;
}

function findingsOf(model: Model): Finding[] {
  const findings: Finding[] = [];
  const context = { catalog: builtInCatalog, isWritten: () => true } as unknown as RuleContext;
  exceedDatabase.check(model, (finding) => findings.push(finding), context);
  return findings;
}

/** Opens every connection by itself. */
function countOpened({ clients, pooler: pools }: Platform): number {
  const opened: string[] = [];
  clients.forEach(({ pods, surgePercent, poolSize, via }, workload) => {
    if (via === 'pgbouncer') return;
    let extra = 0;
    while (extra * 100 < pods * surgePercent) extra += 1;
    for (let pod = 0; pod < pods + extra; pod += 1)
      for (let slot = 0; slot < poolSize; slot += 1) opened.push(`${workload}-${pod}-${slot}`);
  });
  const names = new Set(clients.filter(({ via }) => via === 'pgbouncer').map((each) => each.databaseName));
  for (let pod = 0; pools && pod < pools.replicas + 1; pod += 1)
    for (const name of names.size > 0 ? names : ['any'])
      for (let slot = 0; slot < pools.maxDbConnections; slot += 1)
        opened.push(`pooler-${pod}-${name}-${slot}`);
  return new Set(opened).size;
}

function slotsOf({ className, engine }: Platform): number {
  const { connections } = maxConnections(builtInCatalog.rdsClasses, engine, className)!;
  const kept = Math.max(10, Math.ceil(connections / 20));
  return connections - kept;
}

/** The model with one change of a suggestion, moved by `more`. */
function changed(
  model: Model,
  { path, value }: { path: readonly string[]; value: unknown },
  more = 0,
): Model {
  const copy = structuredClone(model);
  let inner: unknown = copy;
  const get = (map: unknown, key: string) =>
    map instanceof Map ? map.get(key) : (map as Record<string, unknown>)[key];
  for (const key of path.slice(0, -1)) inner = get(inner, key);
  const next = typeof value === 'number' ? value + more : value;
  (inner as Record<string, unknown>)[path.at(-1)!] = next;
  return copy;
}

const withValue = (change: SpecChange | undefined): change is SpecChange & { value: unknown } =>
  change !== undefined && 'value' in change;

describe('connections, counted one by one', () => {
  it('are too many exactly where the rule says so', () => {
    fc.assert(
      fc.property(platforms, (platform) => {
        const isTooMuch = countOpened(platform) > slotsOf(platform);
        expect(findingsOf(modelOf(platform))).toHaveLength(isTooMuch ? 1 : 0);
      }),
      { numRuns: 300 },
    );
  });

  it('fit with every value that is proposed, and with no greater one', () => {
    fc.assert(
      fc.property(platforms, (platform) => {
        const model = modelOf(platform);
        for (const { change } of findingsOf(model)[0]?.suggestions ?? ([] as Suggestion[])) {
          if (!withValue(change)) throw new Error('no value is proposed');
          expect(findingsOf(changed(model, change))).toEqual([]);
          if (typeof change.value === 'number') expect(findingsOf(changed(model, change, 1))).toHaveLength(1);
        }
      }),
      { numRuns: 300 },
    );
  });
});
