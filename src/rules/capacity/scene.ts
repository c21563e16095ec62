import { type NodePool, nodePools } from '../../capacity/node-pools.ts';
import { type Pool, podsPerNode, type Shape } from '../../capacity/pack.ts';
import { type PodBatch, podBatches, type Scale } from '../../capacity/pod-batches.ts';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Model } from '../../components/registry.ts';

/** A group of nodes of which the catalog knows what it offers. */
export type KnownPool = NodePool & { readonly node: NonNullable<NodePool['node']> };

/** Pods and nodes of an environment of which everything is known. */
export interface Scene {
  readonly pools: readonly KnownPool[];
  readonly batches: readonly PodBatch[];
}

/**
 * @returns undefined when nothing can be proved: no nodes in the spec, nodes beside those of the spec, or an
 *   instance type that the catalog does not know
 */
export function sceneOf(model: Model, catalog: Catalog, scale: Scale): Scene | undefined {
  const pools = nodePools(model, catalog);
  if (pools.length === 0 || model.foundation.otherNodes || !areKnown(pools)) return undefined;
  return { pools, batches: podBatches(model, pools, scale) };
}

function areKnown(pools: readonly NodePool[]): pools is readonly KnownPool[] {
  return pools.every(({ node }) => node !== undefined);
}

/** The groups at one of their bounds. */
export function poolsAt(pools: readonly KnownPool[], bound: 'min' | 'max'): readonly Pool[] {
  return pools.map(({ name, node, ...size }) => ({ name, nodes: size[bound], each: node.each }));
}

export function poolsOf(batch: PodBatch, pools: readonly KnownPool[]): readonly KnownPool[] {
  return pools.filter(({ name }) => batch.pools.includes(name));
}

export function fitsOn(batch: PodBatch, { node }: KnownPool): boolean {
  return podsPerNode(node.each, batch.each) > 0;
}

/** `500m CPU and 512 MiB` */
export function shapeText({ cpuMillicores, memoryMib }: Shape): string {
  return `${cpuText(cpuMillicores)} CPU and ${memoryText(memoryMib)}`;
}

/** Thousandths of a core where that is how people say it, else cores with at most two decimals. */
export function cpuText(cpuMillicores: number): string {
  if (cpuMillicores < 1000 && cpuMillicores > -1000) return `${cpuMillicores}m`;
  return String(Math.round(cpuMillicores / 10) / 100);
}

export function memoryText(memoryMib: number): string {
  return memoryMib < 10_240 ? `${memoryMib} MiB` : `${Math.round(memoryMib / 102.4) / 10} GiB`;
}
