/** Middle value and the quarters around it. */
export interface Summary {
  readonly median: number;
  /** First and third quartile. */
  readonly quartiles: readonly [number, number];
  readonly count: number;
}

export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  return {
    median: round(quantile(sorted, 0.5)),
    quartiles: [round(quantile(sorted, 0.25)), round(quantile(sorted, 0.75))],
    count: sorted.length,
  };
}

/** Each value by the one that was measured beside it. */
export function ratios(values: readonly number[], base: readonly number[]): Summary {
  return summarise(values.map((value, index) => value / base[index]!));
}

/** The exponent of growth: 1 is linear, 2 square. Least squares through the logarithms. */
export function slopeOf(points: readonly (readonly [number, number])[]): number {
  const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
  const meanX = mean(logs.map(([x]) => x));
  const meanY = mean(logs.map(([, y]) => y));
  const over = mean(logs.map(([x, y]) => (x - meanX) * (y - meanY)));
  return round(over / mean(logs.map(([x]) => (x - meanX) ** 2)));
}

/**
 * What the number of x alone takes. A point of which it is less than half of the start tells of the start and of what else
 * the machine did.
 *
 * @param points time by number, the smallest number first
 */
export function withoutStart(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const [smallest, its] = points[0]!;
  const start = Math.max(0, its - costOfOne(points) * smallest);
  return points
    .map(([count, ms]) => [count, ms - start] as const)
    .filter(([, ms]) => ms > 0 && ms >= start / 2);
}

/** What one more of x costs: least squares. */
export function costOfOne(points: readonly (readonly [number, number])[]): number {
  const meanX = mean(points.map(([x]) => x));
  const meanY = mean(points.map(([, y]) => y));
  return round(
    mean(points.map(([x, y]) => (x - meanX) * (y - meanY))) / mean(points.map(([x]) => (x - meanX) ** 2)),
  );
}

function quantile(sorted: readonly number[], share: number): number {
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!];
  return below + (above - below) * (at - Math.floor(at));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function round(value: number): number {
  return Number(value.toPrecision(4));
}
