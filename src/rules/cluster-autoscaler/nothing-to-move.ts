import { defineRule } from '../../compiler/rules/rule.ts';
import { removal } from '../../compiler/rules/suggestions.ts';
import { ownedGroups } from '../../components/cluster-autoscaler/groups.ts';
import type { Model } from '../../components/registry.ts';
import { example } from './example.ts';

export const nothingToMove = defineRule<Model>({
  code: 'cluster-autoscaler/nothing-to-move',
  severity: 'warning',
  summary: 'some group of nodes belongs to the Cluster Autoscaler that is deployed',
  why: 'it finds groups by their tags, which groups with another owner do not have, and then does nothing',
  source:
    'kubernetes/autoscaler, cluster-autoscaler/cloudprovider/aws/README.md, "Auto-Discovery Setup" (read 2026-11-25)',
  examples: {
    good: [example()],
    bad: [
      example({ size: '{min: 2, max: 2, owner: terraform}' }),
      'clusterAutoscaler: {managedBy: elastiform}',
    ],
  },
  check(model, report) {
    if (model.clusterAutoscaler?.managedBy !== 'elastiform' || ownedGroups(model).length > 0) return;
    report({
      at: ['clusterAutoscaler'],
      on: 'key',
      message: 'no group of nodes has the owner cluster-autoscaler',
      help: 'let size.owner of a group be cluster-autoscaler, or remove clusterAutoscaler',
      suggestions: [removal(['clusterAutoscaler'])],
    });
  },
});
