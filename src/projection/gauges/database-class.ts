import type { Catalog } from '../../catalog/catalog.ts';
import { rdsFamilyOf } from '../../catalog/rds/families.ts';
import type { Raise, Ranked } from '../gauge.ts';
import type { Platform } from '../platform.ts';

export interface DatabaseClass {
  /** `db.r6g.2xlarge` */
  readonly name: string;
  readonly vcpu: number;
  readonly memoryGib: number;
}

/**
 * The smallest class of the same family that has so many vCPU; another family may be another architecture, or unknown
 * to the engine.
 *
 * @param like the class of the measurement: of its number of vCPU, none with less memory
 */
export function smallestClass(
  catalog: Catalog,
  className: string,
  { vcpu, like }: { readonly vcpu: number; readonly like: string },
): DatabaseClass | undefined {
  const measured = catalog.rdsClasses.rows.get(like);
  return sizesOf(catalog, className)
    .filter((each) => each.vcpu >= vcpu)
    .find((each) => each.vcpu !== measured?.vcpu || each.memoryGib >= measured.memoryGib);
}

export function largestSize(catalog: Catalog, className: string): string {
  return sizesOf(catalog, className).at(-1)?.name ?? className;
}

/** All sizes of the family that the catalog knows, the smallest first. */
function sizesOf({ rdsClasses }: Catalog, className: string): readonly DatabaseClass[] {
  return [...rdsClasses.rows]
    .filter(([name]) => rdsFamilyOf(name) === rdsFamilyOf(className))
    .map(([name, { vcpu, memoryGib }]) => ({ name, vcpu, memoryGib }))
    .sort((a, b) => a.vcpu - b.vcpu || a.memoryGib - b.memoryGib);
}

/** Changes the class, and that of replicas that would be smaller then: they could not keep up with their primary. */
export function raiseClass(
  { catalog, model, traffic }: Platform,
  key: string,
  found: DatabaseClass | undefined,
  formula: string,
): Raise {
  const database = model.databases.get(key)!;
  const said = traffic.databases?.get(key);
  if (!found) {
    const text = `more than ${largestSize(catalog, database.class)}, the largest of its family`;
    return { text, formula: `${formula}; take another family, or spread the load`, changes: [] };
  }
  const change = (path: readonly string[]): Ranked => ({
    path,
    value: found.name,
    rank: found.vcpu * 1e6 + found.memoryGib,
  });
  const smaller = [...database.readReplicas].filter(([, replica]) => {
    const known = catalog.rdsClasses.rows.get(replica.class);
    return known !== undefined && (known.memoryGib < found.memoryGib || known.vcpu < found.vcpu);
  });
  return {
    text: found.name,
    formula: `${formula}: ${found.name} has ${found.vcpu} vCPU and ${found.memoryGib} GiB`,
    changes: [
      change(['databases', key, 'class']),
      // Else the measurement would be one of the new class from then on.
      ...(said?.cpuUtilization !== undefined && said.measuredClass === database.class
        ? [{ ...change(['traffic', 'databases', key, 'measuredClass']), value: database.class }]
        : []),
      ...smaller.map(([replica]) => change(['databases', key, 'readReplicas', replica, 'class'])),
    ],
  };
}
