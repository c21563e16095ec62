import { architectureOf } from '../../catalog/instance-type-names.ts';
import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eachPlacement } from './each-workload.ts';
import { example } from './example.ts';

export const mixedArchitectures = defineRule<Model>({
  code: 'placement/mixed-architectures',
  severity: 'warning',
  summary: 'the groups of a placement have one processor architecture',
  why: 'an image that was built for one architecture ends with "exec format error" on nodes of the other',
  source:
    'catalog/instance-type-names.ts, architectureOf; unverified: the text of the error, general knowledge of Linux (2026-11-25)',
  examples: {
    good: [
      example({ placement: '{groups: [nodeGroups.spot, autoScalingGroups.workers]}' }),
      example({
        placement: '{groups: [nodeGroups.spot, autoScalingGroups.workers]}',
        types: '[m6g.large, m7g.large, m7gd.large]',
        workload: ', nodeSelector: {kubernetes.io/arch: amd64}',
      }),
    ],
    bad: [
      example({
        placement: '{groups: [nodeGroups.spot, autoScalingGroups.workers]}',
        types: '[m6g.large, m7g.large, m7gd.large]',
      }),
    ],
  },
  check: eachPlacement(({ workload, groups }, at, report) => {
    const arm = groups.find(({ instanceTypes }) => instanceTypes.some(isArm));
    const other = groups.find(({ instanceTypes }) => !instanceTypes.every(isArm));
    if (!arm || !other || workload.nodeSelector?.has('kubernetes.io/arch')) return;
    report({
      at: at('placement', 'groups'),
      message: `${arm.target} has ARM processors and ${other.target} has x86`,
      help: 'build the image for both and accept this in policy.exceptions, or name groups of one architecture',
      related: [arm, other].map(({ target }) => ({
        message: `the types of ${target}`,
        at: { path: [...target.split('.'), 'instanceTypes'] },
      })),
    });
  }),
});

function isArm(type: string): boolean {
  return architectureOf(type) === 'arm64';
}
