import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eachPlacement, fewestPods } from './each-workload.ts';
import { example } from './example.ts';

export const criticalOnSpot = defineRule<Model>({
  code: 'placement/critical-on-spot',
  severity: 'warning',
  summary: 'what runs on spot instances alone can lose them',
  why: 'AWS takes spot instances back with two minutes of notice, often several at once, and nothing says when it has new ones',
  source:
    'EC2 user guide, Spot Instance interruption notices: two minutes, on a best effort basis (read 2026-11-25)',
  examples: {
    good: [
      example(),
      example({
        placement: '{groups: [nodeGroups.spot], mode: preferred}',
        workload: ', podDisruptionBudget: false',
      }),
      example({ start: 'tier: dev\n', replicas: 'replicas: 1' }),
    ],
    bad: [example({ workload: ', podDisruptionBudget: false' })],
  },
  check: eachPlacement(({ workload, placement, groups }, at, report, { frame }) => {
    if (frame.tier !== 'prod' || placement.mode === 'preferred') return;
    if (groups.some(({ capacity }) => capacity !== 'spot')) return;
    const pods = fewestPods(workload);
    if (workload.podDisruptionBudget && pods >= 2) return;
    report({
      at: at('placement', 'groups'),
      message:
        pods < 2
          ? `${pods === 1 ? 'the only pod runs' : 'the pods run'} on spot instances alone`
          : 'the pods run on spot instances alone, without a disruption budget',
      help: 'write mode: preferred, name a group of on-demand nodes as well, or have two pods and a podDisruptionBudget',
      related: groups.map(({ target }) => ({
        message: 'spot instances',
        at: { path: [...target.split('.'), 'capacity'] },
      })),
    });
  }),
});
