import type { AlarmKind, MissingData, SpecChange } from './kind.ts';

const WORKLOAD = ['workloads.<key>'];
const SOURCE =
  'CloudWatch user guide, "Amazon EKS and Kubernetes Container Insights metrics": dimensions PodName, Namespace, ClusterName (read 2026-11-25)';

const NO_PODS: MissingData = {
  treat: 'notBreaching',
  why: 'a workload that a schedule has scaled to nothing has no pods to report',
};

const MORE_PODS: SpecChange = {
  key: '<item>.autoscaling.maxReplicas',
  effect: 'the HorizontalPodAutoscaler may add pods',
  takes: 'seconds to some minutes, with new nodes',
  downtime: 'none',
};

const LARGER_PODS = (what: string): SpecChange => ({
  key: `<item>.resources.limits.${what}`,
  effect: 'larger pods',
  takes: 'a rollout of the workload',
  downtime: 'none',
});

export const workloadKinds = {
  'workload-cpu': {
    title: 'CPU of the pods of a workload',
    watches: WORKLOAD,
    metric: 'ContainerInsights pod_cpu_utilization_over_pod_limit, average',
    threshold: 'cpu',
    missing: NO_PODS,
    meaning:
      'The pods use most of their CPU limit. Above it they are throttled, and every request takes longer. The autoscaler should have added pods: it may be at its maximum.',
    hint: 'Look whether the autoscaler is at maxReplicas first; then raise it.',
    look: ['kubectl get hpa <name>', 'kubectl top pods -l app=<name>', 'kubectl describe hpa <name>'],
    steps: [
      'Optimize: a profile of the code often saves more than a scaling brings.',
      'Horizontal: raise maxReplicas; check that nodes and database connections suffice.',
      'Vertical: a larger limit, where a single request needs it.',
    ],
    changes: [MORE_PODS, LARGER_PODS('cpu')],
    scale: 'workloads.blockchain-backend max=30',
    rollback: 'Write the old value back; the autoscaler takes pods away after its stabilization window.',
    source: SOURCE,
  },
  'workload-memory': {
    title: 'Memory of the pods of a workload',
    watches: WORKLOAD,
    metric: 'ContainerInsights pod_memory_utilization_over_pod_limit, average',
    threshold: 'memory',
    missing: NO_PODS,
    meaning: 'The pods use most of their memory limit. Above it Kubernetes ends the container (OOMKilled).',
    hint: 'Look for a leak first; more pods help little with memory, a larger limit does.',
    look: [
      'kubectl top pods -l app=<name>',
      "kubectl get pods -l app=<name> -o jsonpath='{..lastState.terminated.reason}'",
    ],
    steps: [
      'Optimize: a leak comes back at any size; look at the curve over days.',
      'Vertical: a larger limit and request.',
      'Horizontal: more pods, where memory grows with the number of requests in flight.',
    ],
    changes: [LARGER_PODS('memory'), MORE_PODS],
    scale: 'workloads.blockchain-backend memoryLimit=2Gi',
    rollback: 'Write the old value back; it is a rollout of the workload.',
    source: SOURCE,
  },
} as const satisfies Record<string, AlarmKind>;
