import { leftOf, pack } from '../capacity/pack.ts';
import { batchesAt, type KnownPool, offersAt, type Runner, type Scene } from '../capacity/scene.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import { type NodesNeeded, nodesFor, sizePaths } from '../traffic/nodes-for.ts';
import { grouped } from '../util/grouped-digits.ts';
import { distinctPaths } from './distinct-paths.ts';
import { podsAt } from './gauges/pods.ts';
import type { Instant } from './instant.ts';
import { loadAt } from './load.ts';
import type { Platform } from './platform.ts';
import type { Projected } from './projected.ts';
import { firstDay } from './search.ts';
import type { Stretch } from './stretches.ts';

/** Groups of nodes that share pods, be it through others: when their pods do not fit, it is one shortage. */
export interface NodeCluster {
  readonly pools: readonly KnownPool[];
  needed(instant: Instant): Needed;
  /** The first day on which the pods do not fit onto the greatest numbers of nodes. */
  firstBreak(stretches: readonly Stretch[]): Instant | undefined;
  /** The day with the most pods. */
  busiest(stretches: readonly Stretch[]): Instant;
}

interface Needed {
  /** By group. */
  readonly nodes: ReadonlyMap<string, number>;
  /** Pods that find no node, however many there are. */
  readonly left: number;
  /** `30 × workloads.backend, 2 × databases.postgres.connectionPooler` */
  readonly pods: string;
  readonly inputs: readonly SpecPath[];
}

export function clustersOf(platform: Platform, scene: Scene): readonly NodeCluster[] {
  return partsOf(scene).map(({ pools, runners }) =>
    clusterOf(platform, { pools: scene.pools.filter(({ name }) => pools.has(name)), runners }),
  );
}

interface Part {
  /** Their names. */
  readonly pools: Set<string>;
  readonly runners: Runner[];
}

/** In place, for there may be thousands of runners. The part that had the last one is the last. */
function partsOf(scene: Scene): readonly Part[] {
  let parts: Part[] = scene.pools.map(({ name }) => ({ pools: new Set([name]), runners: [] }));
  for (const runner of scene.runners) {
    const touched = parts.filter(({ pools }) => runner.pools.some(({ name }) => pools.has(name)));
    const [joined = { pools: new Set<string>(), runners: [] }, ...others] = touched;
    for (const other of others) {
      for (const name of other.pools) joined.pools.add(name);
      for (const each of other.runners) joined.runners.push(each);
    }
    joined.runners.push(runner);
    parts = [...parts.filter((part) => !touched.includes(part)), joined];
  }
  return parts;
}

function clusterOf(platform: Platform, scene: Scene): NodeCluster {
  const known = new Map<string, NodesNeeded>();
  const breaks = new Map<readonly Stretch[], Instant | undefined>();
  const projected = (instant: Instant): ReadonlyMap<string, Projected> =>
    new Map(
      scene.runners.flatMap(({ pods }) => {
        const figure = pods.path[0] === 'workloads' && podsAt(platform, pods.path[1] ?? '', instant);
        return figure ? [[pods.name, figure] as const] : [];
      }),
    );
  const fits = (instant: Instant) => {
    const pods = projected(instant);
    const batches = batchesAt(scene, ({ name, least }) => ({
      ...least,
      count: pods.get(name)?.value ?? least.count,
    }));
    return (
      leftOf(
        pack(
          offersAt(scene, ({ most }) => most),
          batches,
        ),
      ) === 0
    );
  };
  return {
    pools: scene.pools,
    needed(instant) {
      const pods = projected(instant);
      const counts = scene.runners.map(
        ({ pods: { name, least } }) => [name, pods.get(name)?.value ?? least.count] as const,
      );
      // Most days differ in nothing.
      const key = JSON.stringify(counts);
      const found = known.get(key) ?? nodesFor(scene, new Map(counts));
      known.set(key, found);
      const some = counts.filter(([, count]) => count > 0);
      return {
        nodes: found.nodes,
        left: found.left,
        pods: some.map(([name, count]) => `${grouped(count)} × ${name}`).join(', ') || 'no pods',
        inputs: distinctPaths([
          ...[...pods.values()].flatMap(({ inputs }) => inputs),
          ...sizePaths(scene.runners),
        ]),
      };
    },
    firstBreak(stretches) {
      if (!breaks.has(stretches))
        breaks.set(
          stretches,
          firstDay(stretches, (instant) => !fits(instant)),
        );
      return breaks.get(stretches);
    },
    // All workloads follow the same traffic.
    busiest: (stretches) =>
      stretches
        .flatMap(({ first, last }) => [first, last])
        .reduce((most, each) => (peakAt(each) >= peakAt(most) ? each : most)),
  };

  function peakAt(instant: Instant): number {
    return loadAt(platform, instant).peak.value;
  }
}
