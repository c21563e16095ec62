import { formatPath } from '../../compiler/spec-path.ts';
import type { Model } from '../registry.ts';

type Things = Pick<
  Model,
  'databases' | 'caches' | 'autoScalingGroups' | 'nodeGroups' | 'workloads' | 'alarms'
>;

/** The paths of everything that may have alarms, as they are written in `alarms.items`. */
export function watchedItems(model: Things): readonly string[] {
  const { alarms } = model;
  const of = (kind: string, map: ReadonlyMap<string, unknown> | undefined) =>
    [...(map?.keys() ?? [])].map((key) => formatPath([kind, key]));
  return [
    ...of('autoScalingGroups', model.autoScalingGroups),
    ...of('nodeGroups', model.nodeGroups),
    ...of('workloads', model.workloads),
    // The examples of one kind are compiled without the others.
    ...[...(model.databases ?? [])].flatMap(([key, { readReplicas }]) => [
      formatPath(['databases', key]),
      ...[...readReplicas.keys()].map((replica) => formatPath(['databases', key, 'readReplicas', replica])),
    ]),
    ...of('caches', model.caches),
    ...of('loadBalancers', alarms?.loadBalancers),
    ...of('queues', alarms?.queues),
  ];
}

/** Whether there is anything to make an alarm for: workloads count only where Container Insights runs. */
export function isAnythingWatched(model: Things): boolean {
  return watchedItems(model).some(
    (item) => !item.startsWith('workloads.') || model.alarms?.containerInsights === true,
  );
}
