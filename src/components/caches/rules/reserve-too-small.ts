import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { DEFAULT_RESERVE_PERCENT, gibibytes, RESERVE_PARAMETERS, reserveOf } from '../memory.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const reserveTooSmall = defineRule<Caches>({
  code: 'cache/reserve-too-small',
  severity: 'warning',
  summary: 'a cache with snapshots or replicas keeps a quarter of its memory in reserve',
  why: 'while a snapshot is taken or a replica synchronises, what is written goes into the reserve; without enough of it the snapshot or the failover fails, or the node swaps',
  source: 'ElastiCache User Guide, "Managing reserved memory" (read 2026-11-27): 25 % as a rule of thumb',
  examples: {
    good: [
      stagingCache('parameters: {reserved-memory-percent: "25"}'),
      stagingCache('parameters: {reserved-memory: "3600000000"}'),
      stagingCache(
        'parameters: {reserved-memory-percent: "10"}',
        'replicasPerShard: 0',
        'snapshots: {retention: 0d}',
      ),
    ],
    bad: [
      stagingCache('parameters: {reserved-memory-percent: "10"}'),
      stagingCache('parameters: {reserved-memory-percent: "0"}', 'replicasPerShard: 0'),
      stagingCache('parameters: {reserved-memory: "0"}'),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report, { catalog, isWritten }) => {
    const { nodeType, parameters, replicasPerShard, replicaScaling, snapshots } = cache;
    const { maxmemoryBytes } = catalog.elasticacheNodeTypes.rows.get(nodeType) ?? {};
    const written = RESERVE_PARAMETERS.filter((name) => parameters.has(name));
    const [parameter] = written;
    // Of two reserves another rule tells.
    if (maxmemoryBytes === undefined || parameter === undefined || written.length > 1) return;
    const reserve = reserveOf(parameters, maxmemoryBytes);
    const least = (maxmemoryBytes * DEFAULT_RESERVE_PERCENT) / 100;
    if (!reserve || reserve.bytes >= Math.floor(least)) return;
    const hasReplicas = replicasPerShard > 0 || replicaScaling !== undefined;
    const hasSnapshots = snapshots.retention > 0;
    if (!hasReplicas && !hasSnapshots) return;
    const needs = [...(hasReplicas ? ['replicas'] : []), ...(hasSnapshots ? ['snapshots'] : [])].join(
      ' and ',
    );
    report({
      at: at('parameters', parameter),
      message: `${reserve.text} of the ${gibibytes(maxmemoryBytes)} of ${nodeType} are in reserve; with ${needs} it should be ${DEFAULT_RESERVE_PERCENT} %, ${gibibytes(least)}`,
      help: 'take the parameter away: a quarter is the default',
      related: [
        { message: 'the node type is set here', at: { path: at('nodeType') } },
        { message: 'the replicas', at: { path: at('replicasPerShard') } },
        { message: 'the snapshots', at: { path: at('snapshots', 'retention') } },
      ].filter((line) => isWritten(line.at.path)),
      suggestions: [
        {
          message: 'keep a quarter in reserve',
          replacement:
            parameter === 'reserved-memory' ? `"${Math.ceil(least)}"` : `"${DEFAULT_RESERVE_PERCENT}"`,
        },
      ],
    });
  }),
});
