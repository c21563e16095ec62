/** Minutes on a local clock: 0 is midnight, 1440 the end of the day. */

export const MINUTES_PER_DAY = 1440;
export const MINUTES_PER_WEEK = 7 * MINUTES_PER_DAY;

/** A week begins on Monday, as in ISO 8601. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** `22:00-06:00` in minutes of the day; the end is `24:00` for the end of the day. */
export function parseClockRange(text: string): { readonly start: number; readonly end: number } {
  const [start = '', end = ''] = text.split('-');
  return { start: parseClockTime(start), end: parseClockTime(end) };
}

function parseClockTime(text: string): number {
  const [hours, minutes] = text.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

/** 350 is `05:50`. */
export function formatClockTime(minuteOfDay: number): string {
  const hours = Math.floor(minuteOfDay / 60);
  return `${twoDigits(hours)}:${twoDigits(minuteOfDay % 60)}`;
}

/**
 * Days as people say them: `every day`, `mon-fri`, `mon, wed`.
 *
 * @param days 0 is Monday; sorted
 */
export function formatDays(days: readonly number[]): string {
  if (days.length === 7) return 'every day';
  const names = days.map((day) => WEEKDAYS[day]);
  return isRun(days) ? `${names[0]}-${names.at(-1)}` : names.join(', ');
}

/** Three or more days in a row; two are shorter as a list. */
export function isRun(days: readonly number[]): boolean {
  return days.length > 2 && days.every((day, index) => day === (days[0] ?? 0) + index);
}

/** Minutes as people say them: `10m`, `1h30m`. */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest}m`;
  return rest === 0 ? `${hours}h` : `${hours}h${rest}m`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
