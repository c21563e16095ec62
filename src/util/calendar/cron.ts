import { isRun } from './clock-time.ts';

/**
 * A cron expression of five fields, as CronJobs and EC2 Auto Scaling both read it. Days are numbers with
 * Sunday as 0, the spelling that every cron knows.
 *
 * @param days 0 is Monday; sorted, not empty
 */
export function cronOf(minuteOfDay: number, days: readonly number[]): string {
  const time = `${minuteOfDay % 60} ${Math.floor(minuteOfDay / 60)} * *`;
  if (days.length === 7) return `${time} *`;
  const numbers = days.map((day) => (day + 1) % 7).sort((a, b) => a - b);
  const [first] = numbers;
  return `${time} ${isRun(numbers) ? `${first}-${numbers.at(-1)}` : numbers.join(',')}`;
}
