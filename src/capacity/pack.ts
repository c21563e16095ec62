import { compareText } from '../util/compare.ts';

/** What one node offers, or what one pod asks for (then `pods` is 1). */
export interface Shape {
  readonly cpuMillicores: number;
  readonly memoryMib: number;
  readonly pods: number;
}

/** Nodes of one shape. */
export interface Pool {
  readonly name: string;
  readonly nodes: number;
  /** What is left of a node for the pods of the spec: its allocatable less DaemonSets. */
  readonly each: Shape;
}

/** Pods that are all alike. */
export interface Batch {
  readonly name: string;
  readonly count: number;
  readonly each: Shape;
  /** Names of the pools that the pods can run on, those that they prefer first. */
  readonly pools: readonly string[];
}

/** Where the pods of a batch went. */
export interface Placement {
  readonly batch: string;
  /** Pods by pool, in the order of the pools that took any. */
  readonly placed: ReadonlyMap<string, number>;
  /** Pods that found no node. */
  readonly left: number;
}

/** Nodes of one pool that have the same room left. */
interface Bucket {
  nodes: number;
  cpuMillicores: number;
  memoryMib: number;
  pods: number;
}

/**
 * Packs pods onto nodes: batches with the fewest choices first, then large pods before small ones, each onto the
 * fullest node that has room (first-fit decreasing, as Cluster Autoscaler estimates). Identical nodes are handled
 * together, so that the time depends on the number of batches and not on the number of pods.
 *
 * It may leave a pod that a cleverer packing would place, and never places one that does not fit.
 *
 * @returns in the order of the batches given
 */
export function pack(pools: readonly Pool[], batches: readonly Batch[]): readonly Placement[] {
  const buckets = new Map<string, Bucket[]>(
    pools.map(({ name, nodes, each }) => [name, nodes > 0 ? [{ nodes, ...each }] : []]),
  );
  const done = new Map<Batch, Placement>();
  for (const batch of [...batches].sort(firstToPlace)) {
    const placed = new Map<string, number>();
    let left = batch.count;
    for (const name of batch.pools) {
      const before = left;
      left = fill(buckets.get(name) ?? [], batch.each, left);
      if (left < before) placed.set(name, before - left);
    }
    done.set(batch, { batch: batch.name, placed, left });
  }
  return batches.map((batch) => done.get(batch)!);
}

/** How many pods of a shape one empty node holds; 0 when not even one fits. */
export function podsPerNode(node: Shape, pod: Shape): number {
  const byCpu = pod.cpuMillicores === 0 ? Number.POSITIVE_INFINITY : node.cpuMillicores / pod.cpuMillicores;
  const byMemory = pod.memoryMib === 0 ? Number.POSITIVE_INFINITY : node.memoryMib / pod.memoryMib;
  return Math.max(0, Math.floor(Math.min(byCpu, byMemory, node.pods / pod.pods)));
}

function firstToPlace(a: Batch, b: Batch): number {
  return (
    a.pools.length - b.pools.length ||
    b.each.cpuMillicores - a.each.cpuMillicores ||
    b.each.memoryMib - a.each.memoryMib ||
    compareText(a.name, b.name)
  );
}

/** @returns how many pods found no room */
function fill(buckets: Bucket[], pod: Shape, count: number): number {
  let left = count;
  const full: Bucket[] = [];
  for (const bucket of [...buckets].sort((a, b) => a.cpuMillicores - b.cpuMillicores)) {
    const perNode = podsPerNode(bucket, pod);
    if (left === 0 || perNode === 0) continue;
    const whole = Math.min(bucket.nodes, Math.floor(left / perNode));
    if (whole > 0) full.push(taken(bucket, whole, pod, perNode));
    left -= whole * perNode;
    bucket.nodes -= whole;
    if (left > 0 && bucket.nodes > 0) {
      full.push(taken(bucket, 1, pod, left));
      bucket.nodes -= 1;
      left = 0;
    }
  }
  const kept = buckets.filter(({ nodes }) => nodes > 0);
  buckets.splice(0, buckets.length, ...kept, ...full);
  return left;
}

function taken(bucket: Bucket, nodes: number, pod: Shape, count: number): Bucket {
  return {
    nodes,
    cpuMillicores: bucket.cpuMillicores - pod.cpuMillicores * count,
    memoryMib: bucket.memoryMib - pod.memoryMib * count,
    pods: bucket.pods - pod.pods * count,
  };
}
