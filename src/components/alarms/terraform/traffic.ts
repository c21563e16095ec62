import { DataAwsLb } from '@cdktf/provider-aws/lib/data-aws-lb/index.js';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import { growthEvaluation } from '../evaluation.ts';
import { overridesOf } from '../overrides.ts';
import { growthCode } from '../queue-growth.ts';
import { thresholdCode, thresholdValue } from './thresholds.ts';
import type { AlarmWriter, Metric } from './writer.ts';

export function loadBalancerAlarms(writer: AlarmWriter): void {
  const { alarms, roots } = writer;
  for (const [key, { name }] of alarms.loadBalancers) {
    const item = ['loadBalancers', key];
    roots.aws.data(DataAwsLb, { file: 'lookups', at: ['alarms', ...item], name: [key] }, { name });
    const common = {
      subject: 'load-balancer',
      item,
      keys: [key],
      called: name,
      evaluation: 'alarm-evaluation',
    } as const;
    writer.add({
      ...common,
      id: 'response-time',
      metric: albMetric(key, 'TargetResponseTime', 'p95'),
      breaches: 'above',
      threshold: thresholdValue(alarms, item, 'p95'),
      says: `5 % of the requests take longer than ${expression(thresholdCode(alarms, item, 'p95'))} seconds, sustained.`,
    });
    writer.add({
      ...common,
      id: 'errors',
      metric: errorShare(key),
      breaches: 'above',
      threshold: thresholdValue(alarms, item, 'errors'),
      says: `More than ${expression(thresholdCode(alarms, item, 'errors'))} % of the requests fail, sustained.`,
    });
  }
}

export function albMetric(key: string, name: string, stat: string): Metric {
  const suffix = expression(`data.aws_lb.${addressName([key])}.arn_suffix`);
  return { namespace: 'AWS/ApplicationELB', name, dimensions: { LoadBalancer: suffix }, stat };
}

/** Errors are only counted when there are some, so that without them there is no value to add. */
function errorShare(key: string) {
  return {
    code: '100 * (FILL(target, 0) + FILL(own, 0)) / requests',
    label: 'share of errors',
    metrics: {
      target: albMetric(key, 'HTTPCode_Target_5XX_Count', 'Sum'),
      own: albMetric(key, 'HTTPCode_ELB_5XX_Count', 'Sum'),
      requests: albMetric(key, 'RequestCount', 'Sum'),
    },
  };
}

export function queueAlarms(writer: AlarmWriter): void {
  const { alarms } = writer;
  for (const [key, { name }] of alarms.queues) {
    const item = ['queues', key];
    const ownGrowth = overridesOf(alarms, item)?.queueGrowth;
    writer.add({
      id: 'queue-growing',
      subject: 'queue',
      item,
      keys: [key],
      called: name,
      evaluation: ownGrowth === undefined ? 'alarm-queue-growth' : growthEvaluation(ownGrowth),
      metric: {
        code: growthCode(expression(thresholdCode(alarms, item, 'queueBacklog'))),
        label: 'growth of the queue',
        metrics: { depth: queueMetric(name, 'ApproximateNumberOfMessagesVisible', 'Minimum') },
      },
      breaches: 'above',
      threshold: 0,
      says: 'The queue grows consistently: more comes in than is worked off.',
    });
  }
}

export function queueMetric(queue: string, name: string, stat: string): Metric {
  return { namespace: 'AWS/SQS', name, dimensions: { QueueName: queue }, stat };
}
