import type { KnownPool, Scene } from '../capacity/scene.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { nodesFor } from '../traffic/nodes-for.ts';
import { grouped } from '../util/grouped-digits.ts';
import type { Raise, Ranked } from './gauge.ts';

/**
 * What to write as the greatest numbers of the groups of nodes, so that the rules of capacity are content with new
 * greatest numbers of pods: all pods fit, one more of each that needs room to roll out, and all of them also when the
 * fullest zone is gone, where `policy.surviveZoneLoss` asks for it. Never less than there may be now.
 *
 * @param pods the greatest number by group of pods (`workloads.api`), where it is more than the spec has
 * @returns by group, only those to be raised
 */
export function nodeMaxima(
  model: Model,
  scene: Scene,
  pods: ReadonlyMap<string, number>,
): ReadonlyMap<string, Raise> {
  const greatest = new Map(
    scene.runners.map(({ pods: each }) => [each.name, Math.max(each.most.count, pods.get(each.name) ?? 0)]),
  );
  const rolling = new Map(
    scene.runners.map(({ pods: each }) => [
      each.name,
      greatest.get(each.name)! + (each.rollsBySurge ? 1 : 0),
    ]),
  );
  const holding = nodesFor(
    from(scene, (count) => count),
    rolling,
  );
  const zones = Math.min(model.foundation.subnets.length, 3);
  const asksForZone = model.policy.surviveZoneLoss && zones > 1;
  const left = (count: number) => (asksForZone ? count - Math.ceil(count / zones) : count);
  const surviving = asksForZone ? nodesFor(from(scene, left), greatest) : holding;
  // More nodes help nobody who fits on none.
  if (holding.left > 0 || surviving.left > 0) return new Map();
  const text = [...greatest].map(([name, count]) => `${grouped(count)} × ${name}`).join(', ');
  return new Map(
    scene.pools.flatMap((pool) => {
      const needed = surviving.nodes.get(pool.name) ?? 0;
      let count = Math.max(pool.most.count, holding.nodes.get(pool.name) ?? 0);
      while (left(count) < needed) count += 1;
      if (count <= pool.most.count) return [];
      const rest = asksForZone ? `, also when one of ${zones} zones is gone` : '';
      return [
        [
          pool.name,
          { text: grouped(count), formula: `holds ${text}${rest}`, changes: changesFor(pool, count) },
        ],
      ];
    }),
  );
}

/** The scene in which no group has fewer nodes than it may have now. */
function from({ pools, runners }: Scene, countOf: (count: number) => number): Scene {
  return {
    runners,
    pools: pools.map((pool) => {
      const count = countOf(pool.most.count);
      return { ...pool, least: { ...pool.least, count }, most: { ...pool.most, count } };
    }),
  };
}

/** A group of a fixed number has `initial` nodes, and `max` must not be less. */
function changesFor({ path, most }: KnownPool, count: number): readonly Ranked[] {
  const change = (at: SpecPath) => ({ path: at, value: count, rank: count });
  return [change(most.path), ...(most.path.at(-1) === 'max' ? [] : [change([...path, 'size', 'max'])])];
}
