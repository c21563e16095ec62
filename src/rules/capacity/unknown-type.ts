import { nodePools } from '../../capacity/node-pools.ts';
import { podGroups, poolsFor } from '../../capacity/pod-groups.ts';
import { unknownTo } from '../../catalog/table.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { cluster } from './examples.ts';

export const unknownType = defineRule<Model>({
  code: 'capacity/unknown-type',
  severity: 'info',
  summary: 'the catalog knows an instance type of every group on which pods run',
  why: 'what a node of an unknown type offers is not known, and whether its pods fit cannot be proved',
  source: 'elastiform, src/catalog/data/ec2-types.json, with its date',
  examples: {
    good: [
      cluster({}),
      cluster({ types: '[m99.large]', start: 'foundation: {otherNodes: true}\n' }),
      // All types of a group have one shape.
      cluster({ types: '[m6i.large, m99.large]' }),
    ],
    bad: [cluster({ types: '[m99.large]', requests: '{cpu: "9", memory: 1Gi}' })],
  },
  check(model, report, { catalog }) {
    if (model.foundation.otherNodes) return;
    const pools = nodePools(model, catalog);
    const used = new Set(podGroups(model).flatMap((pods) => poolsFor(pods, pools)));
    for (const { name, path, instanceTypes, node } of pools) {
      if (node || !used.has(name)) continue;
      const what = instanceTypes.length > 1 ? `each of ${instanceTypes.join(', ')}` : `${instanceTypes[0]}`;
      report({
        at: [...path, 'instanceTypes', ...(instanceTypes.length > 1 ? [] : ['0'])],
        message: `whether the pods fit on ${name} cannot be proved: ${unknownTo(catalog.ec2Types, what)}`,
        help: 'look whether the name is right; a newer catalog knows more types',
      });
    }
  },
});
