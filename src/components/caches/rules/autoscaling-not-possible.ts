import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isAtLeast } from '../engine.ts';
import { hasDataTiering, partsOf } from '../node-type.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

/** @source ElastiCache User Guide, "Auto Scaling Valkey and Redis OSS clusters", read 2026-11-25 */
const FAMILIES = ['r7g', 'r6g', 'r6gd', 'r5', 'm7g', 'm6g', 'm5', 'c7gn'];
const SIZES = ['large', 'xlarge', '2xlarge'];
/** Redis versions from the same page; Valkey counts from 7.2, which is its first. */
const SINCE = { plain: '6.0', dataTiering: '7.0.7' };

export const autoscalingNotPossible = defineRule<Caches>({
  code: 'cache/autoscaling-not-possible',
  severity: 'error',
  summary: 'Application Auto Scaling handles cluster mode, newer engines, and nodes from large to 2xlarge',
  why: 'AWS refuses the scaling policy for any other cache',
  source:
    'ElastiCache User Guide, "Auto Scaling Valkey and Redis OSS clusters", prerequisites (read 2026-11-25)',
  examples: {
    good: [
      stagingCache('shards: {initial: 4, owner: application-auto-scaling, min: 2, max: 8}'),
      stagingCache(
        'nodeType: cache.m7g.2xlarge',
        'engine: valkey',
        'shards: {initial: 4}',
        'replicaScaling: {min: 1, max: 3}',
      ),
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
  check: eachItem<Cache>('caches', (cache, at, report) => {
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
    const since = hasDataTiering(nodeType) ? SINCE.dataTiering : SINCE.plain;
    if (!isAtLeast(cache, since)) {
      report({
        at: at('engineVersion'),
        message: `automatic scaling of ${owned} needs Redis ${since}; this is ${engineVersion}`,
        help: 'upgrade first, in an apply of its own',
        related,
      });
    }
    const { family, size } = partsOf(nodeType);
    if (!FAMILIES.includes(family) || !SIZES.includes(size)) {
      const isFamily = !FAMILIES.includes(family);
      report({
        at: at('nodeType'),
        message: isFamily
          ? `automatic scaling does not handle nodes of the family ${family}`
          : `automatic scaling does not handle nodes of the size ${size}`,
        help: isFamily ? `families: ${FAMILIES.join(', ')}` : `sizes: ${SIZES.join(', ')}`,
        related,
      });
    }
  }),
});
