import { invariant } from '../../util/invariant.ts';

/** `cache.r6g.xlarge` is of the family `r6g` and the size `xlarge`. */
export function partsOf(nodeType: string): { readonly family: string; readonly size: string } {
  const [, family, size] = nodeType.split('.');
  invariant(family !== undefined && size !== undefined, `${nodeType} was checked`);
  return { family, size };
}

/** Runs at a baseline of 10 or 20 % of a core once its CPU credits are spent. */
export function isBurstable(nodeType: string): boolean {
  return /^t[0-9]/.test(partsOf(nodeType).family);
}

/**
 * Keeps what is seldom read on a local SSD. The node type decides that alone: r6gd without data tiering is
 * refused, and so is data tiering on anything else.
 *
 * @source Amazon ElastiCache User Guide, "Data tiering" (read 2026-11-25)
 */
export function hasDataTiering(nodeType: string): boolean {
  return partsOf(nodeType).family === 'r6gd';
}
