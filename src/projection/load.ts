import { factor as factors } from '../compiler/quantity/factor.ts';
import { formatPath, type SpecPath } from '../compiler/spec-path.ts';
import type { Figure } from '../traffic/figure.ts';
import { DAYS_PER_MONTH, datesAround, rateOn } from '../traffic/growth.ts';
import { perMinute } from '../traffic/per-minute.ts';
import { distinctPaths } from './distinct-paths.ts';
import { type Instant, keyOf } from './instant.ts';
import type { Platform } from './platform.ts';
import type { Projected } from './projected.ts';

/** How many requests there are on a day. */
export interface Load {
  /** In the terms of `traffic.current`, thousandths of a request per minute. Events are not in it. */
  readonly rate: Projected;
  /** In the busiest minute, events included. */
  readonly peak: Projected;
  /** `peak` as a multiple of `traffic.peak`. */
  readonly ratio: number;
  /** `3,000/min ÷ 1,000/min` */
  readonly ratioText: string;
  readonly ratioInputs: readonly SpecPath[];
}

const known = new WeakMap<Platform, Map<string, Load>>();

/** Counted once for a day: everything is asked from it. */
export function loadAt(platform: Platform, instant: Instant): Load {
  const loads = known.get(platform) ?? new Map<string, Load>();
  known.set(platform, loads);
  const key = keyOf(instant);
  const load = loads.get(key) ?? countedAt(platform, instant);
  loads.set(key, load);
  return load;
}

function countedAt(platform: Platform, instant: Instant): Load {
  const { traffic } = platform;
  const rate = rateFigure(platform, instant);
  const peak = peakFigure(platform, instant, rate);
  return {
    rate,
    peak,
    // Where there is no traffic today nothing can be told in proportion to it.
    ratio: traffic.peak === 0 ? 1 : peak.value / traffic.peak,
    ratioText: `${perMinute(peak.value)} ÷ ${perMinute(traffic.peak)}`,
    ratioInputs: distinctPaths([...peak.inputs, ['traffic', 'peak']]),
  };
}

function rateFigure({ traffic, start }: Platform, { day, scenario }: Instant): Projected {
  const value = rateOn(traffic, day, scenario);
  const base = baseFigure();
  if (scenario === 'base' || base.value === traffic.current) return shown(base);
  const sign = scenario === 'low' ? '−' : '+';
  const increase = `${perMinute(base.value)} ${sign} ${traffic.growthSpread}% × (${perMinute(base.value)} − ${perMinute(traffic.current)})`;
  return shown({
    value,
    formula: `${increase} = ${perMinute(value)}`,
    inputs: [...base.inputs, ['traffic', 'current'], ['traffic', 'growthSpread']],
  });

  function baseFigure(): Figure {
    const { before, after } = datesAround(traffic, day);
    const rate = rateOn(traffic, day, 'base');
    const days = day - before.day;
    if (day <= start || days <= 0)
      return { value: rate, formula: said(before.path, rate), inputs: [before.path] };
    if (!after) {
      const path = ['traffic', 'monthlyGrowth'];
      const inputs = [before.path, path];
      if (traffic.monthlyGrowth === 0) return { value: rate, formula: said(before.path, rate), inputs };
      const months = Math.round((days / DAYS_PER_MONTH) * 100) / 100;
      const formula = `${perMinute(before.rate)} × ${100 + traffic.monthlyGrowth}%^(${months} months) = ${perMinute(rate)}`;
      return { value: rate, formula, inputs };
    }
    const part = `${days} of ${after.day - before.day} days`;
    return {
      value: rate,
      formula: `from ${perMinute(before.rate)} to ${perMinute(after.rate)}, ${part} = ${perMinute(rate)}`,
      inputs: [before.path, after.path],
    };
  }
}

/** `traffic.growth.3mo is 3,000/min` */
function said(path: SpecPath, rate: number): string {
  return `${formatPath(path)} is ${perMinute(rate)}`;
}

function peakFigure({ traffic }: Platform, { event }: Instant, rate: Projected): Projected {
  const isOwn = traffic.peak !== traffic.current;
  const ordinary =
    traffic.current === 0 ? traffic.peak : Math.round((rate.value / traffic.current) * traffic.peak);
  const factor = event?.factor ?? 100;
  const value = Math.round((ordinary * factor) / 100);
  const factorText = event ? ` × ${factors.format(factor)}` : '';
  const inputs: SpecPath[] = [
    ...(isOwn ? [['traffic', 'peak']] : []),
    ...(isOwn ? [['traffic', 'current']] : []),
    ...rate.inputs,
    ...(event ? [['traffic', 'events', event.key, 'factor']] : []),
  ];
  if (!isOwn && !event) return { ...rate, value, inputs };
  const scaled = isOwn
    ? `${perMinute(traffic.peak)} × ${perMinute(rate.value)} ÷ ${perMinute(traffic.current)}`
    : perMinute(rate.value);
  return shown({ value, formula: `${scaled}${factorText} = ${perMinute(value)}`, inputs });
}

function shown(figure: Figure): Projected {
  return { ...figure, unit: 'thousandths of a request per minute', text: perMinute(figure.value) };
}
