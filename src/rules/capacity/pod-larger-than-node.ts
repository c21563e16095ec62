import { fitsSomewhere, type KnownPool, type Runner, sceneOf } from '../../capacity/scene.ts';
import { defineRule, type RuleContext } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { cluster } from './examples.ts';
import { shapeText } from './sentences.ts';

export const podLargerThanNode = defineRule<Model>({
  code: 'capacity/pod-larger-than-node',
  severity: 'error',
  summary: 'one pod fits on one node of a group that it may run on',
  why: 'the pod would stay Pending for ever: Cluster Autoscaler adds no node that would not help',
  source:
    'kubernetes/autoscaler, cluster-autoscaler FAQ "When does Cluster Autoscaler change the size of a cluster" (read 2026-11-25); allocatable capacity: awslabs/amazon-eks-ami@81fec2e8 (2026-07-23)',
  examples: {
    good: [cluster({ requests: '{cpu: 1730m, memory: 512Mi}', minReplicas: 2, maxReplicas: 4 })],
    bad: [
      cluster({ requests: '{cpu: 1900m, memory: 512Mi}' }),
      cluster({ requests: '{cpu: 100m, memory: 7Gi}' }),
    ],
  },
  check(model, report, { catalog, isWritten }) {
    for (const runner of sceneOf(model, catalog)?.runners ?? []) {
      const { pods, pools } = runner;
      // Nodes that are full before they have a pod are what no-room-for-pods is about.
      if (pods.most.count === 0 || fitsSomewhere(runner) || pools.some(isFull)) continue;
      const offers = pools.map(
        ({ name, node }) => `${name} (${node.instanceType}) offers ${shapeText(node.each)}`,
      );
      report({
        at: placeOf(runner, isWritten),
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

function isFull({ node: { each } }: KnownPool): boolean {
  return each.cpuMillicores <= 0 || each.memoryMib <= 0 || each.pods <= 0;
}

/** The one amount that no group offers, be it a request or the limit that stands for it; both together otherwise. */
function placeOf({ pods, pools }: Runner, isWritten: RuleContext['isWritten']): SpecPath {
  const resources = [...pods.path, 'resources'];
  const isTooMuch = (amount: 'cpuMillicores' | 'memoryMib') =>
    pools.every(({ node }) => pods.each[amount] > node.each[amount]);
  const tooMuch = [
    ...(isTooMuch('cpuMillicores') ? ['cpu'] : []),
    ...(isTooMuch('memoryMib') ? ['memory'] : []),
  ];
  const [name, ...others] = tooMuch;
  const whereOf = (...rest: readonly string[]) => [...resources, ...rest];
  if (name === undefined || others.length > 0)
    return ['cpu', 'memory'].some((each) => isWritten(whereOf('requests', each)))
      ? whereOf('requests')
      : whereOf('limits');
  return isWritten(whereOf('requests', name)) || !isWritten(whereOf('limits', name))
    ? whereOf('requests', name)
    : whereOf('limits', name);
}
