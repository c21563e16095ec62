import { leftOf, pack } from '../capacity/pack.ts';
import { batchesAt, offersAt, type Runner, type Scene } from '../capacity/scene.ts';
import type { SpecPath } from '../compiler/spec-path.ts';

/** Nodes that some pods need. */
export interface NodesNeeded {
  /** By group (`nodeGroups.spot-nodes`), never fewer than its least number. */
  readonly nodes: ReadonlyMap<string, number>;
  /** Whether all of it is within the greatest numbers of the groups. */
  readonly isWithinMax: boolean;
  /** Pods that no number of nodes would hold. */
  readonly left: number;
}

/**
 * The fewest nodes that hold the pods, counted group by group in the order of the spec: the first group is filled
 * before the next one gets more than its least. Beyond the greatest numbers the first group that helps grows on.
 *
 * @param pods by group of pods (`workloads.api`); those that are not in it have their least number
 * @param leastOf floors of groups that are higher than the group's own, by group
 */
export function nodesFor(
  scene: Scene,
  pods: ReadonlyMap<string, number>,
  leastOf: ReadonlyMap<string, number> = new Map(),
): NodesNeeded {
  const batches = batchesAt(scene, ({ name, least }) => ({ ...least, count: pods.get(name) ?? least.count }));
  const least = scene.pools.map((pool) => Math.max(pool.least.count, leastOf.get(pool.name) ?? 0));
  const most = scene.pools.map((pool, index) => Math.max(pool.most.count, least[index]!));
  const leftWith = (counts: readonly number[]) => {
    const byName = new Map(scene.pools.map(({ name }, index) => [name, counts[index]!]));
    const offers = offersAt(scene, (pool) => ({ ...pool.most, count: byName.get(pool.name)! }));
    return leftOf(pack(offers, batches));
  };
  const isWithinMax = leftWith(most) === 0;
  const start = isWithinMax ? most : grown(most, leftWith);
  const left = isWithinMax ? 0 : leftWith(start);
  const counts = [...start];
  // From the last group to the first, so that the first keeps the most.
  for (let index = counts.length - 1; index >= 0; index -= 1) {
    const holds = (count: number) => leftWith(counts.with(index, count)) <= left;
    counts[index] = smallest(least[index]!, counts[index]!, holds);
  }
  return {
    nodes: new Map(scene.pools.map(({ name }, index) => [name, counts[index]!])),
    isWithinMax,
    left,
  };
}

/** What a number of nodes rests on beside the numbers of pods: how large they are, and what DaemonSets take of a node. */
export function sizePaths(runners: readonly Runner[]): readonly SpecPath[] {
  return [
    ...runners.map(({ pods }) => [...pods.path, 'resources', 'requests']),
    ['foundation', 'daemonSets'],
  ];
}

const FAR_MORE = 5000;

/** One group after the other is grown far beyond its maximum, as long as that leaves fewer pods. */
function grown(most: readonly number[], leftWith: (counts: readonly number[]) => number): readonly number[] {
  let counts = most;
  for (let index = 0; index < most.length && leftWith(counts) > 0; index += 1) {
    const more = counts.with(index, most[index]! + FAR_MORE);
    if (leftWith(more) < leftWith(counts)) counts = more;
  }
  return counts;
}

/** The smallest number between two, of which the greater one holds. */
function smallest(low: number, high: number, holds: (count: number) => boolean): number {
  // Most groups need no more than their least, and it takes one look to see it.
  if (low >= high || holds(low)) return low;
  let [no, yes] = [low, high];
  while (yes - no > 1) {
    const middle = Math.floor((no + yes) / 2);
    if (holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}
