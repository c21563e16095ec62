import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { cluster } from './examples.ts';
import { fitsOn, poolsOf, sceneOf, shapeText } from './scene.ts';

export const podLargerThanNode = defineRule<Model>({
  code: 'capacity/pod-larger-than-node',
  severity: 'error',
  summary: 'one pod fits on one node of a group that it may run on',
  why: 'the pod would stay Pending for ever: Cluster Autoscaler adds no node that would not help',
  source:
    'kubernetes/autoscaler, cluster-autoscaler FAQ "When does Cluster Autoscaler change the size of a cluster" (read 2026-11-25); allocatable capacity: awslabs/amazon-eks-ami@81fec2e8 (2026-07-23)',
  examples: {
    good: [
      cluster({ requests: '{cpu: 1500m, memory: 512Mi}', minReplicas: 2, maxReplicas: 6 }),
      cluster({ types: '[m99.large]', requests: '{cpu: "9", memory: 1Gi}' }),
    ],
    bad: [
      cluster({ requests: '{cpu: 1900m, memory: 512Mi}' }),
      cluster({ requests: '{cpu: 100m, memory: 7Gi}' }),
    ],
  },
  check(model, report, { catalog }) {
    const scene = sceneOf(model, catalog, 'largest');
    for (const batch of scene?.batches ?? []) {
      const pools = poolsOf(batch, scene!.pools);
      // That no group takes the pods is what the rules about placement say.
      if (pools.length === 0 || batch.count === 0 || pools.some((pool) => fitsOn(batch, pool))) continue;
      const offers = pools.map(
        ({ name, node }) => `${name} (${node.instanceType}) offers ${shapeText(node.each)}`,
      );
      report({
        at: [...batch.path, 'resources', 'requests'],
        message: `one pod asks for ${shapeText(batch.each)}, but ${offers.join(', ')} after the system and the DaemonSets`,
        help: 'ask for less, or use larger instance types',
        related: pools.map(({ name, path }) => ({
          message: `the instance types of ${name} are set here`,
          at: { path: [...path, 'instanceTypes'] },
        })),
      });
    }
  },
});
