import { MINUTES_PER_DAY } from '../../../util/calendar/clock-time.ts';
import { formatDate } from '../../../util/calendar/date.ts';
import type { OneOff } from '../one-offs.ts';
import type { AlikeOneOffs } from './one-off-words.ts';

/** Moments of one month that one cron expression hits, and no others of its year. */
export interface EventCron {
  /** Of five fields, in UTC; a cron has no year. */
  readonly cron: string;
  /** What tells it from the others of its event and cause: `11-at-0301`. */
  readonly part: string;
  readonly oneOffs: AlikeOneOffs;
}

interface Cell {
  readonly month: number;
  readonly hour: number;
  readonly minutes: readonly number[];
  readonly days: readonly number[];
  readonly oneOffs: AlikeOneOffs;
}

/**
 * The fewest expressions for some moments: those of one time of the day in one month are one, and so are those of one
 * hour that have the same days. UTC, because no local time is then skipped or comes twice.
 */
export function eventCrons(oneOffs: AlikeOneOffs): readonly EventCron[] {
  const cells = oneOffs.map(cellOf);
  const byTime = merged(cells, ({ month, hour, minutes }) => `${month} ${hour} ${minutes}`, 'days');
  const byHour = merged(byTime, ({ month, hour, days }) => `${month} ${hour} ${days}`, 'minutes');
  return byHour.map(({ month, hour, minutes, days, oneOffs: own }) => ({
    cron: `${minutes.join(',')} ${hour} ${days.join(',')} ${month} *`,
    part: `${two(month)}-at-${two(hour)}${two(minutes[0] ?? 0)}`,
    oneOffs: own,
  }));
}

function cellOf(one: OneOff): Cell {
  const day = Math.floor(one.at / MINUTES_PER_DAY);
  const minute = one.at - day * MINUTES_PER_DAY;
  const [, month = 0, date = 0] = formatDate(day).split('-').map(Number);
  return { month, hour: Math.floor(minute / 60), minutes: [minute % 60], days: [date], oneOffs: [one] };
}

/** Cells of one key become one, with the values of the field together. */
function merged(
  cells: readonly Cell[],
  keyOf: (cell: Cell) => string,
  field: 'days' | 'minutes',
): readonly Cell[] {
  const found = new Map<string, Cell>();
  for (const cell of cells) {
    const key = keyOf(cell);
    const known = found.get(key);
    found.set(
      key,
      known
        ? {
            ...known,
            [field]: [...new Set([...known[field], ...cell[field]])].sort((a, b) => a - b),
            oneOffs: [...known.oneOffs, ...cell.oneOffs],
          }
        : cell,
    );
  }
  return [...found.values()];
}

function two(number: number): string {
  return String(number).padStart(2, '0');
}
