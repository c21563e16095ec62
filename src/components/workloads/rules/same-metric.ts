import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { compareText } from '../../../util/compare.ts';
import { isOfKnownKind, TARGETS } from '../metric-kinds.ts';
import type { Workloads } from '../schema.ts';
import type { Metric } from '../schema-metric.ts';

export const sameMetric = defineRule<Workloads>({
  code: 'workload/same-metric',
  severity: 'warning',
  summary: 'an autoscaler follows each metric once',
  why: 'the metric that wants most pods wins, so that of two targets for the same one the lower alone counts',
  source:
    'k/k #80481: Kubernetes keeps duplicates, whatever their targets; the largest proposal wins (read 2026-11-27)',
  examples: {
    good: [
      // As in kube-state-metrics #2405: one metric, several queues.
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {orders: {kind: external, metric: depth, averageValue: 30, selector: {queue: orders}}, mails: {kind: external, metric: depth, averageValue: 30, selector: {queue: mails}}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {app: {kind: container, container: app, resource: cpu, averageValue: 500m}, proxy: {kind: container, container: proxy, resource: cpu, averageValue: 100m}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {each: {kind: external, metric: depth, averageValue: 30}, all: {kind: external, metric: depth, value: 200}}}}}',
    ],
    bad: [
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {few: {kind: external, metric: depth, averageValue: 30, selector: {queue: orders}}, many: {kind: external, metric: depth, averageValue: 100, selector: {queue: orders}}}}}}',
      'workloads: {api: {autoscaling: {maxReplicas: 10, metrics: {app-cpu: {kind: container, container: app, resource: cpu, averageValue: 500m}, more-cpu: {kind: container, container: app, resource: cpu, averageValue: 800m}}}}}',
    ],
  },
  check: eachItem('workloads', ({ autoscaling }, at, report) => {
    const first = new Map<string, string>();
    for (const [key, metric] of autoscaling?.metrics ?? []) {
      if (!isOfKnownKind(key, metric)) continue;
      const source = sourceOf(metric);
      const earlier = first.get(source);
      if (earlier === undefined) {
        first.set(source, key);
        continue;
      }
      report({
        at: at('autoscaling', 'metrics', key),
        on: 'key',
        message: `${key} is the same metric as ${earlier}: ${metric.kind} ${metric.metric ?? `${metric.container} ${metric.resource}`}`,
        help: `keep one of the two, or tell them apart by ${metric.kind === 'container' ? 'container' : 'selector'}`,
        related: [
          { message: 'the other one', at: { path: at('autoscaling', 'metrics', earlier), on: 'key' } },
        ],
      });
    }
  }),
});

/**
 * All that says where a metric comes from, and what its target is about: of a total and of a share for each pod both
 * may count.
 */
function sourceOf(source: Metric): string {
  const { kind, metric, selector, object, container, resource } = source;
  const labels = [...(selector ?? [])].sort(([a], [b]) => compareText(a, b));
  const described = object && [object.apiVersion, object.kind, object.name];
  const targets = TARGETS.filter((target) => source[target] !== undefined);
  return JSON.stringify([kind, metric, labels, described, container, resource, targets]);
}
