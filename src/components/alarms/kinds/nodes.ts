import type { AlarmKind } from './kind.ts';

const GROUPS = ['autoScalingGroups.<key>', 'nodeGroups.<key>'];

export const nodeKinds = {
  'nodes-at-max': {
    title: 'Group of nodes at its maximum',
    watches: GROUPS,
    metric: 'AWS/AutoScaling GroupDesiredCapacity as a share of GroupMaxSize',
    missing: {
      treat: 'notBreaching',
      why: 'a group whose metrics nobody collects says nothing; for groups of EKS see the runbook',
    },
    meaning:
      'Whoever scales the group wants as many nodes as there may be, so the next pod stays Pending: autoscaling is at its end. It compares what the group has as maximum at that time, also while a schedule moves it. Groups of a fixed size and those that Terraform owns have no such alarm.',
    hint: 'Look for Pending pods and for what asks for so much first; then raise size.max.',
    look: [
      'kubectl get pods --all-namespaces --field-selector=status.phase=Pending',
      'kubectl get hpa --all-namespaces',
      "aws autoscaling describe-auto-scaling-groups --auto-scaling-group-names <group> --query 'AutoScalingGroups[0].[MinSize,DesiredCapacity,MaxSize,EnabledMetrics[].Metric]'",
      'aws autoscaling enable-metrics-collection --auto-scaling-group-name <group> --granularity 1Minute   # if the metrics are missing',
    ],
    steps: [
      'Look: is it real load, or a HorizontalPodAutoscaler that runs away?',
      'Optimize: requests that are larger than what pods use waste nodes (kubectl top pods).',
      'Horizontal: raise size.max; check subnets for free addresses and the vCPU quota of the account.',
      'Vertical: larger instance types, where single pods do not fit.',
    ],
    changes: [
      {
        key: '<item>.size.max',
        effect: 'the autoscaler may launch more nodes',
        takes: 'an apply of seconds; a node is Ready one to three minutes later',
        downtime: 'none',
      },
      {
        key: 'workloads.<key>.resources.requests',
        effect: 'more pods on each node',
        takes: 'a rollout of the workload',
        downtime: 'none',
      },
    ],
    scale: 'autoScalingGroups.eks-worker-nodes max=20',
    rollback:
      'Write the old maximum back. A group above it ends nodes at once, without asking the autoscaler: wait until desired is below.',
    source:
      'EC2 Auto Scaling user guide, "Amazon CloudWatch metrics for Amazon EC2 Auto Scaling"; for groups of EKS aws/containers-roadmap #762 (read 2026-11-25)',
  },
  'nodes-cpu': {
    title: 'CPU of a group of nodes',
    watches: GROUPS,
    metric: 'AWS/EC2 CPUUtilization of the instances of the group, average',
    threshold: 'cpu',
    missing: { treat: 'notBreaching', why: 'a group that is scaled down to no node reports nothing' },
    meaning:
      'The nodes compute most of the time. Cluster Autoscaler looks at requests, not at use: nodes get busy without more of them when pods use more than they request.',
    hint: 'Compare requests with use first; then let more pods share the load, which brings more nodes.',
    look: ['kubectl top nodes', 'kubectl top pods --all-namespaces --sort-by=cpu'],
    steps: [
      'Optimize: find the pods that use most; set requests to what they use.',
      'Horizontal: more pods by the HorizontalPodAutoscaler, and nodes follow.',
      'Vertical: larger or newer instance types.',
    ],
    changes: [
      {
        key: 'workloads.<key>.resources.requests',
        effect: 'fewer pods on each node',
        takes: 'a rollout of the workload, then one to three minutes for each new node',
        downtime: 'none',
      },
      {
        key: '<item>.instanceTypes',
        effect: 'larger nodes',
        takes: 'nodes are replaced step by step',
        downtime: 'none where pods have a disruption budget and more than one replica',
      },
      {
        key: '<item>.size.min',
        effect: 'nodes in reserve',
        takes: 'one to three minutes',
        downtime: 'none',
      },
    ],
    scale: 'workloads.blockchain-backend cpu=750m',
    rollback: 'Write the old value back; nodes that are no longer needed go after ten minutes.',
    source:
      'EC2 user guide, "CloudWatch metrics that are available for your instances": dimension AutoScalingGroupName',
  },
} as const satisfies Record<string, AlarmKind>;
