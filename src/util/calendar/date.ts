import { formatClockTime, MINUTES_PER_DAY, WEEKDAYS } from './clock-time.ts';

/** Days since 1970-01-01, a Thursday; `undefined` for what is no day, such as 2026-02-30. */
export function parseDate(text: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const milliseconds = Date.parse(`${text}T00:00:00Z`);
  // The 30th of February is read as a day of March.
  if (new Date(milliseconds).getUTCDate() !== Number(text.slice(8))) return undefined;
  return milliseconds / 86_400_000;
}

export function formatDate(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** Minutes on a clock as `2026-11-25 05:50`. */
export function formatMinute(minute: number): string {
  const day = Math.floor(minute / MINUTES_PER_DAY);
  return `${formatDate(day)} ${formatClockTime(minute - day * MINUTES_PER_DAY)}`;
}

/** As `formatMinute`, with the day of the week: `Wed 2026-11-25 05:50`. */
export function formatLocal(minute: number): string {
  const name = WEEKDAYS[weekdayOf(Math.floor(minute / MINUTES_PER_DAY))] as string;
  return `${name[0]?.toUpperCase()}${name.slice(1)} ${formatMinute(minute)}`;
}

/** Minutes east of UTC as `-05:00`. */
export function formatOffset(minutes: number): string {
  return `${minutes < 0 ? '-' : '+'}${formatClockTime(Math.abs(minutes))}`;
}

/** The same day of a later month, or its last day where it has fewer: 2026-01-31 and one month are 2026-02-28. */
export function addMonths(day: number, months: number): number {
  const date = new Date(day * 86_400_000);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(date.getUTCDate(), last)) / 86_400_000;
}
