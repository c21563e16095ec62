/**
 * What a burstable class can save up in CPU credits: what it earns within a day.
 *
 * @returns undefined for a class that is not burstable, or whose earnings are not known
 * @source EC2 user guide, "Key concepts for burstable performance instances", table "CPU credits earned per hour":
 *   t3 and t4g earn the same; the balance is what is earned in 24 hours (general knowledge, to be compared)
 */
export function mostCredits(instanceClass: string): number | undefined {
  const [, family = '', size = ''] = instanceClass.split('.');
  const perHour = /^t(?:3|4g)$/.test(family) ? CREDITS_PER_HOUR[size] : undefined;
  return perHour === undefined ? undefined : perHour * 24;
}

const CREDITS_PER_HOUR: Readonly<Record<string, number>> = {
  micro: 12,
  small: 24,
  medium: 24,
  large: 36,
  xlarge: 96,
  '2xlarge': 192,
};

/**
 * By what CPUUtilization of the whole host is to be divided for the one core of the engine; `undefined` where
 * EngineCPUUtilization tells it better.
 *
 * @source ElastiCache user guide, "Which Metrics Should I Monitor?": CPUUtilization for nodes with two vCPU or less,
 *   and 90 / 2 as the threshold for two; EngineCPUUtilization from four on (read 2026-11-25). Up to large all current
 *   node types have two; the first generations (t1, t2, m1, m3) have one in their small sizes.
 */
export function sharedVcpu(nodeType: string): 1 | 2 | undefined {
  const [, family = '', size = ''] = nodeType.split('.');
  if (/xlarge$|metal/.test(size)) return undefined;
  const isSingle =
    /^(?:t1|m1)$/.test(family) || (family === 't2' && size !== 'medium') || /^m3$/.test(family);
  return isSingle && size !== 'large' ? 1 : 2;
}

/** Connections that a node takes; not adjustable. @source the same page, CurrConnections (read 2026-11-25) */
export const CACHE_CONNECTIONS = 65_000;

/** Memory and SSD together hold the data; memory alone is always full. @source ElastiCache user guide, "Data tiering" */
export function hasDataTiering(nodeType: string): boolean {
  return nodeType.startsWith('cache.r6gd.');
}
