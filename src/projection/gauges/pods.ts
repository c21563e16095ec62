import { formatRate } from '../../compiler/quantity/rate.ts';
import { perMinute } from '../../traffic/per-minute.ts';
import { podsFor, type TrafficWorkload } from '../../traffic/pods-for.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { distinctPaths } from '../distinct-paths.ts';
import { type Counted, type Gauge, remembering } from '../gauge.ts';
import type { Instant } from '../instant.ts';
import { loadAt } from '../load.ts';
import type { Platform } from '../platform.ts';
import type { Projected } from '../projected.ts';

/** Pods of every workload that follows the traffic, against the most that there may be. */
export function podGauges(platform: Platform): Counted {
  const all = [...platform.workloads.values()];
  return {
    gauges: all.filter(({ ratePerPod }) => ratePerPod !== undefined).map((each) => gaugeOf(platform, each)),
    unknown: all
      .filter(({ ratePerPod }) => ratePerPod === undefined)
      .map(({ key }) => ({
        what: `pods of ${key}`,
        why: `write traffic.workloads.${key}.ratePerPod, what one pod serves`,
      })),
  };
}

/** Pods that the traffic asks for, also beyond what the spec allows; undefined for a workload that does not follow it. */
export function podsAt(platform: Platform, key: string, instant: Instant): Projected | undefined {
  const workload = platform.workloads.get(key);
  return workload && projected(platform, workload, instant);
}

function gaugeOf(platform: Platform, workload: TrafficWorkload): Gauge {
  const { key, most, mostPath, ratePerPod } = workload;
  // What one pod serves follows from a fixed number of pods where nobody says it, and must not follow the new one.
  const isFollowing = mostPath.at(-1) === 'replicas' && ratePerPod !== undefined;
  const path = ['traffic', 'workloads', key, 'ratePerPod'];
  const measured = isFollowing ? [{ path, value: formatRate(ratePerPod), rank: 0 }] : [];
  return {
    id: `workloads.${key}.pods`,
    what: `pods of ${key}`,
    // Those of which nobody knows what a pod serves are no gauges.
    at: remembering((instant) => projected(platform, workload, instant)!),
    limit: {
      path: mostPath,
      most,
      text: `${grouped(most)} pods`,
      raise: ({ value, formula }) => ({
        text: grouped(value),
        formula,
        changes: [{ path: mostPath, value, rank: value }, ...measured],
      }),
    },
  };
}

function projected(platform: Platform, workload: TrafficWorkload, instant: Instant): Projected | undefined {
  const { peak } = loadAt(platform, instant);
  const figure = podsFor(workload, peak.value, platform.model);
  if (!figure) return undefined;
  const { key, least, ratePerPod = 0 } = workload;
  const own = figure.inputs.filter((path) => path.join('.') !== 'traffic.current');
  const isSaid = platform.traffic.workloads?.get(key)?.ratePerPod !== undefined;
  const served = `; ${perMinute(ratePerPod)} is what each of ${grouped(least)} pods serves at traffic.peak`;
  return {
    ...figure,
    formula: `${figure.formula}${isSaid ? '' : served}`,
    inputs: distinctPaths([...peak.inputs, ...own]),
    unit: 'pods',
    text: grouped(figure.value),
  };
}
