const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;
const MILLISECONDS_PER_DAY = 86_400_000;

/** When a weekly window comes next. All of it is UTC, as RDS and ElastiCache count. */
export interface NextWindow {
  /** As YYYY-MM-DD. */
  readonly date: string;
  /** `Sun 2026-11-29 04:30-05:30 UTC`. */
  readonly text: string;
  /** It is today, and nobody knows whether it has begun: a week later then. */
  readonly isToday: boolean;
}

/**
 * @param window as AWS writes it: `sun:04:30-sun:05:30`
 * @param today as YYYY-MM-DD
 * @returns nothing for what is no window
 */
export function nextWindow(window: unknown, today: string): NextWindow | undefined {
  const match = /^([a-z]{3}):([0-2][0-9]:[0-5][0-9])-[a-z]{3}:([0-2][0-9]:[0-5][0-9])$/i.exec(String(window));
  const [, day = '', from = '', to = ''] = match ?? [];
  const weekday = DAYS.indexOf(day.toLowerCase() as (typeof DAYS)[number]);
  const now = Date.parse(`${today}T00:00:00Z`);
  if (weekday < 0 || Number.isNaN(now)) return undefined;
  const ahead = (weekday - new Date(now).getUTCDay() + 7) % 7;
  const date = new Date(now + ahead * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
  const name = `${day.charAt(0).toUpperCase()}${day.slice(1).toLowerCase()}`;
  return { date, text: `${name} ${date} ${from}-${to} UTC`, isToday: ahead === 0 };
}
