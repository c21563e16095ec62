import { compareText } from '../../../util/compare.ts';
import { invariant } from '../../../util/invariant.ts';
import type { Metric } from '../schema-metric.ts';

/**
 * The metrics in an order that comes back from the API as it went there; the provider compares lists by
 * position (terraform-provider-kubernetes #1188, #2039).
 *
 * An object that is stored as autoscaling/v1 keeps the CPU utilization in a field of its own, and the
 * conversion puts it behind all others (Convert_v1_HorizontalPodAutoscaler_To_autoscaling_…;
 * kubernetes #74099). Stored as v2, as test/integration/etcd/data.go of Kubernetes says today, the order
 * stays. So CPU comes last, which is right for both.
 */
export function metricBlocks(metrics: ReadonlyMap<string, Metric>) {
  return [...metrics]
    .sort(([a, metricA], [b, metricB]) => rank(metricA) - rank(metricB) || compareText(a, b))
    .map(([, metric]) => metricBlock(metric));
}

const ORDER = ['external', 'object', 'pods', 'container', 'resource'];

function rank({ kind, resource }: Metric): number {
  const isCpuOfPods = kind === 'resource' && resource === 'cpu';
  return ORDER.indexOf(kind ?? '') + (isCpuOfPods ? 1 : 0);
}

function metricBlock(metric: Metric) {
  const { kind } = metric;
  invariant(kind !== undefined, 'the rules about metrics have passed');
  const target = targetBlock(metric);
  switch (kind) {
    case 'resource':
      return { type: 'Resource', resource: { name: known(metric.resource), target } };
    case 'container':
      return {
        type: 'ContainerResource',
        containerResource: { name: known(metric.resource), container: known(metric.container), target },
      };
    case 'pods':
      return { type: 'Pods', pods: { metric: identifier(metric), target } };
    case 'object':
      return {
        type: 'Object',
        object: { describedObject: known(metric.object), metric: identifier(metric), target },
      };
    case 'external':
      return { type: 'External', external: { metric: identifier(metric), target } };
  }
}

function identifier({ metric, selector }: Metric) {
  const matchLabels = selector && Object.fromEntries(selector);
  return { name: known(metric), selector: matchLabels ? [{ matchLabels }] : undefined };
}

function targetBlock({ averageUtilization, averageValue, value }: Metric) {
  if (averageUtilization !== undefined) return { type: 'Utilization', averageUtilization };
  if (averageValue !== undefined) return { type: 'AverageValue', averageValue };
  return { type: 'Value', value: known(value) };
}

/** The rules have refused a metric without it. */
function known<T>(value: T | undefined): T {
  invariant(value !== undefined, 'the rules about metrics have passed');
  return value;
}
