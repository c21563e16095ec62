import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { cluster } from './examples.ts';
import { fitsSomewhere, sceneOf } from './scene.ts';
import { shapeText } from './sentences.ts';

export const podLargerThanNode = defineRule<Model>({
  code: 'capacity/pod-larger-than-node',
  severity: 'error',
  summary: 'one pod fits on one node of a group that it may run on',
  why: 'the pod would stay Pending for ever: Cluster Autoscaler adds no node that would not help',
  source:
    'kubernetes/autoscaler, cluster-autoscaler FAQ "When does Cluster Autoscaler change the size of a cluster" (read 2026-11-25); allocatable capacity: awslabs/amazon-eks-ami@81fec2e8 (2026-07-23)',
  examples: {
    good: [cluster({ requests: '{cpu: 1500m, memory: 512Mi}', minReplicas: 2, maxReplicas: 4 })],
    bad: [
      cluster({ requests: '{cpu: 1900m, memory: 512Mi}' }),
      cluster({ requests: '{cpu: 100m, memory: 7Gi}' }),
    ],
  },
  check(model, report, { catalog }) {
    for (const runner of sceneOf(model, catalog)?.runners ?? []) {
      const { pods, pools } = runner;
      if (pods.most.count === 0 || fitsSomewhere(runner)) continue;
      const offers = pools.map(
        ({ name, node }) => `${name} (${node.instanceType}) offers ${shapeText(node.each)}`,
      );
      report({
        at: [...pods.path, 'resources', 'requests'],
        message: `one pod asks for ${shapeText(pods.each)}, but ${offers.join(', ')} after the system and the DaemonSets`,
        help: 'ask for less, or use larger instance types',
        related: pools.map(({ name, path }) => ({
          message: `the instance types of ${name} are set here`,
          at: { path: [...path, 'instanceTypes'] },
        })),
      });
    }
  },
});
