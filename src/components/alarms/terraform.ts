import type { Catalog } from '../../catalog/catalog.ts';
import type { Frame } from '../../compiler/frame/frame.ts';
import type { Roots } from '../../terraform/platform/roots.ts';
import type { Model } from '../registry.ts';
import { type Evaluation, growthEvaluation, nodeEvaluation, usualEvaluation } from './evaluation.ts';
import type { Alarms } from './schema.ts';
import { cacheAlarms } from './terraform/caches.ts';
import { addDashboard } from './terraform/dashboard.ts';
import { databaseAlarms } from './terraform/databases.ts';
import { nodeAlarms } from './terraform/nodes.ts';
import { thresholdsLocal } from './terraform/thresholds.ts';
import { loadBalancerAlarms, queueAlarms } from './terraform/traffic.ts';
import { workloadAlarms } from './terraform/workloads.ts';
import { AlarmWriter, FILE } from './terraform/writer.ts';
import { isAnythingWatched } from './watched.ts';

/** The alarms of everything that the spec knows, and the dashboard, in `monitoring`. */
export function lowerAlarms(
  alarms: Alarms | undefined,
  roots: Roots,
  frame: Frame,
  model: Model,
  catalog: Catalog,
): void {
  if (!alarms || !isAnythingWatched(model)) return;
  settings(alarms, roots);
  const writer = new AlarmWriter(alarms, frame, roots);
  loadBalancerAlarms(writer);
  workloadAlarms(model, writer);
  nodeAlarms(model, writer);
  databaseAlarms(model, catalog, writer);
  cacheAlarms(model, writer);
  queueAlarms(writer);
  if (alarms.dashboard) addDashboard(model, writer);
}

/** What all alarms have in common, said once, so that an edit of it is an edit of one line. */
function settings(alarms: Alarms, { aws }: Roots): void {
  const local = (name: string, at: readonly string[], value: unknown, notes: readonly string[]) =>
    aws.local({ file: FILE, at: ['alarms', ...at], name: [name], notes }, value);
  const durations = { ...alarms };
  local('alarm-actions', ['notify'], [...(alarms.notify ?? [])], ['SNS topics that are told.']);
  local('alarm-thresholds', ['thresholds'], thresholdsLocal(alarms), [
    'Shares in percent, times in seconds.',
  ]);
  local('alarm-evaluation', ['sustained'], asObject(usualEvaluation(durations)), [
    'A value must be beyond its threshold in datapoints_to_alarm of evaluation_periods.',
  ]);
  local('alarm-node-evaluation', ['sustained'], asObject(nodeEvaluation(durations)), [
    'As long, for what EC2 reports every five minutes.',
  ]);
  if (alarms.queues.size === 0) return;
  const growth = growthEvaluation(alarms.thresholds.queueGrowth);
  local('alarm-queue-growth', ['thresholds', 'queueGrowth'], asObject(growth), [
    'In all steps but one the emptiest moment of a queue must be fuller than in the step before.',
  ]);
}

function asObject({ period, evaluationPeriods, datapointsToAlarm }: Evaluation) {
  return { period, evaluation_periods: evaluationPeriods, datapoints_to_alarm: datapointsToAlarm };
}
