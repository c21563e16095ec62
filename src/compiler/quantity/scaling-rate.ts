import { duration } from './duration.ts';
import type { Parsed, Quantity } from './quantity.ts';

/** One HPA scaling policy: at most `value` (pods, or percent of the pods) per `periodSeconds`. */
export interface ScalingRate {
  readonly value: number;
  readonly periodSeconds: number;
}

/** `50% per 1m`: a policy of type Percent. */
export const percentRate: Quantity<ScalingRate> = {
  noun: 'a share of the pods per time',
  examples: ['50% per 1m', '100% per 15s'],
  pattern: '^[0-9]{1,6}% per [0-9]{1,4}(?:s|m)$',
  parse: (text) => parseRate(text, '%'),
  format: ({ value, periodSeconds }) => `${value}% per ${formatPeriod(periodSeconds)}`,
};

/** `4 per 15s`: a policy of type Pods. */
export const podRate: Quantity<ScalingRate> = {
  noun: 'a number of pods per time',
  examples: ['4 per 15s'],
  pattern: '^[0-9]{1,6} per [0-9]{1,4}(?:s|m)$',
  parse: (text) => parseRate(text, ''),
  format: ({ value, periodSeconds }) => `${value} per ${formatPeriod(periodSeconds)}`,
};

// The API server's limits: value > 0 and 1 ≤ periodSeconds ≤ 1800 (autoscaling/v2 validation).
const LONGEST_PERIOD_SECONDS = 1800;

function parseRate(text: string, sign: '%' | ''): Parsed<ScalingRate> {
  const match = /^([0-9]{1,6})(%?) per ([0-9]{1,4}[sm])$/.exec(text);
  if (match?.[2] !== sign) return explain(text, sign);
  const value = Number(match[1]);
  if (value === 0)
    return { ok: false, problem: 'a policy of zero never moves anything; use selectPolicy: Disabled' };
  const period = duration.parse(match[3] ?? '');
  if (!period.ok) return period;
  if (period.value < 1 || period.value > LONGEST_PERIOD_SECONDS) {
    return { ok: false, problem: 'Kubernetes allows periods from 1s to 30m' };
  }
  return { ok: true, value: { value, periodSeconds: period.value } };
}

function explain(text: string, sign: '%' | ''): Parsed<ScalingRate> {
  const problem = `it is written like "${sign === '%' ? '50% per 1m' : '4 per 15s'}"`;
  const near = /^([0-9]{1,6}) ?(%?)(?: ?pods?)? ?(?:per|\/|every|in) ?([0-9]{1,4}) ?([sm])[a-z]*$/.exec(text);
  // A percent sign is not taken away: 50 % and 50 pods are different things.
  if (!near || (near[2] === '%' && sign === '')) return { ok: false, problem };
  return { ok: false, problem, suggestion: `${near[1]}${sign} per ${near[3]}${near[4]}` };
}

/** Hours are no unit of a period: the pattern knows seconds and minutes. */
function formatPeriod(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${seconds}s`;
}
