import { sceneOf } from '../capacity/scene.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { Traffic } from '../compiler/frame/traffic.ts';
import type { Model } from '../components/registry.ts';
import { namedDates, peakOn } from '../traffic/growth.ts';
import { perMinute } from '../traffic/per-minute.ts';
import { formatDate } from '../util/calendar/date.ts';
import { milliseconds } from './milliseconds.ts';
import { NODE_SECONDS, type Obstruction, scaleOutTime } from './scale-out-time.ts';
import type { LoadTest } from './script.ts';
import { breakpointStages, peakStages } from './stages.ts';

/** What is asked for on the command line. */
export interface Wanted {
  readonly variant: LoadTest['variant'];
  /** Instead of `traffic.loadTest.url`. */
  readonly url?: string | undefined;
  /** Day of the projected peak, in days since 1970-01-01; the last named date of growth if left out. */
  readonly day?: number | undefined;
}

/** The load test of an environment, and what keeps its autoscaling from following. */
export function loadTestOf(
  environment: string,
  model: Model,
  traffic: Traffic,
  catalog: Catalog,
  { variant, url, day }: Wanted,
): { readonly test: LoadTest; readonly obstructions: readonly Obstruction[] } {
  const dates = namedDates(traffic);
  const on = day ?? dates.at(-1)!.day;
  const peak = peakOn(traffic, on, 'base');
  const scene = sceneOf(model, catalog);
  const time = scaleOutTime(model, scene, traffic.peak, Math.max(peak.value, traffic.peak));
  const rates = { now: wholePerMinute(traffic.peak), peak: wholePerMinute(peak.value) };
  const stages = (variant === 'peak' ? peakStages : breakpointStages)(rates, time.seconds);
  const { p95, errorRate } = model.slo;
  return {
    test: {
      environment,
      variant,
      url: url ?? traffic.loadTest?.url,
      stages,
      p95Milliseconds: milliseconds(p95),
      errorRate,
      working: [
        `Now: traffic.peak, ${perMinute(traffic.peak)}. Peak, projected for ${formatDate(on)}: ${peak.formula}.`,
        `Thresholds: slo.p95 ${p95}, slo.errorRate ${errorRate}%, for each rate that is held.`,
        'The autoscaling of the spec takes, and the ramp is no shorter:',
        ...(time.working.length === 0 ? ['no time: no pod is added'] : time.working).map(
          (line) => `- ${line}`,
        ),
        ...(scene ? [`A node is taken to be Ready after ${NODE_SECONDS} s; measure yours.`] : []),
        ...time.obstructions.map(({ text }) => `It cannot follow: ${text}`),
      ],
    },
    obstructions: time.obstructions,
  };
}

/** Rounded up, and at least one. @param rate in thousandths of a request per minute */
function wholePerMinute(rate: number): number {
  return Math.max(1, Math.ceil(rate / 1000));
}
