import type { SpecPlace } from '../../compiler/diagnostic.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import { type Group, groupsOf, ownedGroups, targetOf } from '../../components/cluster-autoscaler/groups.ts';
import { homesOf, type Obstacle, obstacleTo } from '../../components/cluster-autoscaler/home.ts';
import type { Model } from '../../components/registry.ts';
import { example } from './example.ts';

const TAINTED = ', taints: {capacity: {value: spot, effect: NoSchedule}}';

export const noHome = defineRule<Model>({
  code: 'cluster-autoscaler/no-home',
  severity: 'warning',
  summary: 'some group always has a node on which Cluster Autoscaler may run',
  why: 'its own pods are pods too: when they find no node, nobody is left to add one',
  source:
    'kubernetes/autoscaler@000ac4a, cluster-autoscaler/README.md, "Deployment": on worker nodes "extra care needs to be taken to ensure that Cluster Autoscaler remains up and running" (read 2026-11-25)',
  examples: {
    good: [
      example(),
      example({ autoscaler: '{managedBy: elsewhere}', size: '{min: 0, max: 6}' }),
      example({
        group: TAINTED,
        autoscaler: '{managedBy: elastiform, tolerations: {capacity: {value: spot}}}',
      }),
      example({
        group: ', labels: {workload: general}',
        autoscaler: '{managedBy: elastiform, nodeSelector: {workload: general}}',
      }),
    ],
    bad: [
      example({ size: '{min: 0, max: 6}' }),
      example({ group: TAINTED }),
      example({ autoscaler: '{managedBy: elastiform, nodeSelector: {workload: general}}' }),
    ],
  },
  check(model, report) {
    const { clusterAutoscaler } = model;
    if (clusterAutoscaler?.managedBy !== 'elastiform' || ownedGroups(model).length === 0) return;
    if (homesOf(clusterAutoscaler, model).length > 0) return;
    report({
      at: ['clusterAutoscaler'],
      on: 'key',
      message: `none of ${groupsOf(model).map(targetOf).join(', ')} has a min above 0, the labels of nodeSelector and no taint that its pods do not tolerate`,
      help: 'give one of them a min of 1, or write clusterAutoscaler.tolerations or nodeSelector for it',
      related: groupsOf(model).flatMap((group) => {
        const obstacle = obstacleTo(clusterAutoscaler, group);
        return obstacle ? [{ ...OBSTACLES[obstacle], at: placeOf(obstacle, group) }] : [];
      }),
    });
  },
});

const OBSTACLES = {
  min: { message: 'may have no node at all' },
  labels: { message: 'lacks the labels of nodeSelector' },
  taints: { message: 'has a taint that its pods do not tolerate' },
} as const;

function placeOf(obstacle: Obstacle, { kind, key }: Group): SpecPlace {
  return obstacle === 'min'
    ? { path: [kind, key, 'size', 'min'] }
    : { path: [kind, key, obstacle], on: 'key' };
}
