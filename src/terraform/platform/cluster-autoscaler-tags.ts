import type { AutoscalingOptions, NodeTaints } from '../../compiler/language/node-fields.ts';

/**
 * Tags of an Auto Scaling group that Cluster Autoscaler reads, as key and value in the order of output.
 *
 * @source kubernetes/autoscaler, cluster-autoscaler/cloudprovider/aws/README.md (read 2026-11-25)
 */
export type Tag = readonly [key: string, value: string];

const PREFIX = 'k8s.io/cluster-autoscaler';
const TEMPLATE = `${PREFIX}/node-template`;

/** Auto-discovery finds the groups that have both keys; the values do not count for it. */
export function discoveryTags(cluster: string): readonly Tag[] {
  return [
    [`${PREFIX}/${cluster}`, 'owned'],
    [`${PREFIX}/enabled`, 'true'],
  ];
}

export interface NodeTemplate {
  readonly labels: ReadonlyMap<string, string>;
  readonly taints: NodeTaints;
  readonly autoscalingOptions: AutoscalingOptions;
  /** Size of the volume of a node in GiB, where it is known. */
  readonly volumeSize?: number | undefined;
  /** Pods that fit on a node, where the spec says so. */
  readonly maxPods?: number | undefined;
}

/** What a new node will be like, for a group that has no node to look at. */
export function nodeTemplateTags(template: NodeTemplate): readonly Tag[] {
  const { labels, taints, autoscalingOptions, volumeSize, maxPods } = template;
  return [
    ...[...labels].map(([key, value]): Tag => [`${TEMPLATE}/label/${key}`, value]),
    ...[...taints].map(
      ([key, { value = '', effect }]): Tag => [`${TEMPLATE}/taint/${key}`, `${value}:${effect}`],
    ),
    ...tags(`${TEMPLATE}/resources`, {
      'ephemeral-storage': volumeSize === undefined ? undefined : ephemeralStorage(volumeSize),
      pods: maxPods === undefined ? undefined : String(maxPods),
    }),
    ...optionTags(autoscalingOptions),
  ];
}

/**
 * Pods that ask for ephemeral storage never make an empty group grow unless the template offers some. The
 * kubelet keeps 10 % of the volume for eviction and EKS 1 GiB for itself: 20 GiB leave 17.
 *
 * @source awslabs/amazon-eks-ami@0137549, nodeadm/internal/kubelet/config.go, evictionHard and kubeReserved
 *   (read 2026-11-25)
 */
function ephemeralStorage(volumeSize: number): string | undefined {
  const size = Math.floor(volumeSize * 0.9 - 1);
  return size > 0 ? `${size}Gi` : undefined;
}

function optionTags(options: AutoscalingOptions): readonly Tag[] {
  const { scaleDownUtilizationThreshold, scaleDownUnneededTime, scaleDownUnreadyTime } = options;
  const seconds = (value: number | undefined) => (value === undefined ? undefined : `${value}s`);
  return tags(`${TEMPLATE}/autoscaling-options`, {
    scaledownutilizationthreshold:
      scaleDownUtilizationThreshold === undefined ? undefined : fraction(scaleDownUtilizationThreshold),
    scaledownunneededtime: seconds(scaleDownUnneededTime),
    scaledownunreadytime: seconds(scaleDownUnreadyTime),
  });
}

/** 50 (percent) is `0.5`; rounded, because 7 / 100 is 0.07 and 7.1 / 100 is 0.07099999999999999. */
function fraction(percent: number): string {
  return String(Math.round(percent * 100) / 10_000);
}

function tags(prefix: string, values: Readonly<Record<string, string | undefined>>): readonly Tag[] {
  return Object.entries(values).flatMap(([key, value]): Tag[] =>
    value === undefined ? [] : [[`${prefix}/${key}`, value]],
  );
}
