import { compareText } from '../util/compare.ts';
import { type Batch, FirstFit, type Placement, type Pool } from './first-fit.ts';

/**
 * Packs pods onto nodes, first-fit decreasing as Cluster Autoscaler estimates, in several orders until one leaves
 * no pod: by size, and then with those first that were left before. Identical nodes are handled together, so that
 * the time depends on the number of batches and not on the number of pods.
 *
 * It never places a pod that does not fit. It may leave one that a cleverer packing would place; how seldom, its
 * test says.
 *
 * @returns in the order of the batches given
 */
export function pack(pools: readonly Pool[], batches: readonly Batch[]): readonly Placement[] {
  return packing(pools, batches).placements;
}

/** Pods that have found their places, or not, and the nodes with them. */
export interface Packing {
  readonly placements: readonly Placement[];
  readonly nodes: FirstFit;
}

export function packing(pools: readonly Pool[], batches: readonly Batch[]): Packing {
  const size = sizeIn(pools);
  let best: Packing | undefined;
  for (const order of ORDERS) {
    let queue = [...batches].sort(order(size));
    for (let round = 0; round < ROUNDS; round += 1) {
      const found = packInOrder(pools, batches, queue);
      if (!best || leftOf(found.placements) < leftOf(best.placements)) best = found;
      if (leftOf(best.placements) === 0) return best;
      const behind = new Set(batches.filter((_, index) => found.placements[index]!.left > 0));
      const next = [
        ...queue.filter((batch) => behind.has(batch)),
        ...queue.filter((batch) => !behind.has(batch)),
      ];
      if (next.every((batch, index) => batch === queue[index])) break;
      queue = next;
    }
  }
  return best!;
}

const ROUNDS = 4;

/** Pods that found no node, of all batches. */
export function leftOf(placements: readonly Placement[]): number {
  return placements.reduce((sum, { left }) => sum + left, 0);
}

type Order = (a: Batch, b: Batch) => number;
type Size = (batch: Batch) => number;

/** Pods that must be even want empty nodes; pods with few choices must not find them taken; large ones come first. */
const even: Order = (a, b) => Number(b.isEven ?? false) - Number(a.isEven ?? false);
const choices: Order = (a, b) => a.pools.length - b.pools.length;
const cpu: Order = (a, b) => b.each.cpuMillicores - a.each.cpuMillicores;
const memory: Order = (a, b) => b.each.memoryMib - a.each.memoryMib;
const byName: Order = (a, b) => compareText(a.name, b.name);

const ORDERS: readonly ((size: Size) => Order)[] = [
  () => chain(choices, cpu, memory, byName),
  () => chain(choices, memory, cpu, byName),
  (size) => chain(even, choices, largest(size), byName),
  (size) => chain(largest(size), choices, byName),
];

function chain(...orders: readonly Order[]): Order {
  return (a, b) => {
    for (const order of orders) {
      const result = order(a, b);
      if (result !== 0) return result;
    }
    return 0;
  };
}

function largest(size: Size): Order {
  return (a, b) => size(b) - size(a);
}

/** CPU and memory as shares of the largest node, added: Cluster Autoscaler's score. */
function sizeIn(pools: readonly Pool[]): Size {
  const most = (key: 'cpuMillicores' | 'memoryMib') => Math.max(1, ...pools.map(({ each }) => each[key]));
  const [cpuMillicores, memoryMib] = [most('cpuMillicores'), most('memoryMib')];
  return ({ each }) => each.cpuMillicores / cpuMillicores + each.memoryMib / memoryMib;
}

function packInOrder(pools: readonly Pool[], batches: readonly Batch[], queue: readonly Batch[]): Packing {
  const nodes = new FirstFit(pools);
  const done = new Map(queue.map((batch) => [batch, nodes.place(batch)]));
  return { placements: batches.map((batch) => done.get(batch)!), nodes };
}
