import { discoveryTags } from '../../terraform/platform/cluster-autoscaler-tags.ts';
import type { ClusterAutoscaler } from './schema.ts';

/** The command line, in the order of output. Durations are Go's, which has no days: seconds. */
export function argumentsOf(autoscaler: ClusterAutoscaler, cluster: string): readonly string[] {
  const keys = discoveryTags(cluster).map(([key]) => key);
  const seconds = (value: number) => `${value}s`;
  const flags: Readonly<Record<string, string | number | boolean>> = {
    'cloud-provider': 'aws',
    namespace: autoscaler.namespace,
    'node-group-auto-discovery': `asg:tag=${keys.join(',')}`,
    expander: expanders(autoscaler.expander),
    'balance-similar-node-groups': autoscaler.balanceSimilarNodeGroups,
    'scan-interval': seconds(autoscaler.scanInterval),
    'new-pod-scale-up-delay': seconds(autoscaler.newPodScaleUpDelay),
    'max-node-provision-time': seconds(autoscaler.maxNodeProvisionTime),
    'scale-down-utilization-threshold': fraction(autoscaler.scaleDownUtilizationThreshold),
    'scale-down-unneeded-time': seconds(autoscaler.scaleDownUnneededTime),
    'scale-down-unready-time': seconds(autoscaler.scaleDownUnreadyTime),
    'scale-down-delay-after-add': seconds(autoscaler.scaleDownDelayAfterAdd),
    'scale-down-delay-after-delete': seconds(autoscaler.scaleDownDelayAfterDelete),
    'scale-down-delay-after-failure': seconds(autoscaler.scaleDownDelayAfterFailure),
    'max-graceful-termination-sec': autoscaler.maxGracefulTermination,
    'skip-nodes-with-system-pods': autoscaler.skipNodesWithSystemPods,
    'skip-nodes-with-local-storage': autoscaler.skipNodesWithLocalStorage,
    'ignore-daemonsets-utilization': autoscaler.ignoreDaemonSetsUtilization,
    v: 4,
  };
  return Object.entries(flags).map(([flag, value]) => `--${flag}=${value}`);
}

/** Cluster Autoscaler asks them in turn until one group is left, and then takes any of those that are. */
function expanders(first: ClusterAutoscaler['expander']): string {
  return first === 'random' || first === 'least-waste' ? first : `${first},least-waste`;
}

/** 50 (percent) is `0.5`; rounded, because 7.1 / 100 is 0.07099999999999999. */
function fraction(percent: number): string {
  return String(Math.round(percent * 100) / 10_000);
}
