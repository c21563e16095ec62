import { CloudwatchDashboard } from '@cdktf/provider-aws/lib/cloudwatch-dashboard/index.js';
import { formatPath, type SpecPath } from '../../../compiler/spec-path.ts';
import { expression } from '../../../terraform/engine/expression.ts';
import type { Model } from '../../registry.ts';
import { cpuOf, groupOf, memoryMetric, nodesOf } from './caches.ts';
import { rds } from './databases.ts';
import { groupMetric, nodePools } from './nodes.ts';
import { thresholdCode } from './thresholds.ts';
import { albMetric, queueMetric } from './traffic.ts';
import { podMetric } from './workloads.ts';
import { type AlarmWriter, FILE, type Metric } from './writer.ts';

/** Columns of a dashboard, and how many of them a graph takes. */
const COLUMNS = 24;
const WIDTH = 8;
const HEIGHT = 6;
/** An alarm widget shows no more. @source CloudWatch user guide, "Dashboard body structure and syntax" */
const MOST_ALARMS = 100;

/** A graph; a line is what a value is compared with. */
interface Graph {
  readonly title: string;
  /** Rows of `metrics`: metrics, metric math, or code that makes a list of rows. */
  readonly metrics: readonly unknown[] | string;
  readonly stat: string;
  readonly line?: { readonly label: string; readonly value: string };
}

/** A row of the dashboard: one thing with its key metrics. */
interface Row {
  readonly item: SpecPath;
  readonly graphs: readonly Graph[];
}

/** The key metrics of everything that the spec knows, with the thresholds as lines, and the state of all alarms. */
export function addDashboard(model: Model, writer: AlarmWriter): void {
  const { roots, frame } = writer;
  const rows = rowsOf(model, writer);
  if (rows.length === 0) return;
  const place = (name: string) => ({ file: FILE, at: ['alarms', 'dashboard'], name: [name] });
  const widgets: unknown[] = [];
  let y = 0;
  if (writer.arns.length > 0) {
    const arns = roots.aws.local(place('alarm-arns'), writer.arns.map(expression));
    const all = `flatten(${'local.alarm_arns'})`;
    const alarms = expression(`slice(${all}, 0, min(${MOST_ALARMS}, length(${all})))`);
    widgets.push({
      ...box('alarm', 0, y, COLUMNS, 4),
      properties: { title: 'Alarms', alarms: arns && alarms },
    });
    y += 4;
  }
  for (const { item, graphs } of rows) {
    widgets.push({ ...box('text', 0, y, COLUMNS, 1), properties: { markdown: `## ${formatPath(item)}` } });
    y += 1;
    for (const [index, graph] of graphs.entries()) {
      const column = (index * WIDTH) % COLUMNS;
      if (index > 0 && column === 0) y += HEIGHT;
      widgets.push({
        ...box('metric', column, y, WIDTH, HEIGHT),
        properties: propertiesOf(graph, frame.aws.region),
      });
    }
    y += HEIGHT;
  }
  roots.aws.local(place('dashboard'), { widgets });
  roots.aws.resource(CloudwatchDashboard, place('scaling'), {
    dashboardName: `${frame.environment}-scaling`,
    dashboardBody: expression('jsonencode(local.dashboard)'),
  });
}

function box(type: string, x: number, y: number, width: number, height: number) {
  return { type, x, y, width, height };
}

function propertiesOf({ title, metrics, stat, line }: Graph, region: string) {
  return {
    title,
    region,
    view: 'timeSeries',
    stat,
    period: expression('local.alarm_evaluation.period'),
    metrics,
    ...(line === undefined
      ? {}
      : { annotations: { horizontal: [{ label: line.label, value: expression(line.value) }] } }),
  };
}

function rowsOf(model: Model, writer: AlarmWriter): readonly Row[] {
  return [
    ...loadBalancerRows(writer),
    ...workloadRows(model, writer),
    ...nodeRows(model, writer),
    ...databaseRows(model, writer),
    ...cacheRows(model, writer),
    ...queueRows(writer),
  ];
}

/** `["AWS/RDS", "CPUUtilization", "DBInstanceIdentifier", "prod-postgres", { … }]` */
function row({ namespace, name, dimensions }: Metric, options?: Record<string, unknown>): unknown[] {
  return [namespace, name, ...Object.entries(dimensions).flat(), ...(options ? [options] : [])];
}

function math(code: string, label: string): unknown[] {
  return [{ expression: code, label, id: 'result' }];
}

function hidden(metric: Metric, id: string): unknown[] {
  return row(metric, { id, visible: false });
}

function alarmLine(writer: AlarmWriter, item: SpecPath, name: Parameters<typeof thresholdCode>[2]) {
  return { label: 'alarm', value: thresholdCode(writer.alarms, item, name) };
}

function loadBalancerRows(writer: AlarmWriter): readonly Row[] {
  return [...writer.alarms.loadBalancers.keys()].map((key) => {
    const item = ['loadBalancers', key];
    return {
      item,
      graphs: [
        { title: 'Requests', stat: 'Sum', metrics: [row(albMetric(key, 'RequestCount', 'Sum'))] },
        {
          title: 'Share of errors',
          stat: 'Sum',
          metrics: [
            math('100 * (FILL(target, 0) + FILL(own, 0)) / requests', 'errors in %'),
            hidden(albMetric(key, 'HTTPCode_Target_5XX_Count', 'Sum'), 'target'),
            hidden(albMetric(key, 'HTTPCode_ELB_5XX_Count', 'Sum'), 'own'),
            hidden(albMetric(key, 'RequestCount', 'Sum'), 'requests'),
          ],
          line: alarmLine(writer, item, 'errors'),
        },
        {
          title: 'Response time in seconds',
          stat: 'p95',
          metrics: ['p50', 'p95', 'p99'].map((stat) =>
            row(albMetric(key, 'TargetResponseTime', stat), { stat, label: stat }),
          ),
          line: alarmLine(writer, item, 'p95'),
        },
      ],
    };
  });
}

function workloadRows({ workloads, foundation }: Model, writer: AlarmWriter): readonly Row[] {
  if (!writer.alarms.containerInsights) return [];
  return [...workloads].map(([key, { name, namespace }]) => {
    const item = ['workloads', key];
    const graph = (what: 'cpu' | 'memory'): Graph => ({
      title: `${what === 'cpu' ? 'CPU' : 'Memory'} of the pods in % of the limit`,
      stat: 'Average',
      metrics: [row(podMetric(foundation.cluster, namespace, name, what))],
      line: alarmLine(writer, item, what),
    });
    return { item, graphs: [graph('cpu'), graph('memory')] };
  });
}

function nodeRows(model: Model, writer: AlarmWriter): readonly Row[] {
  return nodePools(model).map((pool) => ({
    item: pool.item,
    graphs: [
      {
        title: 'Nodes',
        stat: 'Maximum',
        metrics: ['GroupMinSize', 'GroupDesiredCapacity', 'GroupInServiceInstances', 'GroupMaxSize'].map(
          (name) => row(groupMetric(pool, name)),
        ),
      },
      {
        title: 'CPU of the nodes in %',
        stat: 'Average',
        metrics: [['AWS/EC2', 'CPUUtilization', 'AutoScalingGroupName', pool.group]],
        line: alarmLine(writer, pool.item, 'cpu'),
      },
    ],
  }));
}

function databaseRows({ databases }: Model, writer: AlarmWriter): readonly Row[] {
  return [...databases].map(([key, { readReplicas }]) => {
    const item = ['databases', key];
    const replicas = [...readReplicas.keys()].map((replica) => ({ keys: [key, replica] }));
    const all = [{ keys: [key] }, ...replicas];
    const graph = (title: string, name: string, stat: string, line?: Graph['line']): Graph => ({
      title,
      stat,
      metrics: all.map((instance) => row(rds(instance, name, stat))),
      ...(line ? { line } : {}),
    });
    const lag: Graph = {
      title: 'Lag of the replicas in seconds',
      stat: 'Average',
      metrics: replicas.map((instance) => row(rds(instance, 'ReplicaLag', 'Average'))),
      line: alarmLine(writer, [...item, 'readReplicas', replicas[0]?.keys[1] ?? ''], 'replicaLag'),
    };
    return {
      item,
      graphs: [
        graph('CPU in %', 'CPUUtilization', 'Average', alarmLine(writer, item, 'cpu')),
        graph('Connections', 'DatabaseConnections', 'Maximum'),
        graph('Free memory in bytes', 'FreeableMemory', 'Minimum'),
        graph('Free disk in bytes', 'FreeStorageSpace', 'Minimum'),
        ...(replicas.length > 0 ? [lag] : []),
      ],
    };
  });
}

function cacheRows({ caches }: Model, writer: AlarmWriter): readonly Row[] {
  return [...caches].map(([key, cache]) => {
    const item = ['caches', key];
    const cpu = cpuOf(cache, thresholdCode(writer.alarms, item, 'cpu'));
    const nodes = (name: string) =>
      expression(
        `[for node in ${nodesOf(key)} : ["AWS/ElastiCache", "${name}", "CacheClusterId", "\${${groupOf(key)}.replication_group_id}-\${node}"]]`,
      );
    const graph = (title: string, name: string, stat: string, line?: Graph['line']): Graph => ({
      title,
      stat,
      metrics: nodes(name),
      ...(line ? { line } : {}),
    });
    return {
      item,
      graphs: [
        graph('CPU in %', cpu.metric, 'Average', { label: 'alarm', value: cpu.threshold }),
        graph('Memory in use in %', memoryMetric(cache), 'Maximum', alarmLine(writer, item, 'memory')),
        graph('Evictions', 'Evictions', 'Sum', alarmLine(writer, item, 'evictions')),
        graph('Connections', 'CurrConnections', 'Maximum'),
        graph('Hit rate in %', 'CacheHitRate', 'Average'),
      ],
    };
  });
}

function queueRows(writer: AlarmWriter): readonly Row[] {
  return [...writer.alarms.queues].map(([key, { name }]) => ({
    item: ['queues', key],
    graphs: [
      {
        title: 'Messages that wait',
        stat: 'Minimum',
        metrics: [row(queueMetric(name, 'ApproximateNumberOfMessagesVisible', 'Minimum'))],
      },
      {
        title: 'Age of the oldest message in seconds',
        stat: 'Maximum',
        metrics: [row(queueMetric(name, 'ApproximateAgeOfOldestMessage', 'Maximum'))],
      },
    ],
  }));
}
