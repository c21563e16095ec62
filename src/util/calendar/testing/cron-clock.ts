/**
 * A small cron as Kubernetes reads it: an expression of five fields is due at every minute of which the local
 * clock shows the minute, the hour and the day of the week. Written without the code that it checks: the local
 * clock comes from ICU, minute by minute.
 *
 * @source robfig/cron v3, spec.go: a skipped time never matches, a repeated one matches twice
 */
export class CronClock {
  readonly #format: Intl.DateTimeFormat;
  readonly #offsets = new Map<number, number>();

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' });
  }

  /** Answers for every minute since 1970-01-01T00:00Z whether the expression is due. */
  reading(cron: string): (instant: number) => boolean {
    const [minute, hour, dayOfMonth, month, weekday = ''] = cron.split(' ');
    if (dayOfMonth !== '*' || month !== '*') throw new Error(`${cron} is more than this cron can read`);
    const time = Number(hour) * 60 + Number(minute);
    const days = weekday === '*' ? undefined : daysOf(weekday);
    return (instant) => {
      if ((instant - time) % 5 !== 0) return false; // clocks change by multiples of five minutes
      const local = instant + this.#offset(instant);
      if (((local % 1440) + 1440) % 1440 !== time) return false;
      // 1970-01-01 was a Thursday; 0 is Sunday.
      return days === undefined || days.includes((((Math.floor(local / 1440) + 4) % 7) + 7) % 7);
    };
  }

  /** The same for a quarter of an hour: no zone changes its clock at any other minute. */
  #offset(instant: number): number {
    const quarter = Math.floor(instant / 15);
    const known = this.#offsets.get(quarter);
    if (known !== undefined) return known;
    const parts = this.#format.formatToParts(quarter * 15 * 60_000);
    const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours, minutes] = /^GMT(?:([+-])(\d\d):(\d\d))?$/.exec(name) ?? [];
    const offset = (sign === '-' ? -1 : 1) * (Number(hours ?? 0) * 60 + Number(minutes ?? 0));
    this.#offsets.set(quarter, offset);
    return offset;
  }
}

function daysOf(field: string): readonly number[] {
  return field.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}
