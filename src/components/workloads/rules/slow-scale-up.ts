import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { percentRate, podRate } from '../../../compiler/quantity/scaling-rate.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { policiesOf } from '../scaling-policies.ts';
import { secondsUntil } from '../scaling-speed.ts';
import type { Workloads } from '../schema.ts';
import type { ScalingRules } from '../schema-behavior.ts';

const HOUR = 3600;
const LONGEST_WINDOW_SECONDS = 600;
const LONGEST_CLIMB_SECONDS = HOUR;

export const slowScaleUp = defineRule<Workloads>({
  code: 'workload/slow-scale-up',
  severity: 'warning',
  summary: 'an autoscaler meets a peak while it lasts',
  why: 'pods that come after the peak meet nobody: until then requests wait or fail, and maxReplicas is a number on paper',
  source:
    'policies and windows replayed as in kubernetes/kubernetes pkg/controller/podautoscaler; KEP-853, stories 1, 3 and 6 (windows of 0 to 5 min). What is too slow (10 min before the first pod, one hour until maxReplicas) is our choice (2026-11-27)',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {minReplicas: 3, maxReplicas: 40, behavior: {scaleUp: {stabilizationWindow: 5m, pods: 1 per 1m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {minReplicas: 3, maxReplicas: 2000, behavior: {}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {minReplicas: 3, maxReplicas: 20, behavior: {scaleUp: {pods: 1 per 30m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {minReplicas: 2, maxReplicas: 40, behavior: {scaleUp: {percent: 10% per 5m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {minReplicas: 3, maxReplicas: 2000, behavior: {scaleUp: {selectPolicy: Min}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {minReplicas: 2, maxReplicas: 5, behavior: {scaleUp: {stabilizationWindow: 30m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report, { isWritten }) => {
    const scaleUp = autoscaling?.behavior?.scaleUp;
    if (!scaleUp || scaleUp.selectPolicy === 'Disabled') return;
    const { minReplicas, maxReplicas } = autoscaling;
    if (minReplicas >= maxReplicas) return;
    const { stabilizationWindow: window } = scaleUp;
    // What the API server refuses is told by `workload/window-too-long`.
    if (window > LONGEST_WINDOW_SECONDS && window <= HOUR) {
      report({
        at: at('autoscaling', 'behavior', 'scaleUp', 'stabilizationWindow'),
        message: `no pod is added before load has been high for ${formatDuration(window)} without a break`,
        help: 'write 0s, the default of Kubernetes, or a minute to let short peaks pass; the long window belongs to scaleDown',
        suggestions: [{ message: 'write 1m', replacement: '1m' }],
      });
      return;
    }
    const range = { from: Math.max(minReplicas, 1), to: maxReplicas, forSeconds: 24 * HOUR };
    const climb = secondsUntil('scaleUp', scaleUp, range);
    if (climb !== undefined && climb <= LONGEST_CLIMB_SECONDS) return;
    report({
      at: at('autoscaling', 'behavior', 'scaleUp', keyOfSpeed(scaleUp)),
      message: `at ${ratesText(scaleUp)} it takes ${climb === undefined ? 'more than a day' : inMinutes(climb)} from ${range.from} pods to ${maxReplicas}`,
      help: 'allow more at a time, as percent: 100% per 1m; what keeps short peaks from adding pods is a stabilizationWindow',
      related: [
        ...(isWritten(at('autoscaling', 'minReplicas'))
          ? [{ message: 'the least pods', at: { path: at('autoscaling', 'minReplicas') } }]
          : []),
        { message: 'the most pods', at: { path: at('autoscaling', 'maxReplicas') } },
      ],
    });
  }),
});

/** The defaults of Kubernetes are slow only where the slower one is chosen. */
function keyOfSpeed({ pods, percent }: ScalingRules): 'pods' | 'percent' | 'selectPolicy' {
  if (pods) return 'pods';
  return percent ? 'percent' : 'selectPolicy';
}

function ratesText(rules: ScalingRules): string {
  const rates = policiesOf('scaleUp', rules).map((policy) =>
    (policy.type === 'Pods' ? podRate : percentRate).format(policy),
  );
  return rates.join(rules.selectPolicy === 'Max' ? ' or, if that is more, ' : ' or, if that is less, ');
}

/** `8h`, `75m`. */
function inMinutes(seconds: number): string {
  return formatDuration(Math.round(seconds / 60) * 60);
}
