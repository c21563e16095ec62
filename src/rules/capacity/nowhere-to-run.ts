import { type NodePool, nodePools } from '../../capacity/node-pools.ts';
import { type Obstacle, obstacleOf } from '../../capacity/obstacle.ts';
import { type PodGroup, podGroups } from '../../capacity/pod-groups.ts';
import { defineRule, type Finding } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { cluster, pooler, USES_POOLER } from './examples.ts';

const taint = ', taints: {dedicated: {value: batch, effect: NoSchedule}}';

export const nowhereToRun = defineRule<Model>({
  code: 'capacity/nowhere-to-run',
  severity: 'error',
  summary: 'some group of nodes has the labels that the pods ask for, and no taint that they do not tolerate',
  why: 'the pods stay Pending for ever, and Cluster Autoscaler adds no node, for none would help',
  source:
    'kubernetes/website, assign-pod-node.md: a node must have every label of nodeSelector; taint-and-toleration.md: one taint left over is enough (read 2026-11-25); labels of nodes: well-known labels of Kubernetes, eks.amazonaws.com/capacityType of EKS',
  examples: {
    good: [
      cluster({ workload: ', nodeSelector: {workload: general}' }),
      cluster({ workload: ', nodeSelector: {kubernetes.io/arch: amd64}' }),
      // Labels with a prefix may come from anywhere.
      cluster({ workload: ', nodeSelector: {example.com/disk: ssd}' }),
      cluster({
        workload: ', nodeSelector: {disk: ssd}',
        start: 'foundation: {otherNodes: true}\n',
      }),
      cluster({ workload: USES_POOLER, more: pooler('nodeSelector: {workload: general}') }),
    ],
    bad: [
      cluster({ workload: ', nodeSelector: {disk: ssd}' }),
      cluster({ workload: ', nodeSelector: {workload: genral}' }),
      cluster({ workload: ', nodeSelector: {kubernetes.io/arch: arm64}' }),
      cluster({ workload: USES_POOLER, more: pooler('nodeSelector: {workload: databases}') }),
      cluster({
        group: taint,
        workload: `, tolerations: {dedicated: {}}${USES_POOLER}`,
        more: pooler('replicas: 2'),
      }),
    ],
  },
  check(model, report, { catalog }) {
    const pools = nodePools(model, catalog);
    if (pools.length === 0 || model.foundation.otherNodes) return;
    for (const pods of podGroups(model)) {
      if (pods.most.count === 0 || isToldElsewhere(pods, pools, model)) continue;
      const named = pods.demands.isRequired
        ? pools.filter(({ name }) => pods.demands.groups?.includes(name))
        : pools;
      const obstacles = named.flatMap((pool) => {
        const obstacle = obstacleOf(pods.demands, pool);
        return obstacle ? [{ ...obstacle, text: `${pool.name} ${obstacle.text}` }] : [];
      });
      if (obstacles.length < named.length || named.length === 0) continue;
      report({
        ...placeOf(pods, obstacles),
        message: `no group of nodes may run the pods: ${obstacles.map(({ text }) => text).join(', ')}`,
        help: 'give a group the labels that the pods ask for, or let the pods ask for those of a group and tolerate its taints',
        related: obstacles.map(({ text, path }) => ({ message: text, at: { path } })),
      });
    }
  },
});

/**
 * The tolerations where a group has the labels and only its taints are in the way; otherwise the label that no group
 * has, or its value where groups have others.
 */
function placeOf(
  { path, demands }: PodGroup,
  obstacles: readonly Obstacle[],
): Pick<Finding, 'at' | 'on' | 'suggestions'> {
  const labels = obstacles.flatMap(({ label }) => label ?? []);
  const [first] = labels;
  if (!first || obstacles.some(({ kind }) => kind === 'taint'))
    return { at: demands.tolerations ? [...path, 'tolerations'] : path, on: 'key' };
  const selector = [...path, 'nodeSelector'];
  if (labels.some(({ key }) => key !== first.key)) return { at: selector, on: 'key' };
  const at = [...selector, first.key];
  const values = labels.flatMap(({ found }) => found ?? []);
  if (values.length === 0) return { at, on: 'key' };
  const wanted = demands.nodeSelector?.get(first.key) ?? '';
  const [near] = didYouMean(wanted, values);
  return near === undefined
    ? { at }
    : { at, suggestions: [{ message: `did you mean ${near}?`, change: { path: at, value: near } }] };
}

/** What the rules about placement say already: no group tolerated, or a selector against all groups of the placement. */
function isToldElsewhere(
  { path, demands }: PodGroup,
  pools: readonly NodePool[],
  { workloads }: Model,
): boolean {
  const workload = path[0] === 'workloads' ? workloads.get(path[1] ?? '') : undefined;
  if (!workload) return false;
  if (!workload.placement)
    return pools.every((pool) => obstacleOf({ tolerations: demands.tolerations }, pool)?.kind === 'taint');
  const named = pools.filter(({ name }) => workload.placement?.groups.includes(name));
  return [...(workload.nodeSelector ?? [])].some(([key, value]) =>
    named.every(({ labels }) => labels.has(key) && labels.get(key) !== value),
  );
}
