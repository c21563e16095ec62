import { elasticacheFamilyOf } from '../../../catalog/elasticache/families.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isAtLeast } from '../engine.ts';
import { hasDataTiering, isBurstable, partsOf } from '../node-type.ts';
import type { Cache, Caches } from '../schema.ts';
import { AUTO_SCALED_SIZES } from './autoscaling-facts.ts';
import { stagingCache } from './cache-example.ts';

/** Redis versions from the page of `source`; Valkey counts from 7.2, which is its first. */
const SINCE = { plain: '6.0', dataTiering: '7.0.7' };

export const autoscalingNotPossible = defineRule<Caches>({
  code: 'cache/autoscaling-not-possible',
  severity: 'error',
  summary: 'Application Auto Scaling handles cluster mode, newer engines, and nodes from large to 2xlarge',
  why: 'AWS refuses the scaling policy for any other cache',
  source:
    'ElastiCache User Guide, "Auto Scaling Valkey and Redis OSS clusters", prerequisites (read 2026-11-27; translations of it list newer families than the English copy); the table elasticacheFamilies of the catalog',
  examples: {
    good: [
      stagingCache('shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 8}'),
      stagingCache(
        'nodeType: cache.m7g.2xlarge',
        'engine: valkey',
        'shards: {initial: 4}',
        'replicaScaling: {min: 1, max: 3}',
      ),
      // Newer than the catalog.
      stagingCache('nodeType: cache.r99g.large', 'shards: {initial: 4}', 'replicaScaling: {min: 1, max: 3}'),
    ],
    bad: [
      stagingCache('replicaScaling: {min: 1, max: 3}'),
      stagingCache(
        'engineVersion: "5.0.6"',
        'shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 8}',
      ),
      stagingCache(
        'nodeType: cache.t4g.medium',
        'shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 8}',
      ),
      stagingCache('nodeType: cache.r6g.4xlarge', 'shards: {initial: 4}', 'replicaScaling: {min: 1, max: 3}'),
      stagingCache(
        'nodeType: cache.r6gd.xlarge',
        'engineVersion: "6.2"',
        'shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 8}',
      ),
    ],
  },
  check: eachItem<Cache>('caches', (cache, at, report, { catalog }) => {
    const { shards, replicaScaling, clusterMode, nodeType, engineVersion } = cache;
    const areShardsAutomatic = shards?.owner === 'application-auto-scaling';
    if (!areShardsAutomatic && !replicaScaling) return;
    const owned = areShardsAutomatic ? 'the shards' : 'the replicas';
    const related = [
      {
        message: `Application Auto Scaling owns ${owned}`,
        at: { path: areShardsAutomatic ? at('shards', 'owner') : at('replicaScaling') },
      },
    ];
    if (clusterMode !== 'enabled') {
      report({
        at: at('clusterMode'),
        message: `clusterMode is ${clusterMode}; automatic scaling of ${owned} needs it enabled`,
        help: 'write shards, if only one, or leave the scaling to Terraform',
        related,
      });
    }
    const since = hasDataTiering(catalog, nodeType) ? SINCE.dataTiering : SINCE.plain;
    if (!isAtLeast(cache, since)) {
      report({
        at: at('engineVersion'),
        message: `automatic scaling of ${owned} needs Redis ${since}; this is ${engineVersion}`,
        help: 'upgrade first, in an apply of its own',
        related,
      });
    }
    const { family, size } = partsOf(nodeType);
    const known = catalog.elasticacheFamilies.rows.get(elasticacheFamilyOf(nodeType));
    // A family that is newer than the catalog gets the benefit of the doubt; a burstable one never had it.
    const isFamily = known?.hasAutoScaling ?? !isBurstable(nodeType);
    if (isFamily && AUTO_SCALED_SIZES.includes(size)) return;
    const families = [...catalog.elasticacheFamilies.rows]
      .filter(([, { hasAutoScaling }]) => hasAutoScaling)
      .map(([name]) => name.replace('cache.', ''));
    report({
      at: at('nodeType'),
      message: isFamily
        ? `automatic scaling does not handle nodes of the size ${size}`
        : `automatic scaling does not handle nodes of the family ${family}`,
      help: isFamily ? `sizes: ${AUTO_SCALED_SIZES.join(', ')}` : `families: ${families.join(', ')}`,
      related,
    });
  }),
});
