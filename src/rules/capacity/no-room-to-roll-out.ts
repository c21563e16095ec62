import { leftOf, type Packing, pack, packing } from '../../capacity/pack.ts';
import { batchesAt, type NodeOffer, offersAt, type PodBatch, sceneOf } from '../../capacity/scene.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { evidenceOf } from './evidence.ts';
import { cluster } from './examples.ts';
import { newVersionOf, remedyFor } from './remedy.ts';
import { listed, nodesText, shortageText } from './sentences.ts';
import { shortagesOf } from './shortage.ts';
import { shortagesWithoutZone } from './zone-loss.ts';

export const noRoomToRollOut = defineRule<Model>({
  code: 'capacity/no-room-to-roll-out',
  severity: 'warning',
  summary: 'at the peak there is room for one more pod of whatever may lose none while it rolls out',
  why: 'with maxUnavailable 0 a rollout starts a pod of the new version before it takes an old one away; while that pod finds no node, the rollout stands still, a fix for the peak among them',
  source:
    'kubernetes/kubernetes, pkg/controller/deployment/util, ResolveFenceposts (read in a public copy, 2026-11-27)',
  examples: {
    good: [
      cluster({ maxReplicas: 17 }),
      cluster({ maxReplicas: 18, workload: ', rollout: {maxUnavailable: 10%}' }),
      cluster({ maxReplicas: 18, workload: ', rollout: {maxUnavailable: 1}' }),
      cluster({ maxReplicas: 18, workload: ', rollout: {maxSurge: 0, maxUnavailable: 5%}' }),
    ],
    bad: [
      cluster({ maxReplicas: 18 }),
      // 5 % of 18 pods is none.
      cluster({ maxReplicas: 18, workload: ', rollout: {maxUnavailable: 5%}' }),
    ],
  },
  check(model, report, context) {
    const scene = sceneOf(model, context.catalog);
    if (!scene) return;
    const offers = offersAt(scene, ({ most }) => most);
    const batches = batchesAt(scene, ({ most }) => most);
    const packed = packing(offers, batches);
    // Whoever makes room for what is missing already makes room for this.
    if (leftOf(packed.placements) > 0 || shortagesWithoutZone(scene, context).length > 0) return;
    const [first, ...others] = stuck(packed, offers, batches);
    if (!first) return;
    const also = others.length === 0 ? '' : `; so it is with ${listed(others.map(({ name }) => name))}`;
    for (const shortage of shortagesOf(offers, [...batches, newVersionOf(first)])) {
      const rivals = shortage.rivals.filter((batch) => batches.includes(batch));
      const { help, suggestions } = remedyFor({ ...shortage, rivals }, context);
      report({
        at: first.path,
        message: `${shortageText(shortage, nodesText)}${also}`,
        help: `let rollout.maxUnavailable take a pod away first, or ${help}`,
        suggestions,
        related: evidenceOf(shortage, first, 'greatest', context),
      });
    }
  },
});

/**
 * Those of which a new version finds no room when they alone roll out: neither beside the others, nor if they moved.
 * Small ones come first, for what is larger and may be nowhere else need not be tried.
 */
function stuck(
  { nodes }: Packing,
  offers: readonly NodeOffer[],
  batches: readonly PodBatch[],
): readonly PodBatch[] {
  const rolling = batches.filter(({ rollsBySurge }) => rollsBySurge).map(newVersionOf);
  const crowded = rolling.filter((next) => !nodes.hasRoomFor(next)).sort(smallFirst);
  const waiting: PodBatch[] = [];
  for (const next of crowded) {
    const isHopeless = waiting.some((other) => isHarder(next, other));
    if (isHopeless || leftOf(pack(offers, [...batches, next])) > 0) waiting.push(next);
  }
  return batches.filter(({ path }) => waiting.some((next) => next.path === path));
}

function smallFirst(a: PodBatch, b: PodBatch): number {
  return a.each.cpuMillicores - b.each.cpuMillicores || a.each.memoryMib - b.each.memoryMib;
}

function isHarder(a: PodBatch, b: PodBatch): boolean {
  return (
    a.each.cpuMillicores >= b.each.cpuMillicores &&
    a.each.memoryMib >= b.each.memoryMib &&
    a.pools.every((name) => b.pools.includes(name))
  );
}
