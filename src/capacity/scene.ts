import type { Catalog } from '../catalog/catalog.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { oncePer } from '../util/once-per.ts';
import type { Batch, Pool } from './first-fit.ts';
import { podsPerNode } from './first-fit.ts';
import { type Count, type NodePool, nodePools } from './node-pools.ts';
import { type PodGroup, podGroups, poolsFor } from './pod-groups.ts';

/** A group of nodes of which the catalog knows what it offers. */
export type KnownPool = NodePool & { readonly node: NonNullable<NodePool['node']> };

/** Pods, and the groups of nodes on which they may run. */
export interface Runner {
  readonly pods: PodGroup;
  readonly pools: readonly KnownPool[];
}

/** Pods and nodes of an environment of which something can be proved. */
export interface Scene {
  readonly pools: readonly KnownPool[];
  /** Those that may run on some group, and on none that may take any number of them unseen. */
  readonly runners: readonly Runner[];
}

/**
 * Pods that may run on a group whose instance types the catalog does not know are left out, as if they all did.
 *
 * @returns undefined when nothing can be proved: no nodes in the spec, or nodes beside those of the spec
 */
export function sceneOf(model: Model, catalog: Catalog): Scene | undefined {
  const pools = nodePools(model, catalog);
  return pools.length === 0 || model.foundation.otherNodes ? undefined : scenes(catalog)(model);
}

/** Half a dozen rules ask for the same one. */
const scenes = oncePer((catalog: Catalog) =>
  oncePer((model: Model): Scene => {
    const pools = nodePools(model, catalog);
    const known = pools.filter(isKnown);
    return {
      pools: known,
      runners: podGroups(model).flatMap((pods) => {
        const names = poolsFor(pods, pools);
        const own = known.filter(({ name }) => names.includes(name));
        return own.length > 0 && own.length === names.length ? [{ pods, pools: own }] : [];
      }),
    };
  }),
);

function isKnown(pool: NodePool): pool is KnownPool {
  return pool.node !== undefined;
}

export function fitsSomewhere({ pods, pools }: Runner): boolean {
  return pools.some(({ node }) => podsPerNode(node.each, pods.each) > 0);
}

/** Pods of one kind, as many as there are at some time. */
export interface PodBatch extends Batch {
  /** Where the number is said. */
  readonly path: SpecPath;
  /** Where it is said how large one is. */
  readonly requests: SpecPath;
  /** Whether a new version needs room for one more of them before an old one goes. */
  readonly rollsBySurge: boolean;
}

/** Nodes of one group, as many as there are at some time. */
export interface NodeOffer extends Pool {
  readonly pool: KnownPool;
  readonly path: SpecPath;
}

/** What fits on no node is left out: another rule tells of it. */
export function batchesAt({ runners }: Scene, countOf: (pods: PodGroup) => Count): readonly PodBatch[] {
  return runners.filter(fitsSomewhere).flatMap(({ pods, pools }) => {
    const { count, path } = countOf(pods);
    const { name, each, isEven, rollsBySurge } = pods;
    const requests = [...pods.path, 'resources', 'requests'];
    return count === 0
      ? []
      : [{ name, each, isEven, rollsBySurge, count, path, requests, pools: pools.map((pool) => pool.name) }];
  });
}

export function offersAt({ pools }: Scene, countOf: (pool: KnownPool) => Count): readonly NodeOffer[] {
  return pools.map((pool) => {
    const { count, path } = countOf(pool);
    return { name: pool.name, nodes: count, each: pool.node.each, pool, path };
  });
}
