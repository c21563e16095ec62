import type { Parsed, Quantity } from './quantity.ts';

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MINUTES_PER_DAY = 1440;

/** A weekly window in UTC; `startMinute` counts from Monday 00:00, `lengthMinutes` is at least 30. */
export interface WeeklyWindow {
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

/** A daily window in UTC; `startMinute` counts from midnight, `lengthMinutes` is at least 30. */
export interface DailyWindow {
  readonly startMinute: number;
  readonly lengthMinutes: number;
}

/** `Sun 04:30-05:30`, UTC: when RDS and ElastiCache may do maintenance. A window may pass midnight. */
export const maintenanceWindow: Quantity<WeeklyWindow> = {
  noun: 'a weekly window in UTC',
  examples: ['Sun 04:30-05:30'],
  pattern: '^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$',
  parse(text): Parsed<WeeklyWindow> {
    const match = /^([A-Za-z]{3}) ([0-9]{2}:[0-9]{2}-[0-9]{2}:[0-9]{2})$/.exec(text);
    if (!match) {
      const suggestion = fromAws(text);
      return {
        ok: false,
        problem: 'a weekly window is a day and two times in UTC',
        ...(suggestion ? { suggestion } : {}),
      };
    }
    const day = DAYS.indexOf(capital(match[1] ?? '') as (typeof DAYS)[number]);
    if (day < 0) return { ok: false, problem: `days are ${DAYS.join(', ')}` };
    if (match[1] !== DAYS[day]) {
      return { ok: false, problem: 'days are capitalised', suggestion: `${DAYS[day]} ${match[2]}` };
    }
    const times = parseTimes(match[2] ?? '');
    if (!times.ok) return times;
    return {
      ok: true,
      value: {
        startMinute: day * MINUTES_PER_DAY + times.value.startMinute,
        lengthMinutes: times.value.lengthMinutes,
      },
    };
  },
  format: (window) => shiftWeeklyWindow(window, 0),
};

/** `03:00-04:00`, UTC: when RDS and ElastiCache take their daily backup. */
export const backupWindow: Quantity<DailyWindow> = {
  noun: 'a daily window in UTC',
  examples: ['03:00-04:00'],
  pattern: '^[0-2][0-9]:[0-5][0-9]-[0-2][0-9]:[0-5][0-9]$',
  parse: (text) => parseTimes(text),
  format: (window) => formatDailyWindow(window),
};

/** `sun:04:30-sun:05:30`, the spelling of AWS, if the window is shorter than a day. */
function fromAws(text: string): string | undefined {
  const match = /^([a-z]{3}):([0-9]{2}:[0-9]{2})-([a-z]{3}):([0-9]{2}:[0-9]{2})$/i.exec(text);
  const [first, last] = [match?.[1], match?.[3]].map((day) =>
    DAYS.findIndex((each) => each === capital(day ?? '')),
  );
  const [start = '', end = ''] = [match?.[2], match?.[4]];
  if (first === undefined || first < 0) return undefined;
  const isWithinADay = start < end ? last === first : last === (first + 1) % DAYS.length;
  return isWithinADay ? `${DAYS[first]} ${start}-${end}` : undefined;
}

function capital(day: string): string {
  return day.charAt(0).toUpperCase() + day.slice(1).toLowerCase();
}

function parseTimes(text: string): Parsed<DailyWindow> {
  const match = /^([0-9]{2}):([0-9]{2})-([0-9]{2}):([0-9]{2})$/.exec(text);
  if (!match) return { ok: false, problem: 'a daily window is two times in UTC' };
  const [startHour = 0, startMinutes = 0, endHour = 0, endMinutes = 0] = match.slice(1).map(Number);
  if (startHour > 23 || endHour > 23 || startMinutes > 59 || endMinutes > 59) {
    return { ok: false, problem: 'times run from 00:00 to 23:59' };
  }
  const start = startHour * 60 + startMinutes;
  const length = (endHour * 60 + endMinutes - start + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  // RDS: "must be at least 30 minutes" for both windows (ModifyDBInstance API reference).
  if (length < 30) return { ok: false, problem: 'AWS wants windows of at least 30 minutes' };
  return { ok: true, value: { startMinute: start, lengthMinutes: length } };
}

/** A weekly window as AWS writes it: `sun:04:30-sun:05:30`. */
export function formatWeeklyWindow(window: WeeklyWindow): string {
  const week = MINUTES_PER_DAY * DAYS.length;
  const point = (minute: number) => {
    const day = DAYS[Math.floor((minute % week) / MINUTES_PER_DAY)] ?? 'Mon';
    return `${day.toLowerCase()}:${clock(minute)}`;
  };
  return `${point(window.startMinute)}-${point(window.startMinute + window.lengthMinutes)}`;
}

/** A daily window as AWS writes it: `03:00-04:00`. */
export function formatDailyWindow(window: DailyWindow): string {
  return `${clock(window.startMinute)}-${clock(window.startMinute + window.lengthMinutes)}`;
}

/** A weekly window as the spec writes it, moved by whole days: -1 is the day before. */
export function shiftWeeklyWindow(window: WeeklyWindow, days: number): string {
  const day = (((Math.floor(window.startMinute / MINUTES_PER_DAY) + days) % 7) + 7) % 7;
  return `${DAYS[day]} ${clock(window.startMinute)}-${clock(window.startMinute + window.lengthMinutes)}`;
}

/** Whether a weekly and a daily window share a minute; AWS refuses that for one database. */
export function windowsOverlap(weekly: WeeklyWindow, daily: DailyWindow): boolean {
  const first = weekly.startMinute % MINUTES_PER_DAY;
  const gap = (daily.startMinute - first + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  const back = (first - daily.startMinute + MINUTES_PER_DAY) % MINUTES_PER_DAY;
  return gap < weekly.lengthMinutes || back < daily.lengthMinutes;
}

function clock(minute: number): string {
  const ofDay = minute % MINUTES_PER_DAY;
  return `${String(Math.floor(ofDay / 60)).padStart(2, '0')}:${String(ofDay % 60).padStart(2, '0')}`;
}
