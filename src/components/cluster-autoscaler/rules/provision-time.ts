import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule } from '../../../compiler/rules/rule.ts';
import type { ClusterAutoscalerSection } from '../schema.ts';
import { whenDeployed } from './deployed.ts';
import { example } from './example.ts';

/** In seconds. A node on EKS takes one to four minutes, and longer with many images to pull. */
const SHORTEST = 5 * 60;
const LONGEST = 30 * 60;

export const provisionTime = defineRule<ClusterAutoscalerSection>({
  code: 'cluster-autoscaler/provision-time',
  severity: 'warning',
  summary: 'a new node has between 5 and 30 minutes to come',
  why: 'given up too early, nodes that are about to be ready are terminated, and their group is left alone for minutes; too late, pods wait that long for a spot instance that AWS does not have before another group is asked',
  source:
    'kubernetes/autoscaler@01ea19e, flags.go: max-node-provision-time is 15 minutes, node-group-backoff 5 to 30 minutes (read 2026-11-25); nodes on EKS are ready after 1 to 4 minutes',
  examples: {
    good: [example('maxNodeProvisionTime: 5m'), example('maxNodeProvisionTime: 30m')],
    bad: [example('maxNodeProvisionTime: 2m'), example('maxNodeProvisionTime: 1h')],
  },
  check: whenDeployed(({ maxNodeProvisionTime: time }, at, report) => {
    if (time >= SHORTEST && time <= LONGEST) return;
    report({
      at: at('maxNodeProvisionTime'),
      message: `nodes are given up after ${formatDuration(time)}, which is ${time < SHORTEST ? 'before some of them are ready' : 'a long time for pods to wait'}`,
      help: 'write between 5m and 30m; upstream has 15m',
      suggestions: [{ message: 'write 15m', replacement: '15m' }],
    });
  }),
});
