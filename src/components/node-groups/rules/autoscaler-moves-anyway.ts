import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { NodeGroup, NodeGroups } from '../schema.ts';

export const autoscalerMovesAnyway = defineRule<NodeGroups>({
  code: 'node-groups/autoscaler-moves-anyway',
  severity: 'warning',
  summary: 'a node group that Terraform owns leaves Cluster Autoscaler no room',
  why: 'EKS tags the Auto Scaling group of every node group for the auto-discovery of Cluster Autoscaler, which then moves it between min and max, and each apply moves it back',
  source:
    'Amazon EKS user guide, "Managed node groups": "Amazon EKS tags managed node group resources so that they are configured to use the Kubernetes Cluster Autoscaler"',
  examples: {
    good: [example('{min: 3, max: 3, owner: terraform}'), example('{min: 2, max: 6}')],
    bad: [example('{min: 2, max: 6, initial: 3, owner: terraform}')],
  },
  check: eachItem<NodeGroup>('nodeGroups', ({ size: { owner, min, max } }, at, report) => {
    if (owner !== 'terraform' || min === max) return;
    report({
      at: at('size', 'owner'),
      message: `Terraform owns the size, but min ${min} and max ${max} let Cluster Autoscaler change it`,
      help: 'make min and max the same, or let owner be cluster-autoscaler',
      suggestions: [{ message: 'write cluster-autoscaler', replacement: 'cluster-autoscaler' }],
    });
  }),
});

function example(size: string): string {
  return `nodeGroups: {workers: {instanceTypes: [m6i.large], size: ${size}}}`;
}
