import type { Gauge, Limit, Search } from './gauge.ts';
import type { Instant } from './instant.ts';
import type { Stretch } from './stretches.ts';

/** Counts at the ends of stretches, and halves the one in which the limit breaks. */
export function dayByDay(gauge: Gauge, { most }: Limit): Search {
  return {
    firstBreak(stretches) {
      const instant = firstDay(stretches, (each) => gauge.at(each).value > most);
      return instant && { instant, asked: gauge.at(instant) };
    },
    greatest: (stretches) =>
      stretches
        .flatMap(({ first, last }) => [gauge.at(first), gauge.at(last)])
        .reduce((greatest, figure) => (figure.value >= greatest.value ? figure : greatest)),
  };
}

/** Within a stretch the traffic only rises or only falls, so the first day can be found by halving. */
export function firstDay(
  stretches: readonly Stretch[],
  isOver: (instant: Instant) => boolean,
): Instant | undefined {
  for (const { first, last } of stretches) {
    if (isOver(first)) return first;
    if (!isOver(last)) continue;
    let [holds, breaks] = [first.day, last.day];
    while (breaks - holds > 1) {
      const middle = Math.floor((holds + breaks) / 2);
      if (isOver({ ...first, day: middle })) breaks = middle;
      else holds = middle;
    }
    return { ...first, day: breaks };
  }
  return undefined;
}
