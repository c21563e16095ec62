/** Bytes. */
export const MIB = 2 ** 20;

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
  /** Whether no node may have two more of them than another (topology spread over nodes, DoNotSchedule, maxSkew 1). */
  readonly isEven?: boolean;
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
interface Room {
  nodes: number;
  cpuMillicores: number;
  memoryMib: number;
  pods: number;
}

/** Takes batches one after the other and puts each pod onto the fullest node that has room. */
export class FirstFit {
  readonly #pools: ReadonlyMap<string, Pool>;
  readonly #rooms: ReadonlyMap<string, Room[]>;

  constructor(pools: readonly Pool[]) {
    this.#pools = new Map(pools.map((pool) => [pool.name, pool]));
    this.#rooms = new Map(
      pools.map(({ name, nodes, each }) => [name, nodes > 0 ? [{ nodes, ...each }] : []]),
    );
  }

  place(batch: Batch): Placement {
    const placed = new Map<string, number>();
    const left = batch.isEven
      ? this.#placeEvenly(batch, placed)
      : this.#fill(batch, batch.pools, batch.count, Number.POSITIVE_INFINITY, placed);
    return { batch: batch.name, placed, left };
  }

  /** Whether some node has room for one more pod of a batch that is spread by itself. */
  hasRoomFor({ pools, each }: Batch): boolean {
    return pools.some((name) => this.#rooms.get(name)?.some((room) => podsPerNode(room, each) > 0));
  }

  /**
   * The same number on every node, and then one more on some. A node without room for as many as the others have
   * stops them all. Nodes on which not even one of the pods would fit are left out: the groups need not be there.
   */
  #placeEvenly(batch: Batch, placed: Map<string, number>): number {
    const names = batch.pools.filter((name) => {
      const pool = this.#pools.get(name);
      return pool !== undefined && podsPerNode(pool.each, batch.each) > 0;
    });
    const rooms = names.flatMap((name) => this.#rooms.get(name) ?? []);
    const nodes = rooms.reduce((sum, room) => sum + room.nodes, 0);
    if (nodes === 0) return batch.count;
    const least = Math.min(...rooms.map((room) => podsPerNode(room, batch.each)));
    const everywhere = Math.min(least, Math.floor(batch.count / nodes));
    const onAll = everywhere * nodes;
    if (onAll > 0) this.#fill(batch, names, onAll, everywhere, placed);
    return this.#fill(batch, names, batch.count - onAll, 1, placed);
  }

  /** @returns how many pods found no room */
  #fill(
    { each }: Batch,
    names: readonly string[],
    count: number,
    mostPerNode: number,
    placed: Map<string, number>,
  ): number {
    let left = count;
    for (const name of names) {
      const rooms = this.#rooms.get(name);
      if (left === 0 || !rooms) continue;
      const before = left;
      left = fill(rooms, each, left, mostPerNode);
      if (left < before) placed.set(name, (placed.get(name) ?? 0) + before - left);
    }
    return left;
  }
}

/** How many pods of a shape one empty node holds; 0 when not even one fits. */
export function podsPerNode(node: Shape, pod: Shape): number {
  const byCpu = pod.cpuMillicores === 0 ? Number.POSITIVE_INFINITY : node.cpuMillicores / pod.cpuMillicores;
  const byMemory = pod.memoryMib === 0 ? Number.POSITIVE_INFINITY : node.memoryMib / pod.memoryMib;
  return Math.max(0, Math.floor(Math.min(byCpu, byMemory, node.pods / pod.pods)));
}

/**
 * Changes the rooms. Every node is looked at once, so that none gets more than `mostPerNode`.
 *
 * @param rooms the fullest first, and so they stay: of thousands of nodes that are nearly full, each with another rest,
 *   most need not be looked at
 */
function fill(rooms: Room[], pod: Shape, count: number, mostPerNode: number): number {
  let left = count;
  const changed: Room[] = [];
  const used: number[] = [];
  for (let index = firstWithCpuFor(pod, rooms); left > 0 && index < rooms.length; index += 1) {
    const room = rooms[index]!;
    const perNode = Math.min(podsPerNode(room, pod), mostPerNode);
    if (perNode === 0) continue;
    const whole = Math.min(room.nodes, Math.floor(left / perNode));
    if (whole > 0) changed.push(taken(room, whole, pod, perNode));
    left -= whole * perNode;
    room.nodes -= whole;
    if (left > 0 && room.nodes > 0) {
      changed.push(taken(room, 1, pod, left));
      room.nodes -= 1;
      left = 0;
    }
    if (room.nodes === 0) used.push(index);
  }
  for (const index of used.reverse()) rooms.splice(index, 1);
  for (const room of changed) rooms.splice(firstEmptierThan(room, rooms), 0, room);
  return left;
}

/** Pods that ask for no CPU fit wherever there is memory for them. */
function firstWithCpuFor({ cpuMillicores }: Shape, rooms: readonly Room[]): number {
  return cpuMillicores === 0 ? 0 : firstIndex(rooms, (room) => room.cpuMillicores >= cpuMillicores);
}

/** Behind those that are as full. */
function firstEmptierThan(other: Room, rooms: readonly Room[]): number {
  return firstIndex(rooms, (room) => fullestFirst(room, other) > 0);
}

/** @param holds for all rooms from the one that is looked for on */
function firstIndex(rooms: readonly Room[], holds: (room: Room) => boolean): number {
  let [low, high] = [0, rooms.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(rooms[middle]!)) high = middle;
    else low = middle + 1;
  }
  return low;
}

function fullestFirst(a: Room, b: Room): number {
  return a.cpuMillicores - b.cpuMillicores || a.memoryMib - b.memoryMib;
}

function taken(room: Room, nodes: number, pod: Shape, count: number): Room {
  return {
    nodes,
    cpuMillicores: room.cpuMillicores - pod.cpuMillicores * count,
    memoryMib: room.memoryMib - pod.memoryMib * count,
    pods: room.pods - pod.pods * count,
  };
}
