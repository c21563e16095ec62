import { type Moment, weekOfMoments } from '../capacity/moments.ts';
import { type Scene, sceneOf } from '../capacity/scene.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import { nodesFor } from '../traffic/nodes-for.ts';
import { perMinute } from '../traffic/per-minute.ts';
import { podsFor, trafficWorkloads } from '../traffic/pods-for.ts';
import { inputsOf, type Said, saidTexts } from './said-pods.ts';

/** How long a group has how many nodes in an ordinary week. */
export interface Stretch {
  readonly nodes: number;
  readonly minutes: number;
}

/** Of a number of nodes. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** The nodes of every group in a week, and how they were counted. */
export interface WeeklyNodes {
  /** By group (`nodeGroups.spot-nodes`); stretches of the same number are one, the longest first. */
  readonly byGroup: ReadonlyMap<string, readonly Stretch[]>;
  /** Least and greatest number of a group at any time of the week. */
  readonly rangeOf: ReadonlyMap<string, Range>;
  /** One sentence for each step that holds for all groups. */
  readonly because: readonly string[];
  /** What the numbers of a group follow from beside its own size. */
  readonly inputsOf: ReadonlyMap<string, readonly SpecPath[]>;
}

/**
 * Nodes at the mean of the traffic: in each moment of the week the pods are those that the mean rate needs, or their
 * floor, and the nodes those that hold them, or their floor. Without traffic the pods are at their floors. Where pods
 * cannot be counted onto nodes, the nodes are at their floors.
 */
export function weeklyNodes(model: Model, catalog: Catalog): WeeklyNodes {
  const scene = sceneOf(model, catalog);
  const moments = weekOfMoments(model);
  const own = rangesOf(model);
  const ranges = new Map<string, Range>();
  const byGroup = new Map<string, Stretch[]>();
  const said: Said[] = [];
  let isBeyond = false;
  for (const { moment, minutes } of moments) {
    const pods = podsIn(moment, model, said);
    const needed = scene && nodesFor(atFloors(scene, moment), pods);
    isBeyond ||= needed !== undefined && !(needed.isWithinMax && needed.left === 0);
    for (const [group, { least, most }] of own) {
      const floor = moment.floors.get(group)?.count ?? least;
      const top = Math.max(most, floor);
      const nodes = Math.min(Math.max(needed?.nodes.get(group) ?? floor, floor), top);
      const range = ranges.get(group) ?? { least: floor, most: top };
      ranges.set(group, { least: Math.min(range.least, floor), most: Math.max(range.most, top) });
      addTo(byGroup, group, { nodes, minutes });
    }
  }
  return {
    byGroup,
    rangeOf: ranges,
    because: [...rateText(model), ...saidTexts(said), ...doubts(model, scene, isBeyond)],
    inputsOf: new Map(
      [...own].map(([group, { isFixed }]) => [
        group,
        isFixed ? [] : inputsOf(group, { model, scene, said, moments: moments.map(({ moment }) => moment) }),
      ]),
    ),
  };
}

/** Mean rate of a week, in thousandths of a request per minute. */
function meanRate({ traffic }: Model): number {
  return traffic ? (traffic.peak * traffic.averageToPeak) / 100 : 0;
}

function rateText(model: Model): readonly string[] {
  const { traffic } = model;
  if (!traffic) return ['no traffic is said: pods are at their floors'];
  const mean = perMinute(Math.round(meanRate(model)));
  return [`mean rate = ${perMinute(traffic.peak)} × ${traffic.averageToPeak}% = ${mean}`];
}

/** Pods by group of pods (`workloads.api`). */
function podsIn(moment: Moment, model: Model, said: Said[]): ReadonlyMap<string, number> {
  const { traffic } = model;
  const pods = new Map<string, number>();
  for (const [target, { count }] of moment.floors)
    if (target.startsWith('workloads.')) pods.set(target, count);
  for (const workload of traffic ? trafficWorkloads(model, traffic) : []) {
    const name = `workloads.${workload.key}`;
    const floor = moment.floors.get(name);
    const least = floor?.count ?? workload.least;
    const figure = podsFor(
      { ...workload, least, leastPath: floor?.path ?? workload.leastPath },
      meanRate(model),
      model,
    );
    if (!figure) continue;
    pods.set(name, Math.min(figure.value, Math.max(workload.most, least)));
    said.push({ workload: workload.key, figure, window: floor?.path[1] });
  }
  return pods;
}

/** A floor of a schedule stands for the least number of the group, whether it is higher or lower. */
function atFloors(scene: Scene, moment: Moment): Scene {
  const pools = scene.pools.map((pool) => ({ ...pool, least: moment.floors.get(pool.name) ?? pool.least }));
  return { ...scene, pools };
}

/** Least and greatest number of every group; where Terraform owns it, it is always the initial one. */
function rangesOf({
  autoScalingGroups,
  nodeGroups,
}: Model): ReadonlyMap<string, Range & { readonly isFixed: boolean }> {
  const ranges = new Map<string, Range & { readonly isFixed: boolean }>();
  for (const [kind, groups] of [
    ['autoScalingGroups', autoScalingGroups],
    ['nodeGroups', nodeGroups],
  ] as const) {
    for (const [key, { size }] of groups) {
      const { min, max, initial } = size;
      const isFixed = size.owner === 'terraform';
      ranges.set(`${kind}.${key}`, {
        least: isFixed ? initial : min,
        most: isFixed ? initial : max,
        isFixed,
      });
    }
  }
  return ranges;
}

function doubts({ foundation }: Model, scene: Scene | undefined, isBeyond: boolean): readonly string[] {
  if (isBeyond)
    return ['the pods need more nodes than the groups may have: counted with their greatest number'];
  if (scene) return [];
  return foundation.otherNodes
    ? ['foundation.otherNodes: pods cannot be counted onto nodes, which are at their floors']
    : [];
}

function addTo(all: Map<string, Stretch[]>, group: string, { nodes, minutes }: Stretch): void {
  const stretches = all.get(group) ?? [];
  const known = stretches.findIndex((stretch) => stretch.nodes === nodes);
  if (known === -1) stretches.push({ nodes, minutes });
  else stretches[known] = { nodes, minutes: minutes + stretches[known]!.minutes };
  stretches.sort((a, b) => b.minutes - a.minutes || a.nodes - b.nodes);
  all.set(group, stretches);
}
