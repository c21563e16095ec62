import { MINUTES_PER_DAY, MINUTES_PER_WEEK } from './clock-time.ts';

/** A stretch of local time that comes again every week, with the number that holds in it. */
export interface WeeklyWindow {
  readonly name: string;
  /** Minute of the day. */
  readonly start: number;
  /** In minutes, from 1 to 1440. */
  readonly length: number;
  /** Days on which the window begins; 0 is Monday. A window over midnight ends on the day after. */
  readonly days: readonly number[];
  readonly value: number;
  /** Minutes before the beginning from which a higher value already holds. */
  readonly lead: number;
}

/** One number for each minute of a week on the local clock; minute 0 is Monday 00:00. */
export interface Week {
  readonly values: readonly number[];
  /** The window that gives the number, or `undefined` where it is the base. */
  readonly sources: readonly (string | undefined)[];
  /** Minutes at which the number or the window is another one than a minute before, sorted; none where it never is. */
  readonly changes: readonly number[];
}

/**
 * The number that holds at each minute: that of the window around it, else the base. In the lead of a window
 * the greater of its number and of what holds then, so that a lead never lowers anything.
 *
 * Where windows overlap (which a rule refuses) the last one wins.
 */
export function weekOf(windows: readonly WeeklyWindow[], base: number): Week {
  const values = new Array<number>(MINUTES_PER_WEEK).fill(base);
  const sources = new Array<string | undefined>(MINUTES_PER_WEEK).fill(undefined);
  for (const window of windows) {
    for (const begin of beginnings(window)) {
      fillMinutes(values, window.value, begin, window.length);
      fillMinutes(sources, window.name, begin, window.length);
    }
  }
  for (const window of windows) {
    for (const begin of beginnings(window)) {
      for (let minute = 1; minute <= window.lead; minute += 1) {
        const at = wrapMinute(begin - minute);
        if ((values[at] as number) >= window.value) continue;
        values[at] = window.value;
        sources[at] = window.name;
      }
    }
  }
  const changes = [...new Set(windows.flatMap(edgesOf))].filter(
    (minute) => values[minute] !== values[before(minute)] || sources[minute] !== sources[before(minute)],
  );
  return { values, sources, changes: changes.sort((a, b) => a - b) };
}

/** Whether the same number holds at each minute, whichever window gives it. */
export function haveSameValues(a: Week, b: Week): boolean {
  return [0, ...a.changes, ...b.changes].every((minute) => a.values[minute] === b.values[minute]);
}

/** Writes `value` into a week from minute `begin` on; a week has no end, and minute 0 comes after the last one. */
export function fillMinutes<T>(week: T[], value: T, begin: number, length: number): void {
  const from = wrapMinute(begin);
  week.fill(value, from, from + length);
  if (from + length > MINUTES_PER_WEEK) week.fill(value, 0, from + length - MINUTES_PER_WEEK);
}

/** A minute of the week. */
export function wrapMinute(minute: number): number {
  return ((minute % MINUTES_PER_WEEK) + MINUTES_PER_WEEK) % MINUTES_PER_WEEK;
}

/** Where a window or its lead begins, and where the window ends: nowhere else a number changes. */
function edgesOf(window: WeeklyWindow): readonly number[] {
  return beginnings(window).flatMap((begin) =>
    [begin - window.lead, begin, begin + window.length].map(wrapMinute),
  );
}

/** Minutes of the week at which a window begins. */
export function beginnings({ start, days }: WeeklyWindow): readonly number[] {
  return days.map((day) => day * MINUTES_PER_DAY + start);
}

/** The first minute of the week in which two windows are both on. */
export function firstOverlap(a: WeeklyWindow, b: WeeklyWindow): number | undefined {
  // The first minute of the week is one at which a window begins, unless both are on when the week begins.
  const candidates = [0, ...[...beginnings(a), ...beginnings(b)].map(wrapMinute)];
  return candidates.filter((minute) => isOn(a, minute) && isOn(b, minute)).sort((x, y) => x - y)[0];
}

function isOn(window: WeeklyWindow, minute: number): boolean {
  return beginnings(window).some((begin) => wrapMinute(minute - begin) < window.length);
}

/** A minute of the day at which the number changes, on the days on which one window changes it to the same one. */
export interface Boundary {
  /** Minute of the day. */
  readonly time: number;
  /** 0 is Monday; sorted, not empty. Boundaries of one time have no day in common. */
  readonly days: readonly number[];
  /** The number from then on. */
  readonly value: number;
  /** The window that begins (or whose lead does); where none does, the one that has just ended. */
  readonly window: string;
  readonly cause: 'begin' | 'lead' | 'end';
  /** Minutes on the local clock until the number changes again, on the day on which that is soonest. */
  readonly untilNext: number;
}

/** Every change of a week, by time of the day and then by day. */
export function boundariesOf(week: Week, windows: readonly WeeklyWindow[]): readonly Boundary[] {
  const { values, sources } = week;
  const changes = week.changes.filter((minute) => values[minute] !== values[before(minute)]);
  const found = new Map<string, { -readonly [K in keyof Boundary]: Boundary[K] } & { days: number[] }>();
  for (const [index, minute] of changes.entries()) {
    const time = minute % MINUTES_PER_DAY;
    const day = Math.floor(minute / MINUTES_PER_DAY);
    const value = values[minute] as number;
    const next = changes[(index + 1) % changes.length] as number;
    const untilNext = (next - minute + MINUTES_PER_WEEK) % MINUTES_PER_WEEK;
    const begins = sources[minute];
    const window = begins ?? (sources[before(minute)] as string);
    const key = `${time} ${value} ${begins === undefined} ${window}`;
    const known = found.get(key);
    if (known) {
      known.days.push(day);
      known.untilNext = Math.min(known.untilNext, untilNext);
      continue;
    }
    const isLead =
      begins !== undefined && windows.some(({ name, start }) => name === begins && start !== time);
    const cause = begins === undefined ? 'end' : isLead ? 'lead' : 'begin';
    found.set(key, { time, days: [day], value, window, cause, untilNext });
  }
  return [...found.values()].sort((a, b) => a.time - b.time || (a.days[0] ?? 0) - (b.days[0] ?? 0));
}

function before(minute: number): number {
  return (minute + MINUTES_PER_WEEK - 1) % MINUTES_PER_WEEK;
}
