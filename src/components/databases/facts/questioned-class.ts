import type { Catalog } from '../../../catalog/catalog.ts';
import { rdsFamilyOf } from '../../../catalog/rds/families.ts';
import type { Engine } from './engines.ts';
import { readInstanceClass } from './instance-class.ts';

/**
 * Whether a rule of databases has something to say about a class that the catalog does not know, so that nobody else
 * needs to say that its memory is unknown. What may only be newer than the catalog is not questioned.
 */
export function isQuestionedClass(
  { rdsClasses, rdsFamilies }: Catalog,
  engine: Engine,
  className: string,
  isAdopted: boolean,
): boolean {
  if (rdsClasses.rows.has(className)) return false;
  if (!readInstanceClass(className)) return true; // database/class-unknown
  const family = rdsFamilyOf(className);
  // database/class-size-unknown
  if ([...rdsClasses.rows.keys()].some((known) => known.startsWith(`${family}.`))) return true;
  const known = rdsFamilies.rows.get(family);
  if (!known) return false;
  if (known.generation === 'retired') return !isAdopted; // database/class-retired
  return known.engines?.[engine] === undefined; // database/class-needs-engine-version
}
