import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

export const reshardingIgnoresWindow = defineRule<Caches>({
  code: 'cache/resharding-ignores-window',
  severity: 'warning',
  summary: 'in cluster mode changes are applied immediately',
  why: 'the number of shards and replicas changes during the apply in any case, so the window holds back only a part, and every plan until then repeats it',
  source:
    'API model of elasticache in aws-sdk-elasticache 1.36.0, ModifyReplicationGroupShardConfigurationInput: "the only permitted value for this parameter is true" (read 2026-11-25); terraform-provider-aws sends it always',
  examples: {
    good: [stagingCache('shards: {initial: 4}'), stagingCache('changes: {apply: maintenance-window}')],
    bad: [stagingCache('shards: {initial: 4}', 'changes: {apply: maintenance-window}')],
  },
  check: eachItem<Cache>('caches', ({ clusterMode, changes }, at, report) => {
    if (clusterMode !== 'enabled' || changes.apply !== 'maintenance-window') return;
    report({
      at: at('changes', 'apply'),
      message: 'changes wait for the maintenance window, but resharding does not',
      help: 'leave changes.apply out, and apply when the load is low',
      suggestions: [removal(at('changes', 'apply'))],
    });
  }),
});
