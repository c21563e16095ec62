import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { isOfPods } from '../pod-targets.ts';
import { numbersUnderLoad } from '../scaling-speed.ts';
import type { Workloads } from '../schema.ts';

/** What the controller sees is 15 to 45 s old. @source flags of kube-controller-manager and manifests of metrics-server (2026-11) */
const SHORTEST_SECONDS = 60;

export const windowTooShort = defineRule<Workloads>({
  code: 'workload/window-too-short',
  severity: 'warning',
  summary: 'one short dip does not take away half of the pods',
  why: 'what the controller sees is up to 45 s old and noisy: without a window one low sample removes pods that load needs a moment later, and new ones take time to start (flapping)',
  source:
    'KEP-853 and kubernetes.io, Horizontal Pod Autoscaling: 300 s for the way down is the default against flapping; unverified: not read again since 2026-10. That metrics are 15 to 45 s old: manifests of metrics-server',
  examples: {
    good: [
      'workloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleDown: {stabilizationWindow: 1m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleDown: {stabilizationWindow: 0s, percent: 10% per 1m}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'tier: dev\nworkloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleDown: {stabilizationWindow: 0s}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      // A queue is empty when it is empty.
      'workloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleDown: {stabilizationWindow: 0s}}, metrics: {orders: {kind: external, averageValue: 30}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleDown: {stabilizationWindow: 0s}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 20, behavior: {scaleDown: {stabilizationWindow: 30s, percent: 50% per 15s}}, metrics: {cpu: {averageUtilization: 70%}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report, { frame }) => {
    if (!autoscaling?.behavior || frame.tier === 'dev') return;
    const { behavior, metrics, minReplicas, maxReplicas } = autoscaling;
    const { scaleDown } = behavior;
    const { stabilizationWindow: window, selectPolicy } = scaleDown;
    if (window >= SHORTEST_SECONDS || selectPolicy === 'Disabled') return;
    if (![...metrics.values()].some(({ kind }) => isOfPods(kind) || kind === 'pods')) return;
    // Pods begin to go when the dip is as old as the window.
    const range = { from: maxReplicas, to: minReplicas, forSeconds: SHORTEST_SECONDS - window - 1 };
    const left = numbersUnderLoad('scaleDown', scaleDown, range).at(-1) ?? maxReplicas;
    if (left > maxReplicas / 2) return;
    report({
      at: at('autoscaling', 'behavior', 'scaleDown', 'stabilizationWindow'),
      message: `with a window of ${formatDuration(window)} a dip of one minute takes ${maxReplicas} pods down to ${left}`,
      help: 'write 5m, the default of Kubernetes, or let fewer pods go at a time, as percent: 10% per 1m',
      related: [
        { message: 'the most pods', at: { path: at('autoscaling', 'maxReplicas') } },
        ...(['pods', 'percent'] as const).flatMap((key) =>
          scaleDown[key]
            ? [
                {
                  message: 'how many may go at a time',
                  at: { path: at('autoscaling', 'behavior', 'scaleDown', key) },
                },
              ]
            : [],
        ),
      ],
      suggestions: [{ message: 'write 5m', replacement: '5m' }],
    });
  }),
});
