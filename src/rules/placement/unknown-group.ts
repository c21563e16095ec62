import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { allGroups } from '../../components/workloads/placement-groups.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { eachWorkload } from './each-workload.ts';
import { example } from './example.ts';

export const unknownGroup = defineRule<Model>({
  code: 'placement/unknown-group',
  severity: 'error',
  summary: 'a placement names groups of nodes of the spec',
  why: 'labels and taints are taken from the group, and a group that is not there has none',
  source: 'elastiform, spec language, "placement" (2026-11-25)',
  examples: {
    good: [example(), example({ placement: '{groups: [autoScalingGroups.workers]}' })],
    bad: [
      example({ placement: '{groups: [nodeGroups.spott]}' }),
      example({ placement: '{groups: [autoScalingGroups.spot]}' }),
      example({ placement: '{groups: [databases.spot]}' }),
    ],
  },
  check: eachWorkload(({ placement }, at, report, { model }) => {
    const known = allGroups(model).map(({ target }) => target);
    for (const [index, target] of (placement?.groups ?? []).entries()) {
      if (known.includes(target)) continue;
      const [kind, key] = target.split('.');
      const sameKey = known.filter((name) => name.endsWith(`.${key}`));
      const near = sameKey.length > 0 ? sameKey : didYouMean(target, known);
      report({
        at: at('placement', 'groups', String(index)),
        message: known.some((name) => name.startsWith(`${kind}.`))
          ? `${kind} has no ${key}`
          : `there is no group ${target}`,
        help:
          near.length > 0
            ? `did you mean "${near[0]}"?`
            : 'write nodeGroups.<key> or autoScalingGroups.<key> of a group in this spec',
        suggestions: near.map((word) => ({ message: `did you mean ${word}?`, replacement: word })),
      });
    }
  }),
});
