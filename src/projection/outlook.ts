import { SCENARIOS, type Scenario } from '../traffic/growth.ts';
import { compareText } from '../util/compare.ts';
import type { Break, Gauge, Limit, Raise } from './gauge.ts';
import { nodeMaxima } from './node-maxima.ts';
import type { Platform } from './platform.ts';
import type { Projected } from './projected.ts';
import { dayByDay } from './search.ts';
import { type Stretch, stretchesOf } from './stretches.ts';

/** How long a limit of the spec holds. */
export interface Outlook {
  readonly gauge: Gauge;
  readonly limit: Limit;
  /** Undefined where it holds until the horizon. */
  readonly breaks: Readonly<Record<Scenario, Break | undefined>>;
  /** The most that is asked for until the horizon, in base growth. */
  readonly greatest: Projected;
  /** What holds until the horizon in base growth; undefined where the limit does. */
  readonly raise: Raise | undefined;
}

/** All limits, those that break first in front; of those that hold the ones that break under high growth. */
export function outlooksOf(
  platform: Platform,
  gauges: readonly Gauge[],
  horizon: number,
): readonly Outlook[] {
  const stretches = Object.fromEntries(
    SCENARIOS.map((scenario) => [scenario, stretchesOf(platform, horizon, scenario)]),
  ) as Record<Scenario, readonly Stretch[]>;
  const outlooks = gauges.flatMap((gauge) => (gauge.limit ? [outlookOf(gauge, gauge.limit, stretches)] : []));
  return withNodes(platform, outlooks).sort(byDay);
}

function outlookOf(gauge: Gauge, limit: Limit, stretches: Record<Scenario, readonly Stretch[]>): Outlook {
  const search = gauge.search ?? dayByDay(gauge, limit);
  const greatest = search.greatest(stretches.base);
  return {
    gauge,
    limit,
    breaks: {
      low: search.firstBreak(stretches.low),
      base: search.firstBreak(stretches.base),
      high: search.firstBreak(stretches.high),
    },
    greatest,
    raise: greatest.value > limit.most ? limit.raise?.(greatest) : undefined,
  };
}

/** Groups of nodes follow from all pods together, also from the greatest numbers that are raised for other reasons. */
function withNodes(platform: Platform, outlooks: readonly Outlook[]): Outlook[] {
  const { scene, model } = platform;
  const isNodes = ({ limit }: Outlook) => limit.raise === undefined;
  // More pods than there may be want more nodes, also where the nodes would do for what is asked.
  const needsMore = (outlook: Outlook) =>
    (isNodes(outlook) || outlook.gauge.id.endsWith('.pods')) && outlook.greatest.value > outlook.limit.most;
  if (!scene || !outlooks.some(needsMore)) return [...outlooks];
  const pods = new Map(
    outlooks.flatMap(({ gauge, greatest }) => {
      const key = /^(workloads\..+)\.pods$/.exec(gauge.id)?.[1];
      return key === undefined ? [] : [[key, greatest.value] as const];
    }),
  );
  const maxima = nodeMaxima(model, scene, pods);
  return outlooks.map((outlook) =>
    isNodes(outlook) ? { ...outlook, raise: maxima.get(outlook.gauge.id.replace(/\.nodes$/, '')) } : outlook,
  );
}

function byDay(a: Outlook, b: Outlook): number {
  for (const scenario of ['base', 'high', 'low'] as const) {
    const [first, second] = [a, b].map(
      ({ breaks }) => breaks[scenario]?.instant.day ?? Number.MAX_SAFE_INTEGER,
    );
    if (first !== second) return first! - second!;
  }
  return compareText(a.gauge.id, b.gauge.id);
}
