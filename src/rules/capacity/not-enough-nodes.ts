import { pack, podsPerNode } from '../../capacity/pack.ts';
import type { PodBatch } from '../../capacity/pod-batches.ts';
import { defineRule, type Report } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { cluster } from './examples.ts';
import {
  cpuText,
  fitsOn,
  type KnownPool,
  memoryText,
  poolsAt,
  poolsOf,
  type Scene,
  sceneOf,
  shapeText,
} from './scene.ts';

export const notEnoughNodes = defineRule<Model>({
  code: 'capacity/not-enough-nodes',
  severity: 'error',
  summary: 'the groups at their maximum hold all pods at their maximum',
  why: 'at the peak, when it matters, pods stay Pending although the autoscaler asked for them; the maximum that the spec promises does not exist',
  source:
    'published incident shape: two autoscalers of 20 and 50 pods on 6 nodes of 4 vCPU; allocatable capacity: awslabs/amazon-eks-ami@81fec2e8 (2026-07-23)',
  examples: {
    good: [
      cluster({ maxReplicas: 18 }),
      cluster({ maxReplicas: 100, start: 'foundation: {otherNodes: true}\n' }),
    ],
    bad: [
      cluster({ maxReplicas: 19 }),
      cluster({ maxReplicas: 12, min: 3, requests: '{cpu: 100m, memory: 3500Mi}' }),
      // Six nodes of four cores, 20 and 50 pods.
      cluster({
        types: '[m6i.xlarge]',
        maxReplicas: 20,
        more: ', web: {image: "registry.example.com/web:2.0.1", resources: {requests: {cpu: 500m, memory: 512Mi}}, autoscaling: {maxReplicas: 50, metrics: {cpu: {averageUtilization: 70%}}}, probes: {readiness: {path: /health, port: 8080}}}',
      }),
    ],
  },
  check(model, report, { catalog }) {
    const scene = sceneOf(model, catalog, 'largest');
    if (!scene || oneIsTooLarge(scene)) return;
    const placements = pack(poolsAt(scene.pools, 'max'), scene.batches);
    const left = scene.batches.filter(
      (batch, index) => placements[index]!.left > 0 && batch.pools.length > 0,
    );
    if (left.length > 0)
      tell(
        scene,
        left,
        placements.reduce((sum, each) => sum + each.left, 0),
        report,
      );
  },
});

/** Of a pod that fits on no node another rule tells. */
function oneIsTooLarge({ batches, pools }: Scene): boolean {
  return batches.some((batch) => {
    const own = poolsOf(batch, pools);
    return batch.count > 0 && own.length > 0 && !own.some((pool) => fitsOn(batch, pool));
  });
}

/** All pods that compete for the groups of those that find no room, and all that these groups offer. */
function tell({ batches, pools }: Scene, left: readonly PodBatch[], pods: number, report: Report): void {
  const names = new Set(left.flatMap((batch) => batch.pools));
  const rivals = batches.filter((batch) => batch.count > 0 && batch.pools.some((name) => names.has(name)));
  const offering = pools.filter(({ name }) => names.has(name));
  const largest = rivals.reduce((a, b) =>
    b.count * b.each.cpuMillicores > a.count * a.each.cpuMillicores ? b : a,
  );
  const asked = sum(rivals.map(({ count, each }) => times(each, count)));
  const offered = sum(offering.map(({ max, node }) => times(node.each, max)));
  report({
    at: largest.countPath,
    message: `${rivals.map(podsText).join(' and ')} ask for ${cpuText(asked.cpuMillicores)} CPU and ${memoryText(asked.memoryMib)} in all, but ${offering.map(nodesText).join(' and ')} offer ${cpuText(offered.cpuMillicores)} CPU and ${memoryText(offered.memoryMib)}: ${pods} of the pods find no node`,
    help: helpFor(left, offering),
    related: [
      ...rivals
        .filter((batch) => batch !== largest)
        .map(({ name, countPath }) => ({
          message: `the number of pods of ${name} is set here`,
          at: { path: countPath },
        })),
      ...offering.map(({ name, path }) => ({
        message: `the greatest number of nodes of ${name} is set here`,
        at: { path: [...path, 'size', 'max'] },
      })),
    ],
  });
}

interface Amount {
  readonly cpuMillicores: number;
  readonly memoryMib: number;
}

function times({ cpuMillicores, memoryMib }: Amount, count: number): Amount {
  return { cpuMillicores: cpuMillicores * count, memoryMib: memoryMib * count };
}

function sum(amounts: readonly Amount[]): Amount {
  return amounts.reduce(
    (a, b) => ({ cpuMillicores: a.cpuMillicores + b.cpuMillicores, memoryMib: a.memoryMib + b.memoryMib }),
    { cpuMillicores: 0, memoryMib: 0 },
  );
}

function podsText({ name, count, each }: PodBatch): string {
  return `${count} pods of ${name} (${shapeText(each)} each)`;
}

function nodesText({ name, max, node }: KnownPool): string {
  return `${max} nodes of ${name} (${node.instanceType}, ${shapeText(node.each)} each after the system and the DaemonSets)`;
}

/** How many more nodes are enough is only said where one kind of pod and one group are concerned. */
function helpFor(left: readonly PodBatch[], [pool, ...otherPools]: readonly KnownPool[]): string {
  const [batch, ...otherBatches] = left;
  if (!batch || !pool || otherBatches.length > 0 || otherPools.length > 0)
    return 'raise size.max of a group, use larger instance types, or lower maxReplicas';
  const perNode = podsPerNode(pool.node.each, batch.each);
  const nodes = Math.ceil(batch.count / perNode);
  return `a node holds ${perNode} of them: raise size.max of ${pool.name} to at least ${Math.max(nodes, pool.max + 1)}, or lower maxReplicas`;
}
