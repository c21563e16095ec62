import type { Scene } from '../capacity/scene.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import { formatPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { secondsUntil } from '../components/workloads/scaling-speed.ts';
import type { ScalingRules } from '../components/workloads/schema-behavior.ts';
import { nodesFor } from '../traffic/nodes-for.ts';
import { podsFor, trafficWorkloads } from '../traffic/pods-for.ts';

/** Something that keeps the autoscaling of the spec from following the load, and the line to change. */
export interface Obstruction {
  readonly path: SpecPath;
  readonly text: string;
}

/** How long the autoscaling of the spec takes from one rate to another. */
export interface ScaleOutTime {
  readonly seconds: number;
  /** One sentence for each workload and for the nodes, with the arithmetic. */
  readonly working: readonly string[];
  readonly obstructions: readonly Obstruction[];
}

/**
 * Age of what an autoscaler sees: kubelets sample every 10 s, metrics-server every 15 s, and the controller looks every
 * 15 s.
 *
 * @source manifests of metrics-server (--metric-resolution=15s) and flags of kube-controller-manager (2026-11)
 */
export const METRICS_SECONDS = 45;

/**
 * From a pending pod to a node that is Ready; an assumption, and named in the script.
 *
 * @source the EKS best practices guide counts with 120 s, write-ups of clusters on EKS with 45 to 90 s (2026-11)
 */
export const NODE_SECONDS = 90;

const LONGEST_SECONDS = 3600;

/**
 * @param from rates in thousandths of a request per minute
 * @param scene undefined where the spec does not know the nodes; then nothing is said about them
 */
export function scaleOutTime(model: Model, scene: Scene | undefined, from: number, to: number): ScaleOutTime {
  const { traffic } = model;
  const [working, obstructions]: [string[], Obstruction[]] = [[], []];
  let slowest = 0;
  const pods = new Map<string, number>();
  const podsBefore = new Map<string, number>();
  for (const workload of traffic ? trafficWorkloads(model, traffic) : []) {
    const { key, most, mostPath } = workload;
    const [before, after] = [podsFor(workload, from, model), podsFor(workload, to, model)];
    if (!before || !after) continue;
    podsBefore.set(`workloads.${key}`, before.value);
    pods.set(`workloads.${key}`, Math.min(after.value, most));
    if (after.value > most) {
      obstructions.push({
        path: mostPath,
        text: `${formatPath(mostPath)} is ${most}, and the peak needs ${after.value} pods: ${after.formula}`,
      });
    }
    const target = Math.min(after.value, most);
    if (target <= before.value) continue;
    const rules: ScaleUp = model.workloads.get(key)?.autoscaling?.behavior?.scaleUp ?? DEFAULT_RULES;
    const path = ['workloads', key, 'autoscaling', 'behavior', 'scaleUp'];
    const policies =
      rules.selectPolicy === 'Disabled'
        ? undefined
        : secondsUntil('scaleUp', rules, { from: before.value, to: target, forSeconds: LONGEST_SECONDS });
    if (policies === undefined) {
      obstructions.push({
        path,
        text: `${formatPath(path)} does not bring ${before.value} to ${target} pods within an hour`,
      });
      continue;
    }
    const seconds = METRICS_SECONDS + rules.stabilizationWindow + policies;
    working.push(
      `${key}: ${before.value} → ${target} pods in ${seconds} s (${METRICS_SECONDS} s until the metrics tell, ${rules.stabilizationWindow} s stabilizationWindow, ${policies} s by the policies of scaleUp)`,
    );
    slowest = Math.max(slowest, seconds);
  }
  if (!scene) return { seconds: slowest, working, obstructions };
  const [nodesBefore, nodesAfter] = [nodesFor(scene, podsBefore), nodesFor(scene, pods)];
  for (const { name, most, node } of scene.pools) {
    const needed = nodesAfter.nodes.get(name) ?? 0;
    if (needed > most.count) {
      obstructions.push({
        path: most.path,
        text: `${formatPath(most.path)} is ${most.count}, and the pods of the peak need ${needed} nodes of ${node.instanceType}`,
      });
    }
    const added = Math.min(needed, most.count) - (nodesBefore.nodes.get(name) ?? 0);
    if (added > 0) working.push(`${name}: ${added} more nodes, each Ready after about ${NODE_SECONDS} s`);
  }
  const isGrowing = scene.pools.some(
    ({ name }) => (nodesAfter.nodes.get(name) ?? 0) > (nodesBefore.nodes.get(name) ?? 0),
  );
  return { seconds: slowest + (isGrowing ? NODE_SECONDS : 0), working, obstructions };
}

/** Of Kubernetes, where the spec says nothing: autoscaling/v2 without `behavior`. */
const DEFAULT_RULES: ScaleUp = {
  stabilizationWindow: 0,
  selectPolicy: 'Max',
  pods: undefined,
  percent: undefined,
};

type ScaleUp = Pick<ScalingRules, 'stabilizationWindow' | 'selectPolicy' | 'pods' | 'percent'>;
