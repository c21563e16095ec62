import { formatPath } from '../../compiler/spec-path.ts';
import { SCENARIOS } from '../../traffic/growth.ts';
import { formatDate } from '../../util/calendar/date.ts';
import { changesFor } from '../changes.ts';
import type { Break } from '../gauge.ts';
import { idOf } from '../instant.ts';
import type { Outlook } from '../outlook.ts';
import type { Projected } from '../projected.ts';
import type { Projection } from '../projection.ts';
import { monthOf } from './sentences.ts';

/** The projection for tools; rates in requests per minute, days as YYYY-MM-DD. */
export function projectionJson(
  projection: Projection,
  placeOf: (outlook: Outlook) => Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { environment, platform, horizon, days, outlooks, unknown } = projection;
  return {
    environment,
    asOf: platform.traffic.asOf,
    horizon: formatDate(horizon),
    dates: days.map(({ instant, load, figures }) => ({
      id: `capacity.${idOf(instant)}`,
      date: formatDate(instant.day),
      event: instant.event ? { name: instant.event.key, factor: instant.event.factor / 100 } : null,
      figures: Object.fromEntries([
        ['rate', rateJson(load.rate)],
        ['peak', rateJson(load.peak)],
        ...[...figures].map(([id, figure]) => [id, figureJson(figure)]),
      ]),
    })),
    limits: outlooks.map((outlook) => ({
      path: formatPath(outlook.limit.path),
      ...placeOf(outlook),
      what: outlook.gauge.what,
      figure: outlook.gauge.id,
      allowed: { value: outlook.limit.most, text: outlook.limit.text },
      breaks: Object.fromEntries(
        SCENARIOS.map((scenario) => [scenario, breakJson(outlook.breaks[scenario])]),
      ),
      greatest: figureJson(outlook.greatest),
      raiseTo: outlook.raise
        ? {
            text: outlook.raise.text,
            formula: outlook.raise.formula,
            changes: outlook.raise.changes.map(({ path, value }) => ({ path: formatPath(path), value })),
          }
        : null,
    })),
    changes: changesFor(outlooks).map((change) => ({
      path: formatPath(change.path),
      ...('value' in change ? { value: change.value } : {}),
    })),
    unknown,
  };
}

function breakJson(found: Break | undefined): unknown {
  if (!found) return null;
  const { instant, asked } = found;
  return {
    date: formatDate(instant.day),
    month: monthOf(instant.day),
    event: instant.event?.key ?? null,
    asked: figureJson(asked),
  };
}

function rateJson(figure: Projected): unknown {
  return { ...(figureJson(figure) as object), value: figure.value / 1000, unit: 'requests per minute' };
}

export function figureJson({ value, unit, text, formula, inputs }: Projected): unknown {
  return { value, unit, text, formula, inputs: inputs.map(formatPath) };
}
