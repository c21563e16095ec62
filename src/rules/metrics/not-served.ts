import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { servedBy } from '../../components/workloads/metric-apis.ts';
import { eachMetric } from './each-metric.ts';
import { example } from './example.ts';

const pods = 'http_requests_per_second: {kind: pods, averageValue: 100}';
const queue = 'queue_depth: {kind: external, averageValue: 30}';

export const notServed = defineRule<Model>({
  code: 'metric/not-served',
  severity: 'warning',
  summary: 'something in the cluster serves every metric',
  why: 'a metric that nobody serves stays <unknown>: alone it stops all scaling, beside others it stops scaling down',
  source:
    'k/k pkg/controller/podautoscaler/horizontal.go: one broken metric and fewer pods wanted keeps the number (replayed on the vectors, 2026-11)',
  examples: {
    good: [
      example(pods, '{custom: prometheus-adapter}'),
      example(queue, '{external: datadog-cluster-agent}'),
      example('cpu: {averageUtilization: 70%}'),
    ],
    bad: [
      example(pods),
      example(pods, '{external: datadog-cluster-agent}'),
      example(queue, '{custom: prometheus-adapter}'),
      example(
        'requests: {kind: object, value: 10k, object: {apiVersion: networking.k8s.io/v1, kind: Ingress, name: main}}',
      ),
      example('cpu: {averageUtilization: 70%}', '{resource: none}'),
    ],
  },
  check: eachMetric(({ kind, key, metric }, at, report, { frame }) => {
    const { api, group, adapter } = servedBy(kind, frame.foundation);
    if (adapter !== undefined) return;
    const isOfPods = api === 'resource';
    report({
      at: at(),
      on: 'key',
      message: `nothing serves ${group}, which ${isOfPods ? key : (metric.metric ?? key)} comes from`,
      help: `install what serves ${group}, and say it in foundation.metricsAdapters.${api}`,
    });
  }),
});
