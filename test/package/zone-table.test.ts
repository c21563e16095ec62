import { expect, it } from 'vitest';
import { canonicalZones, ZoneClock } from '../../src/util/calendar/time-zone.ts';
import { makeZoneTable } from '../../tools/package/zone-table.ts';

const table = makeZoneTable();
const names = canonicalZones();
// Those with odd rules, and every fifteenth of the others; all of them take some seconds (and were the same on 2026-11-27).
const SOME = [
  ...['Europe/Berlin', 'America/New_York', 'Africa/Casablanca', 'Australia/Lord_Howe', 'Asia/Gaza'],
  ...names.filter((_, index) => index % 15 === 0),
];

it('has every canonical zone, in the order in which Node has them', () => {
  expect(Object.keys(table.zones)).toEqual(names);
});

it.each(SOME)('has the clock of %s as Node has it', (zone) => {
  const [first, ...rest] = table.clocks[table.zones[zone]!]!;
  const to = table.from + 3 * 366 * 1440;
  // Here nothing has put the table into its place.
  const clock = new ZoneClock(zone, table.from, to);
  expect(clock.offsetAt(table.from)).toBe(first);
  const changes = clock.changes.flatMap(({ at, after }) => [at, after]);
  expect(rest.slice(0, changes.length)).toEqual(changes);
  expect(rest[changes.length] ?? Number.POSITIVE_INFINITY).toBeGreaterThan(to);
});
