import { percentRate, podRate } from '../../../compiler/quantity/scaling-rate.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { limitOf } from '../scaling-policies.ts';
import type { Workloads } from '../schema.ts';
import { DIRECTIONS, type ScalingRules } from '../schema-behavior.ts';

export const policyNeverCounts = defineRule<Workloads>({
  code: 'workload/policy-never-counts',
  severity: 'info',
  summary: 'each of two policies counts somewhere between one pod and maxReplicas',
  why: 'of two policies one is chosen at every step; the one that is never chosen limits nothing, although somebody meant it to',
  source:
    'KEP-853 and kubernetes/kubernetes pkg/controller/podautoscaler: Max takes the policy that allows most, Min the one that allows least',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleUp: {pods: 4 per 1m, percent: 100% per 1m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 40, behavior: {scaleDown: {pods: 2 per 1m, percent: 10% per 1m, selectPolicy: Min}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      // Which of two periods counts depends on what was changed before.
      'workloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleUp: {pods: 4 per 1m, percent: 10% per 5m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      // The defaults of Kubernetes, spelled out.
      'workloads: {api: {autoscaling: {maxReplicas: 6, behavior: {scaleUp: {pods: 4 per 15s, percent: 100% per 15s}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleUp: {pods: 4 per 1m, percent: 10% per 1m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleDown: {pods: 1 per 1m, percent: 10% per 1m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleUp: {pods: 1 per 1m, percent: 50% per 1m, selectPolicy: Min}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report) => {
    if (!autoscaling?.behavior) return;
    const { behavior, maxReplicas } = autoscaling;
    for (const direction of DIRECTIONS) {
      const { pods, percent, selectPolicy } = behavior[direction];
      const unused = neverChosen(direction, behavior[direction], maxReplicas);
      if (!pods || !percent || !unused) continue;
      const other = unused === 'pods' ? 'percent' : 'pods';
      const written = { pods: podRate.format(pods), percent: percentRate.format(percent) };
      report({
        at: at('autoscaling', 'behavior', direction, unused),
        message: `from 1 to ${maxReplicas} pods ${written[unused]} never allows ${selectPolicy === 'Max' ? 'more' : 'less'} than ${written[other]}, so that with selectPolicy ${selectPolicy} it never counts`,
        help: `remove ${unused}, or ${selectPolicy === 'Max' ? 'write selectPolicy: Min if it is meant as a brake' : 'write selectPolicy: Max if it is meant as an allowance'}`,
        related: [
          {
            message: 'the policy that counts',
            at: { path: at('autoscaling', 'behavior', direction, other) },
          },
        ],
      });
    }
  }),
});

/** The policy that is chosen for no number of pods. Where both always allow the same, neither is told. */
function neverChosen(
  direction: (typeof DIRECTIONS)[number],
  { pods, percent, selectPolicy }: ScalingRules,
  maxReplicas: number,
): 'pods' | 'percent' | undefined {
  if (!pods || !percent || pods.periodSeconds !== percent.periodSeconds || selectPolicy === 'Disabled')
    return;
  if (pods.value === 4 && percent.value === 100 && pods.periodSeconds === 15) return;
  let podsAllowMore = false;
  let percentAllowsMore = false;
  for (let base = 1; base <= maxReplicas; base += 1) {
    const step = (limit: number) => Math.abs(base - Math.min(maxReplicas, Math.max(1, limit)));
    const byPods = step(limitOf(direction, { type: 'Pods', ...pods }, base));
    const byPercent = step(limitOf(direction, { type: 'Percent', ...percent }, base));
    podsAllowMore ||= byPods > byPercent;
    percentAllowsMore ||= byPercent > byPods;
  }
  if (podsAllowMore === percentAllowsMore) return;
  const isMax = selectPolicy === 'Max';
  return podsAllowMore === isMax ? 'percent' : 'pods';
}
