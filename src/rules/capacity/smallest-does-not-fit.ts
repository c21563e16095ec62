import { pack } from '../../capacity/pack.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { cluster } from './examples.ts';
import { fitsOn, poolsAt, poolsOf, sceneOf, shapeText } from './scene.ts';

export const smallestDoesNotFit = defineRule<Model>({
  code: 'capacity/smallest-does-not-fit',
  severity: 'warning',
  summary: 'the groups at their minimum hold the pods at their minimum',
  why: 'at the quietest time there are more nodes than the minimum says; where Terraform owns the number, pods stay Pending',
  source: 'kubernetes/autoscaler, cluster-autoscaler FAQ "How does scale-down work" (read 2026-11-25)',
  examples: {
    good: [cluster({ minReplicas: 6 }), cluster({ minReplicas: 2, min: 1 })],
    bad: [cluster({ minReplicas: 7 }), cluster({ minReplicas: 4, min: 1 })],
  },
  check(model, report, { catalog }) {
    const scene = sceneOf(model, catalog, 'smallest');
    if (!scene) return;
    const placements = pack(poolsAt(scene.pools, 'min'), scene.batches);
    for (const [index, batch] of scene.batches.entries()) {
      const own = poolsOf(batch, scene.pools);
      const left = placements[index]!.left;
      if (left === 0 || !own.some((pool) => fitsOn(batch, pool))) continue;
      // A group that may be empty is meant to be filled when somebody comes.
      if (own.every(({ min }) => min === 0)) continue;
      const nodes = own
        .map(({ name, min, node }) => `${min} of ${name} (${node.instanceType})`)
        .join(' and ');
      report({
        at: batch.countPath,
        message: `the least number of nodes, ${nodes}, leaves ${left} of ${batch.count} pods (${shapeText(batch.each)} each) without a node`,
        help: 'raise size.min of the group, or let fewer pods be the least',
        related: own.map(({ name, path }) => ({
          message: `the least number of nodes of ${name} is set here`,
          at: { path: [...path, 'size', 'min'] },
        })),
      });
    }
  },
});
