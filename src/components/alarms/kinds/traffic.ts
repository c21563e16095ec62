import type { AlarmKind, MissingData, SpecChange } from './kind.ts';

const QUIET: MissingData = { treat: 'notBreaching', why: 'without requests there is nothing to report' };
const SOURCE =
  'Elastic Load Balancing user guide, "CloudWatch metrics for your Application Load Balancer" (general knowledge, to be compared)';

const MORE_PODS: SpecChange = {
  key: 'workloads.<key>.autoscaling.maxReplicas',
  effect: 'the HorizontalPodAutoscaler may add pods',
  takes: 'seconds to some minutes, with new nodes',
  downtime: 'none',
};

export const trafficKinds = {
  'response-time': {
    title: 'Response time of a load balancer',
    watches: ['loadBalancers.<key>'],
    metric: 'AWS/ApplicationELB TargetResponseTime, p95',
    threshold: 'p95',
    missing: QUIET,
    meaning:
      'One of 20 requests takes longer than the threshold. The guide says: investigate, then scale. It may be the pods, the database behind them, or something that they call.',
    hint: 'Investigate first: which path, since which release, pods or database; then scale what is busy.',
    look: [
      'kubectl top pods -l app=<name>',
      'kubectl rollout history deployment/<name>',
      'aws cloudwatch get-metric-statistics --namespace AWS/ApplicationELB --metric-name TargetResponseTime --dimensions Name=LoadBalancer,Value=<app/name/id> --start-time "$(date -u -d \'-3 hours\' +%FT%TZ)" --end-time "$(date -u +%FT%TZ)" --period 300 --extended-statistics p50 p95 p99',
    ],
    steps: [
      'Investigate: a release, a slow query, a service outside? Other alarms of the same minutes tell.',
      'Optimize: the query, the cache, the call.',
      'Horizontal: more pods, if they are busy; a lower target of the autoscaler adds them earlier.',
      'Vertical: what is slow because it is small.',
    ],
    changes: [
      MORE_PODS,
      {
        key: 'workloads.<key>.autoscaling.metrics.cpu.averageUtilization',
        effect: 'pods are added earlier',
        takes: 'at once',
        downtime: 'none',
      },
    ],
    scale: 'workloads.blockchain-backend max=30',
    rollback: 'Write the old value back; the autoscaler takes pods away after its stabilization window.',
    source: SOURCE,
  },
  errors: {
    title: 'Errors of a load balancer',
    watches: ['loadBalancers.<key>'],
    metric:
      'AWS/ApplicationELB (HTTPCode_Target_5XX_Count + HTTPCode_ELB_5XX_Count) as a share of RequestCount',
    threshold: 'errors',
    missing: QUIET,
    meaning:
      'Too many requests are answered with a status of 500 or above, by the pods or by the load balancer itself (502 to 504: no pod answered). The guide says: investigate; scaling may be needed.',
    hint: 'Investigate first: a bad release is rolled back, not scaled; 502 to 504 mean that pods are missing or too slow.',
    look: [
      'kubectl logs -l app=<name> --since=15m | grep ERROR',
      'kubectl get pods -l app=<name>',
      'kubectl get events --sort-by=.lastTimestamp | tail -20',
    ],
    steps: [
      'Investigate: errors of the application in the logs, or of the load balancer?',
      'Roll back, if it began with a release: `kubectl rollout undo deployment/<name>`.',
      'Horizontal: more pods, if they are ended for lack of memory or fail their readiness probe under load.',
    ],
    changes: [MORE_PODS],
    scale: 'workloads.blockchain-backend min=6',
    rollback: 'Write the old value back.',
    source: SOURCE,
  },
  'queue-growing': {
    title: 'Queue that grows consistently',
    watches: ['queues.<key>'],
    metric:
      'AWS/SQS ApproximateNumberOfMessagesVisible, minimum of each five minutes, compared with the one before',
    threshold: 'queueGrowth',
    missing: {
      treat: 'notBreaching',
      why: 'SQS stops reporting about a queue that nobody used for six hours',
    },
    meaning:
      'More is put into the queue than is taken out, for as long as queueGrowth says: in all steps of five minutes but one, its emptiest moment was fuller than in the step before. A spike that is worked off does not count, nor does a queue below queueBacklog.',
    hint: 'Look whether the workers run and succeed first; then add workers.',
    look: [
      'aws sqs get-queue-attributes --queue-url <url> --attribute-names ApproximateNumberOfMessages ApproximateNumberOfMessagesNotVisible',
      'kubectl get pods -l app=<worker>',
      'kubectl logs -l app=<worker> --since=15m | tail -50',
    ],
    steps: [
      'Investigate: do the workers fail at one message again and again? A dead-letter queue takes it out.',
      'Optimize: batches, fewer calls for each message.',
      'Horizontal: more workers; check the connections of the database.',
    ],
    changes: [
      {
        key: 'workloads.<key>.autoscaling.maxReplicas',
        effect: 'the autoscaler may add workers',
        takes: 'seconds to some minutes, with new nodes',
        downtime: 'none',
      },
      {
        key: 'workloads.<key>.replicas',
        effect: 'more workers, where the number is fixed',
        takes: 'seconds to some minutes, with new nodes',
        downtime: 'none',
      },
    ],
    scale: 'workloads.worker max=20',
    rollback: 'Write the old value back when the queue is empty.',
    source:
      'SQS developer guide, "Available CloudWatch metrics for Amazon SQS" (general knowledge, to be compared)',
  },
} as const satisfies Record<string, AlarmKind>;
