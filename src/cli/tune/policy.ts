/** How measured use becomes a request. Every number is a choice, with its reason. */
export const policy = {
  /**
   * CPU of the hottest pod at this percentile of its samples. Above it are moments in which a pod may use what
   * others leave, or waits a little: CPU is only slowed down, never taken away.
   * @source robusta-dev/krr, strategy simple: 95 by default
   */
  cpuPercentile: 95,
  /** For a busier day than those that were measured, and for what a new version adds. */
  cpuHeadroom: 1.15,
  /** Above the largest use ever seen: a container without memory is killed, and there is no percentile of that. */
  memoryHeadroom: 1.2,
  /**
   * Where an autoscaler holds the use of a pod at a share of its request, the request is so large that the share
   * is at most this: pods are added at 10 % above the target (the tolerance of the HPA), and must not use more
   * than they asked for until then.
   */
  mostTargetPercent: 90,
  /** A memory limit is at least this much above the request, unless the two were equal on purpose. */
  memoryLimitAboveRequest: 1.25,
  /** @source robusta-dev/krr: cpu_min_value 10 (milli-CPU), memory_min_value 100 (MB) */
  leastCpu: 10,
  leastMemory: 100 * 2 ** 20,
  /** A smaller change is noise of the next measurement, and not worth a rollout. */
  smallestChange: 0.1,
  /** Fewer samples of one workload show a moment and not a day. */
  enoughSamples: 100,
  /** Load has the rhythm of a day. */
  enoughSeconds: 24 * 3600,
} as const;

/** Rounded up to what people read at once: 5m below 100m, 10m below a core, 50m above. */
export function readableCpu(milli: number): number {
  const step = milli <= 100 ? 5 : milli <= 1000 ? 10 : 50;
  return Math.max(policy.leastCpu, up(milli, step));
}

/** Rounded up to 16Mi, and to 64Mi from 1Gi on. */
export function readableMemory(bytes: number): number {
  const mib = 2 ** 20;
  return Math.max(policy.leastMemory, up(bytes, (bytes <= 1024 * mib ? 16 : 64) * mib));
}

/** The guard keeps 400.00000000000006, which is a product of fractions, from becoming 410. */
function up(value: number, step: number): number {
  return Math.ceil(value / step - 1e-9) * step;
}

/** The value below which `percent` of the values lie, at least one of them. @param values not empty */
export function percentile(values: readonly number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] as number;
}
