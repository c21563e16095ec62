import { defineRule } from '../../compiler/rules/rule.ts';
import { ownedGroups, targetOf } from '../../components/cluster-autoscaler/groups.ts';
import type { Model } from '../../components/registry.ts';
import { example } from './example.ts';

export const notDeclared = defineRule<Model>({
  code: 'cluster-autoscaler/not-declared',
  severity: 'warning',
  summary: 'somebody has said who runs the Cluster Autoscaler that owns the groups of nodes',
  why: 'without one the groups keep their initial size whatever happens: Terraform leaves the number alone, and nobody else changes it',
  source: 'elastiform, spec language, "Ownership is a word" (2026-11-25)',
  examples: {
    good: [
      example(),
      example({ autoscaler: '{managedBy: elsewhere}' }),
      example({ autoscaler: 'null', size: '{min: 2, max: 2, owner: terraform}' }),
    ],
    bad: [example({ autoscaler: 'null' }), example({ autoscaler: 'false' })],
  },
  check(model, report, { isWritten }) {
    if (model.clusterAutoscaler) return;
    const [first, ...others] = ownedGroups(model);
    if (!first) return;
    const targets = [first, ...others].map(targetOf);
    report({
      at: [first.kind, first.key, 'size', 'owner'],
      message: `the owner of the size of ${targets.join(', ')} is cluster-autoscaler, and the spec has none`,
      help: 'write clusterAutoscaler: {expander: least-waste} to deploy it, or clusterAutoscaler: {managedBy: elsewhere} if it runs already',
      related: [
        ...(isWritten(['clusterAutoscaler'])
          ? [{ message: 'here it is switched off', at: { path: ['clusterAutoscaler'] } }]
          : []),
        ...others.map(({ kind, key }) => ({
          message: `the same owner`,
          at: { path: [kind, key, 'size', 'owner'] },
        })),
      ],
    });
  },
});
