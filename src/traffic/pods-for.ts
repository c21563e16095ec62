import type { Traffic } from '../compiler/frame/traffic.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import type { Figure } from './figure.ts';
import { perMinute } from './per-minute.ts';

/** A workload whose pods follow the traffic. */
export interface TrafficWorkload {
  readonly key: string;
  /** Percent of the traffic. */
  readonly share: number;
  /** Thousandths of a request per minute; undefined where the spec knows no pods to divide by. */
  readonly ratePerPod: number | undefined;
  /** What `ratePerPod` was made from: the line itself, or today's peak and pods where nobody says it. */
  readonly servedPaths: readonly SpecPath[];
  readonly least: number;
  readonly leastPath: SpecPath;
  readonly most: number;
  readonly mostPath: SpecPath;
}

/** Workloads with autoscaling, or with a line under traffic, that have a share of the traffic; sorted by key. */
export function trafficWorkloads(model: Model, traffic: Traffic): readonly TrafficWorkload[] {
  return [...model.workloads].flatMap(([key, { autoscaling, replicas }]) => {
    const said = traffic.workloads?.get(key);
    const share = said?.share ?? 100;
    if (share === 0 || (!autoscaling && !said)) return [];
    const least = autoscaling?.minReplicas ?? replicas ?? 0;
    const present = least > 0 ? Math.max(1, Math.ceil((traffic.peak * share) / 100 / least)) : undefined;
    const pathOf = (bound: string) => [
      'workloads',
      key,
      ...(autoscaling ? ['autoscaling', bound] : ['replicas']),
    ];
    const leastPath = pathOf('minReplicas');
    return [
      {
        key,
        share,
        ratePerPod: said?.ratePerPod ?? present,
        servedPaths:
          said?.ratePerPod === undefined
            ? [['traffic', 'peak'], leastPath]
            : [['traffic', 'workloads', key, 'ratePerPod']],
        least,
        leastPath,
        most: autoscaling?.maxReplicas ?? replicas ?? 0,
        mostPath: pathOf('maxReplicas'),
      },
    ];
  });
}

/**
 * Pods that serve a rate: its share for the workload, with headroom, also when zones are gone; never fewer than the
 * workload has at least. Undefined where nobody can know what one pod serves.
 *
 * @param rate of all requests, in thousandths of a request per minute
 */
export function podsFor(
  { key, share, ratePerPod, servedPaths, least, leastPath }: TrafficWorkload,
  rate: number,
  { slo, foundation }: Model,
): Figure | undefined {
  if (ratePerPod === undefined) return undefined;
  const { headroom, zonesToSurvive } = slo;
  const zones = Math.min(foundation.subnets.length, 3);
  const gone = Math.min(zonesToSurvive, zones - 1);
  const asked = (rate * share * (100 + headroom)) / 10_000;
  // A millionth of a pod of tolerance for what division leaves behind: 29.999999 and 30.000001 are 30.
  const needed = Math.ceil((asked / ratePerPod) * (zones / (zones - gone)) - 1e-6);
  const value = Math.max(needed, least);
  const factors = [
    perMinute(rate),
    ...(share === 100 ? [] : [`× ${share}%`]),
    ...(headroom === 0 ? [] : [`× ${100 + headroom}%`]),
    `÷ ${perMinute(ratePerPod)}`,
    ...(gone === 0 ? [] : [`× ${zones} ÷ ${zones - gone} zones`]),
  ].join(' ');
  const isLeast = value > needed;
  return {
    value,
    formula: isLeast ? `max(⌈${factors}⌉ = ${needed}, least ${least}) = ${value}` : `⌈${factors}⌉ = ${value}`,
    inputs: [
      ['traffic', 'current'],
      ...(share === 100 ? [] : [['traffic', 'workloads', key, 'share']]),
      ...servedPaths,
      ...(headroom === 0 ? [] : [['slo', 'headroom']]),
      ...(gone === 0
        ? []
        : [
            ['slo', 'zonesToSurvive'],
            ['foundation', 'subnets'],
          ]),
      ...(isLeast ? [leastPath] : []),
    ],
  };
}
