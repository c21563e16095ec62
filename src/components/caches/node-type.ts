import type { Catalog } from '../../catalog/catalog.ts';
import { elasticacheFamilyOf } from '../../catalog/elasticache/families.ts';
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
 * @source Amazon ElastiCache User Guide, "Data tiering" (read 2026-11-25); unverified: that families which the catalog
 *   does not know have it when their names say that they have local disks, as r6gd does
 */
export function hasDataTiering({ elasticacheFamilies }: Catalog, nodeType: string): boolean {
  const known = elasticacheFamilies.rows.get(elasticacheFamilyOf(nodeType));
  return known ? known.hasDataTiering : /^r[0-9]{1,2}gd$/.test(partsOf(nodeType).family);
}
