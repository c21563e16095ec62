import type { Model } from '../components/registry.ts';
import { arrow, isLess } from './arrow.ts';
import { type Phrase, phrase } from './phrase.ts';

type Workload = Model['workloads'] extends ReadonlyMap<string, infer Item> ? Item : never;

/** Pods, and what they ask for and open when there are most of them, without those of a rollout. */
export function workloadWords(before: Workload | undefined, after: Workload | undefined): readonly Phrase[] {
  const [was, is] = [figuresOf(before ?? after), figuresOf(after ?? before)];
  const figures = [
    [was.cores, is.cores, 'vCPU'] as const,
    [was.gib, is.gib, 'GiB'] as const,
    [was.connections, is.connections, 'connections'] as const,
  ].flatMap(([old, now, unit]) =>
    old === undefined && now === undefined ? [] : `${arrow(old, now)} ${unit}`,
  );
  if (before && after && JSON.stringify(was) === JSON.stringify(is)) return [];
  const upTo = figures.length === 0 ? '' : `: up to ${figures.join(', ')}`;
  return [
    phrase(
      `pods ${arrow(was.range, is.range)}${upTo}`,
      ['autoscaling.minReplicas', 'autoscaling.maxReplicas', 'replicas'],
      isLess(was.most, is.most) || isLess(was.least, is.least),
    ),
  ];
}

function figuresOf(workload: Workload | undefined) {
  const { autoscaling, replicas, resources, database } = workload ?? {};
  const [least, most] = [autoscaling?.minReplicas ?? replicas, autoscaling?.maxReplicas ?? replicas];
  const times = (each: number | undefined) =>
    each === undefined || most === undefined ? undefined : most * each;
  const { cpu, memory } = resources?.requests ?? {};
  return {
    least,
    most,
    range: least === most ? least : `${least}–${most}`,
    cores: times(cpu === undefined ? undefined : cpu / 1000),
    gib: times(memory === undefined ? undefined : memory / 2 ** 30),
    connections: times(database?.poolSize),
  };
}
