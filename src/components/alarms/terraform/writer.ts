import { CloudwatchMetricAlarm } from '@cdktf/provider-aws/lib/cloudwatch-metric-alarm/index.js';
import type { Frame } from '../../../compiler/frame/frame.ts';
import { formatPath, type SpecPath } from '../../../compiler/spec-path.ts';
import { addressName } from '../../../terraform/engine/address.ts';
import { expression, listExpression, numberExpression } from '../../../terraform/engine/expression.ts';
import type { Roots } from '../../../terraform/platform/roots.ts';
import { alarmName, type Subject, wordsOf } from '../alarm-names.ts';
import type { Evaluation } from '../evaluation.ts';
import type { AlarmId } from '../kinds/ids.ts';
import { alarmKinds } from '../kinds/index.ts';
import { isWatched } from '../overrides.ts';
import type { Alarms } from '../schema.ts';

export const FILE = 'monitoring';

/** A metric of one thing. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
  /** `Average`, `p95`, … */
  readonly stat: string;
}

/** Metrics and an expression of metric math over their ids. */
export interface MetricMath {
  readonly code: string;
  readonly label: string;
  readonly metrics: Readonly<Record<string, Metric>>;
  readonly stat?: undefined;
}

/** One alarm, or one for each node of a cache. */
export interface Alarm {
  readonly id: AlarmId;
  readonly subject: Subject;
  /** The path of what is watched. */
  readonly item: SpecPath;
  /** The keys of what is watched, the outermost first. */
  readonly keys: readonly string[];
  readonly previousKeys?: readonly string[] | undefined;
  /** What AWS or Kubernetes calls it: a key may be renamed, and an alarm of another name would be another alarm. */
  readonly called: string;
  readonly metric: Metric | MetricMath;
  readonly breaches: 'above' | 'below' | 'at-or-above';
  readonly threshold: number;
  /** What is the case when it begins, as a sentence; the beginning of the description. */
  readonly says: string;
  /** How long; a name stands for the local value that many alarms share. */
  readonly evaluation: EvaluationName | Evaluation;
  /** A set of node suffixes as code; the alarm is made for each. */
  readonly forEach?: string;
}

/** Local values that say how long CloudWatch looks. */
export type EvaluationName = 'alarm-evaluation' | 'alarm-node-evaluation' | 'alarm-queue-growth';

/** Makes alarms, and remembers them for the dashboard. */
export class AlarmWriter {
  readonly alarms: Alarms;
  readonly frame: Frame;
  readonly roots: Roots;
  /** A list of ARNs as code for each resource. */
  readonly arns: string[] = [];

  constructor(alarms: Alarms, frame: Frame, roots: Roots) {
    this.alarms = alarms;
    this.frame = frame;
    this.roots = roots;
  }

  /** Adds an alarm, unless the spec says that the thing has none of its kind. */
  add(alarm: Alarm): void {
    const { id, subject, item, keys, previousKeys, called, forEach } = alarm;
    if (!isWatched(this.alarms, item, id)) return;
    const kind = alarmKinds[id];
    const words = wordsOf(subject, id);
    const each = forEach === undefined ? '' : `-${expression('each.key')}`;
    const resource = this.roots.aws.resource(
      CloudwatchMetricAlarm,
      {
        file: FILE,
        at: item,
        name: [...keys, words],
        previousName: previousKeys && [...previousKeys, words],
        notes: [`Missing data is ${MISSING_WORDS[kind.missing.treat]}: ${kind.missing.why}.`],
      },
      {
        alarmName: `${alarmName(this.frame.environment, called, words)}${each}`,
        alarmDescription: descriptionOf(alarm),
        ...metricConfig(alarm),
        comparisonOperator: OPERATORS[alarm.breaches],
        threshold: alarm.threshold,
        ...counts(alarm.evaluation),
        treatMissingData: kind.missing.treat,
        ...(alarm.metric.stat?.startsWith('p') ? { evaluateLowSampleCountPercentiles: 'ignore' } : {}),
        alarmActions: listExpression('local.alarm_actions'),
        okActions: listExpression('local.alarm_actions'),
      },
    );
    if (forEach !== undefined) this.roots.aws.forEach(resource, expression(forEach));
    const address = `${CloudwatchMetricAlarm.tfResourceType}.${addressName([...keys, words])}`;
    this.arns.push(forEach === undefined ? `[${address}.arn]` : `values(${address})[*].arn`);
  }
}

const MISSING_WORDS = {
  missing: 'no answer',
  breaching: 'taken for a breach',
  notBreaching: 'taken for good',
} as const;

const OPERATORS = {
  above: 'GreaterThanThreshold',
  below: 'LessThanThreshold',
  'at-or-above': 'GreaterThanOrEqualToThreshold',
} as const;

/** At most 1,024 characters for CloudWatch: what is the case, what to do first, and which lines of the spec help. */
function descriptionOf({ id, item, says }: Alarm): string {
  const { hint, changes } = alarmKinds[id];
  const paths = changes.map(({ key }) => specPathOf(key, item));
  return `${says} ${hint} Spec: ${paths.join(', ')}. More: reference/alarms.md#${id}`;
}

/** `<item>.class` of a replica is `databases.postgres.readReplicas.replica-1.class`. */
function specPathOf(key: string, item: SpecPath): string {
  return key.replace('<item>', formatPath(item)).replace('<database>', formatPath(item.slice(0, 2)));
}

function metricConfig({ metric, evaluation }: Alarm) {
  const { period } = counted(evaluation);
  if (!('code' in metric)) {
    const { namespace, name, dimensions, stat } = metric;
    const statistic = stat.startsWith('p') ? { extendedStatistic: stat } : { statistic: stat };
    return { namespace, metricName: name, dimensions: { ...dimensions }, ...statistic, period };
  }
  return {
    metricQuery: [
      { id: 'result', expression: metric.code, label: metric.label, returnData: true },
      ...Object.entries(metric.metrics).map(([id, { namespace, name, dimensions, stat }]) => ({
        id,
        metric: { namespace, metricName: name, dimensions: { ...dimensions }, stat, period },
      })),
    ],
  };
}

function counts(evaluation: Alarm['evaluation']) {
  const { evaluationPeriods, datapointsToAlarm } = counted(evaluation);
  return { evaluationPeriods, datapointsToAlarm };
}

/** Numbers, or references to the local value that holds them. */
function counted(evaluation: Alarm['evaluation']): Evaluation {
  if (typeof evaluation !== 'string') return evaluation;
  const local = `local.${addressName([evaluation])}`;
  return {
    period: numberExpression(`${local}.period`),
    evaluationPeriods: numberExpression(`${local}.evaluation_periods`),
    datapointsToAlarm: numberExpression(`${local}.datapoints_to_alarm`),
  };
}
