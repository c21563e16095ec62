import { type Scene, sceneOf } from '../capacity/scene.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Traffic } from '../compiler/frame/traffic.ts';
import { factor } from '../compiler/quantity/factor.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { type EventWindow, eventWindows } from './events.ts';
import type { Figure } from './figure.ts';
import { peakOn } from './growth.ts';
import { nodesFor } from './nodes-for.ts';
import { perMinute } from './per-minute.ts';
import { podsFor, trafficWorkloads } from './pods-for.ts';

/** How many pods of a workload, or nodes of a group, an event needs. */
export interface EventFloor {
  readonly event: EventWindow;
  /** `workloads.api`, `nodeGroups.spot-nodes` */
  readonly target: string;
  readonly kind: 'workloads' | 'autoScalingGroups' | 'nodeGroups';
  readonly key: string;
  /** Whether something moves the number: an autoscaler of pods, or Cluster Autoscaler. */
  readonly isElastic: boolean;
  /** Pods or nodes, however many there may be. */
  readonly needed: Figure;
  /** The greatest number of the target, and where it is said. */
  readonly most: number;
  readonly mostPath: SpecPath;
  /** What it gets: `needed`, or `most` where that is less. */
  readonly floor: number;
}

/** What every event of an environment needs, in the order of the events; workloads first, then groups by name. */
export function eventFloors(model: Model, catalog: Catalog): readonly EventFloor[] {
  const found = known.get(model);
  if (found) return found;
  const { traffic } = model;
  const scene = traffic?.events && sceneOf(model, catalog);
  const made = traffic
    ? eventWindows(traffic).flatMap((event) => floorsOf(event, model, traffic, scene))
    : [];
  known.set(model, made);
  return made;
}

const known = new WeakMap<Model, readonly EventFloor[]>();

function floorsOf(
  event: EventWindow,
  model: Model,
  traffic: Traffic,
  scene: Scene | undefined,
): readonly EventFloor[] {
  const pods = floorsOfPods(event, model, traffic);
  return [...pods, ...(scene ? floorsOfNodes(event, model, scene, pods) : [])];
}

function floorsOfPods(event: EventWindow, model: Model, traffic: Traffic): readonly EventFloor[] {
  const peak = greatestPeak(event, traffic);
  const rate = Math.round((peak.value * event.factor) / 100);
  return trafficWorkloads(model, traffic).flatMap((workload): EventFloor[] => {
    const pods = podsFor(workload, rate, model);
    if (!pods) return [];
    const { key, most, mostPath } = workload;
    const needed = {
      value: pods.value,
      formula: `${perMinute(peak.value)} × ${factor.format(event.factor)} = ${perMinute(rate)}; ${pods.formula}`,
      inputs: [...pods.inputs, ['traffic', 'growth'], ['traffic', 'events', event.name, 'factor']],
    };
    const isElastic = model.workloads.get(key)?.autoscaling !== undefined;
    const floor = Math.min(needed.value, most);
    return [
      { event, target: `workloads.${key}`, kind: 'workloads', key, isElastic, needed, most, mostPath, floor },
    ];
  });
}

/** Of the peaks without the event: the traffic may grow or shrink while it lasts. */
function greatestPeak({ firstDay, lastDay }: EventWindow, traffic: Traffic): Figure {
  let greatest = peakOn(traffic, firstDay, 'base');
  for (let day = firstDay + 1; day <= lastDay; day += 1) {
    const peak = peakOn(traffic, day, 'base');
    if (peak.value > greatest.value) greatest = peak;
  }
  return greatest;
}

/** Nodes for the pods that there can be: what is above their own maximum never asks for a node. */
function floorsOfNodes(
  event: EventWindow,
  model: Model,
  scene: Scene,
  pods: readonly EventFloor[],
): readonly EventFloor[] {
  const counts = new Map(pods.map(({ target, floor }) => [target, floor]));
  const { nodes } = nodesFor(scene, counts);
  const all = [...counts].map(([target, count]) => `${count} of ${target}`).join(', ');
  return scene.pools.map(({ name, kind, path, most }): EventFloor => {
    const [, key = ''] = path;
    const value = nodes.get(name) ?? 0;
    return {
      event,
      target: name,
      kind,
      key,
      isElastic: model[kind].get(key)?.size.owner === 'cluster-autoscaler',
      needed: {
        value,
        formula: `nodes under ${all} = ${value}`,
        inputs: pods.flatMap(({ needed }) => needed.inputs),
      },
      most: most.count,
      mostPath: most.path,
      floor: Math.min(value, most.count),
    };
  });
}
