import { expect, it } from 'vitest';
import { nextWindow } from './maintenance-window.ts';

// 2026-11-27 is a Friday.
it.each([
  ['sun:04:30-sun:05:30', '2026-11-27', 'Sun 2026-11-29 04:30-05:30 UTC', false],
  ['sat:23:30-sun:00:30', '2026-11-27', 'Sat 2026-11-28 23:30-00:30 UTC', false],
  ['thu:01:00-thu:02:00', '2026-11-27', 'Thu 2026-12-03 01:00-02:00 UTC', false],
  ['Fri:01:00-Fri:02:00', '2026-11-27', 'Fri 2026-11-27 01:00-02:00 UTC', true],
  ['mon:00:00-mon:00:30', '2026-12-31', 'Mon 2027-01-04 00:00-00:30 UTC', false],
  ['tue:05:00-tue:06:00', '2028-02-28', 'Tue 2028-02-29 05:00-06:00 UTC', false],
])('the window %s after %s is %s', (window, today, text, isToday) => {
  expect(nextWindow(window, today)).toMatchObject({ text, isToday });
});

it.each([undefined, null, '', 'sun', 'xyz:04:30-xyz:05:30', 'sun:04:30', 7])('%j is no window', (window) => {
  expect(nextWindow(window, '2026-11-27')).toBeUndefined();
});
