import { expect, it } from 'vitest';
import { supportPhase } from './support-phase.ts';

const dates = { endOfStandardSupport: '2026-07-29', endOfExtendedSupport: '2027-07-29' };

it.each([
  ['2026-04-29', { kind: 'standard' }],
  ['2026-04-30', { kind: 'ending', end: '2026-07-29', days: 90 }],
  ['2026-07-29', { kind: 'ending', end: '2026-07-29', days: 0 }],
  ['2026-07-30', { kind: 'extended', since: '2026-07-29', until: '2027-07-29' }],
  ['2027-07-29', { kind: 'extended', since: '2026-07-29', until: '2027-07-29' }],
  ['2027-07-30', { kind: 'ended', end: '2027-07-29' }],
])('on %s the support of a version is %j', (today, phase) => {
  expect(supportPhase(dates, today)).toEqual(phase);
});

it('is standard where nothing was announced, and extended without an end where that is all', () => {
  expect(supportPhase({}, '2026-11-27')).toEqual({ kind: 'standard' });
  expect(supportPhase({ endOfStandardSupport: '2026-07-29' }, '2026-11-27')).toEqual({
    kind: 'extended',
    since: '2026-07-29',
    until: undefined,
  });
});
