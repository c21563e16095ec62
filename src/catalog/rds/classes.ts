import table from '../data/rds-classes.json' with { type: 'json' };

/** What the catalog knows of an RDS instance class. */
export interface RdsClass {
  readonly vcpu: number;
  /** Nominal memory in GiB; the engine gets a little less. */
  readonly memoryGib: number;
}

const classes: ReadonlyMap<string, RdsClass> = new Map(Object.entries(table.classes));

/**
 * @param name such as `db.r6g.xlarge`
 * @returns undefined for a class that the catalog does not know: it may be newer than the table
 * @source src/catalog/data/rds-classes.json names its own source and date
 */
export function rdsClass(name: string): RdsClass | undefined {
  return classes.get(name);
}
