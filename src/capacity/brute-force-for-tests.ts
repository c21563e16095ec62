import type { Batch, Pool, Shape } from './first-fit.ts';

/** Whether all pods find a node in some way, by trying every one; for a dozen pods and half a dozen nodes. */
export function canFit(pools: readonly Pool[], batches: readonly Batch[]): boolean {
  const nodes = pools.flatMap(({ name, nodes: count, each }) =>
    Array.from({ length: count }, () => ({ name, room: each, pods: new Map<Batch, number>() })),
  );
  const pods = batches
    .flatMap((batch) => Array.from({ length: batch.count }, () => batch))
    .sort((a, b) => b.each.cpuMillicores - a.each.cpuMillicores);
  return place(0);

  function place(index: number): boolean {
    const batch = pods[index];
    if (!batch) return batches.every((each) => !each.isEven || isEven(each));
    const tried = new Set<string>();
    for (const node of nodes) {
      const key = JSON.stringify([
        node.name,
        node.room,
        [...node.pods].map(([{ name }, count]) => [name, count]),
      ]);
      if (tried.has(key) || !batch.pools.includes(node.name) || !holds(node.room, batch.each)) continue;
      tried.add(key);
      const { room } = node;
      const before = node.pods.get(batch) ?? 0;
      node.room = minus(room, batch.each);
      node.pods.set(batch, before + 1);
      const isPlaced = place(index + 1);
      node.room = room;
      node.pods.set(batch, before);
      if (isPlaced) return true;
    }
    return false;
  }

  /** Over the nodes that would hold a pod if they were empty. */
  function isEven(batch: Batch): boolean {
    const counts = nodes.flatMap(({ name, pods: placed }) => {
      const pool = pools.find((each) => each.name === name);
      return pool && batch.pools.includes(name) && holds(pool.each, batch.each)
        ? [placed.get(batch) ?? 0]
        : [];
    });
    return Math.max(0, ...counts) - Math.min(...counts, Number.POSITIVE_INFINITY) <= 1;
  }
}

function holds(room: Shape, pod: Shape): boolean {
  return room.cpuMillicores >= pod.cpuMillicores && room.memoryMib >= pod.memoryMib && room.pods >= pod.pods;
}

function minus(room: Shape, pod: Shape): Shape {
  return {
    cpuMillicores: room.cpuMillicores - pod.cpuMillicores,
    memoryMib: room.memoryMib - pod.memoryMib,
    pods: room.pods - pod.pods,
  };
}
