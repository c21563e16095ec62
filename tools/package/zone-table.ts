import { canonicalZones } from '../../src/util/calendar/time-zone.ts';
import type { ZoneTable } from '../../src/util/calendar/zone-table.ts';

const MINUTE_IN_MS = 60_000;
// Whoever asks for another time gets the answer from Node.
const FROM = Date.UTC(2024, 0, 1) / MINUTE_IN_MS;
const TO = Date.UTC(2044, 0, 1) / MINUTE_IN_MS;
// As in `src/util/calendar/time-zone.ts`: no zone has two changes within this time.
const STEP = 7 * 1440;

/** Asks the local clock of this process, in one zone after the other: Intl would take twenty times as long. */
export function makeZoneTable(): ZoneTable {
  const before = process.env['TZ'];
  try {
    const places = new Map<string, number>();
    const zones = canonicalZones().map((name) => {
      const text = JSON.stringify(clockOf(name));
      if (!places.has(text)) places.set(text, places.size);
      return [name, places.get(text)!] as const;
    });
    const clocks = [...places.keys()].map((text) => JSON.parse(text) as number[]);
    return { from: FROM, to: TO, zones: Object.fromEntries(zones), clocks };
  } finally {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  }
}

function clockOf(zone: string): readonly number[] {
  process.env['TZ'] = zone;
  let offset = offsetAt(FROM);
  const clock = [offset];
  for (let start = FROM; start < TO; start += STEP) {
    const end = Math.min(start + STEP, TO);
    const after = offsetAt(end);
    if (after === offset) continue;
    let [low, high] = [start, end];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (offsetAt(middle) === offset) low = middle;
      else high = middle;
    }
    clock.push(high, after);
    offset = after;
  }
  return clock;
}

function offsetAt(instant: number): number {
  return -new Date(instant * MINUTE_IN_MS).getTimezoneOffset();
}
