import { invariant } from '../util/invariant.ts';

/** `slo.p95` in milliseconds: `500ms` is 500, `1.5s` is 1500. */
export function milliseconds(p95: string): number {
  const match = /^([0-9.]+)(ms|s)$/.exec(p95);
  invariant(match, 'the schema has let the time through');
  return Number(match[1]) * (match[2] === 's' ? 1000 : 1);
}
