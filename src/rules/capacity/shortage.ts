import type { Shape } from '../../capacity/first-fit.ts';
import { leftOf, pack } from '../../capacity/pack.ts';
import type { NodeOffer, PodBatch } from '../../capacity/scene.ts';

/** Pods that find no node, with all that has to do with it. */
export interface Shortage {
  /** How many pods wait. */
  readonly left: number;
  readonly waiting: readonly PodBatch[];
  /** All pods that compete for the same nodes, those that wait among them. */
  readonly rivals: readonly PodBatch[];
  readonly offers: readonly NodeOffer[];
  readonly asked: Shape;
  readonly offered: Shape;
  /** Whether more is asked for than there is; otherwise pods are in each other's way, for they cannot be divided. */
  readonly isPlain: boolean;
}

/** Shortages that have nothing to do with each other are told one by one. */
export function shortagesOf(offers: readonly NodeOffer[], batches: readonly PodBatch[]): readonly Shortage[] {
  const placements = pack(offers, batches);
  if (leftOf(placements) === 0) return [];
  const waiting = batches.flatMap((batch, index) => {
    const { left } = placements[index]!;
    return left > 0 ? [{ batch, left }] : [];
  });
  return clustersOf(waiting.map(({ batch }) => batch)).map((cluster) => {
    const left = waiting.reduce((sum, each) => sum + (cluster.has(each.batch) ? each.left : 0), 0);
    return shortageOf([...cluster], left, offers, batches);
  });
}

/**
 * The pods that have no other nodes than those that wait make the clearest case, if they alone do not fit. If they do,
 * all that are in their way belong to it, with all nodes on which those may run.
 */
function shortageOf(
  waiting: readonly PodBatch[],
  left: number,
  allOffers: readonly NodeOffer[],
  batches: readonly PodBatch[],
): Shortage {
  const within = (names: ReadonlySet<string>) => allOffers.filter(({ name }) => names.has(name));
  const told = (rivals: readonly PodBatch[], offers: readonly NodeOffer[]) => {
    const asked = sum(rivals.map(({ each, count }) => times(each, count)));
    const offered = sum(offers.map(({ each, nodes }) => times(each, nodes)));
    return { left, waiting, rivals, offers, asked, offered, isPlain: exceeds(asked, offered) };
  };
  const own = new Set(waiting.flatMap(({ pools }) => pools));
  const bound = batches.filter(({ pools }) => pools.every((name) => own.has(name)));
  if (leftOf(pack(within(own), bound)) > 0) return told(bound, within(own));
  const rivals = clustersOf(batches).find((cluster) => cluster.has(waiting[0]!)) ?? new Set<PodBatch>();
  return told(
    batches.filter((batch) => rivals.has(batch)),
    within(new Set([...rivals].flatMap(({ pools }) => pools))),
  );
}

/** Batches that share a group of nodes, be it through others, together. In place, for there may be thousands. */
function clustersOf(batches: readonly PodBatch[]): readonly ReadonlySet<PodBatch>[] {
  let clusters: { readonly pools: Set<string>; readonly batches: Set<PodBatch> }[] = [];
  for (const batch of batches) {
    const touched = clusters.filter(({ pools }) => batch.pools.some((name) => pools.has(name)));
    const [joined = { pools: new Set<string>(), batches: new Set<PodBatch>() }, ...others] = touched;
    for (const other of [...others, { pools: batch.pools, batches: [batch] }]) {
      for (const name of other.pools) joined.pools.add(name);
      for (const each of other.batches) joined.batches.add(each);
    }
    clusters = [...clusters.filter((cluster) => !touched.includes(cluster)), joined];
  }
  return clusters.map((cluster) => cluster.batches);
}

function exceeds(asked: Shape, offered: Shape): boolean {
  return (
    asked.cpuMillicores > offered.cpuMillicores ||
    asked.memoryMib > offered.memoryMib ||
    asked.pods > offered.pods
  );
}

function times({ cpuMillicores, memoryMib, pods }: Shape, count: number): Shape {
  return { cpuMillicores: cpuMillicores * count, memoryMib: memoryMib * count, pods: pods * count };
}

function sum(shapes: readonly Shape[]): Shape {
  return shapes.reduce(
    (a, b) => ({
      cpuMillicores: a.cpuMillicores + b.cpuMillicores,
      memoryMib: a.memoryMib + b.memoryMib,
      pods: a.pods + b.pods,
    }),
    { cpuMillicores: 0, memoryMib: 0, pods: 0 },
  );
}
