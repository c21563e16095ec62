import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eachPlacement } from './each-workload.ts';
import { example } from './example.ts';

/** In seconds. */
const NOTICE = 120;

export const gracePeriodOnSpot = defineRule<Model>({
  code: 'placement/grace-period-on-spot',
  severity: 'warning',
  summary: 'pods on spot instances end within the notice of AWS',
  why: 'the instance is gone two minutes after the notice, whatever the pod still has to do',
  source:
    'EC2 user guide, Spot Instance interruption notices: two minutes, on a best effort basis (read 2026-11-25)',
  examples: {
    good: [
      example({ workload: ', terminationGracePeriod: 100s' }),
      example({
        placement: '{groups: [autoScalingGroups.workers]}',
        workload: ', terminationGracePeriod: 10m',
      }),
    ],
    bad: [example({ workload: ', terminationGracePeriod: 10m' })],
  },
  check: eachPlacement(({ workload, groups }, at, report) => {
    const spot = groups.find(({ capacity }) => capacity === 'spot');
    if (!spot || workload.image === undefined || workload.terminationGracePeriod <= NOTICE) return;
    report({
      at: at('terminationGracePeriod'),
      message: `pods may take ${workload.terminationGracePeriod} s to end, and a node of ${spot.target} has ${NOTICE} s`,
      help: 'end within 2m, with some of it left for noticing, or run on on-demand nodes',
      related: [{ message: 'spot instances', at: { path: [...spot.target.split('.'), 'capacity'] } }],
      suggestions: [{ message: 'write 90s', replacement: '90s' }],
    });
  }),
});
