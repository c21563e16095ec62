/**
 * Whether a version is run by something that names the oldest of each major, as the tables do.
 *
 * @param oldest the oldest first: `["13.4", "14.5", "15"]`; empty when every version is run
 * @param version `14`, which is the newest 14, or `14.6`, also with an end as in `14.6-rds.20260212`, or `6.x`
 * @param majorParts how many numbers make a major version: 1 in `16`, 2 in `8.0`
 */
export function isRunBy(oldest: readonly string[], version: string, majorParts: 1 | 2): boolean {
  const wanted = numbersOf(version);
  const majorOf = (numbers: readonly number[]) => numbers.slice(0, majorParts);
  const all = oldest.map(numbersOf);
  const sameMajor = all.find((numbers) => compareNumbers(majorOf(numbers), majorOf(wanted)) === 0);
  if (sameMajor) return compareNumbers(wanted, sameMajor) >= 0;
  const last = all.at(-1);
  return last === undefined || compareNumbers(wanted, last) > 0;
}

/** Redis 6.x is whatever 6 is the newest. */
function numbersOf(version: string): readonly number[] {
  const parts = (version.split('-', 1)[0] ?? '').split('.');
  return parts.map((part) => (part === 'x' ? Number.POSITIVE_INFINITY : Number(part)));
}

/** As far as both say it: a version that names no minor stands for the newest of them. */
function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let index = 0; index < Math.min(a.length, b.length); index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
