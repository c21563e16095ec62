import { expression } from '../../../terraform/engine/expression.ts';
import type { Model } from '../../registry.ts';
import { thresholdCode, thresholdValue } from './thresholds.ts';
import type { AlarmWriter, Metric } from './writer.ts';

/** Only where Container Insights runs, and only for what has a limit: the metrics are shares of it. */
export function workloadAlarms({ workloads }: Model, writer: AlarmWriter): void {
  if (!writer.alarms.containerInsights) return;
  for (const [key, { name, namespace, resources, previousName }] of workloads) {
    const item = ['workloads', key];
    for (const what of ['cpu', 'memory'] as const) {
      if (resources.limits[what] === undefined) continue;
      const used = expression(thresholdCode(writer.alarms, item, what));
      writer.add({
        id: `workload-${what}`,
        subject: 'workload',
        item,
        keys: [key],
        called: namespace === 'default' ? name : `${namespace}-${name}`,
        previousKeys: previousName === undefined ? undefined : [previousName],
        evaluation: 'alarm-evaluation',
        metric: podMetric(writer.frame.foundation.cluster, namespace, name, what),
        breaches: 'above',
        threshold: thresholdValue(writer.alarms, item, what),
        says: `The pods use more than ${used} % of their ${what === 'cpu' ? 'CPU' : 'memory'} limit, sustained.`,
      });
    }
  }
}

/** Container Insights calls the Deployment of a pod `PodName`. */
export function podMetric(
  cluster: string,
  namespace: string,
  deployment: string,
  what: 'cpu' | 'memory',
): Metric {
  return {
    namespace: 'ContainerInsights',
    name: `pod_${what}_utilization_over_pod_limit`,
    dimensions: { ClusterName: cluster, Namespace: namespace, PodName: deployment },
    stat: 'Average',
  };
}
