import { architectureOf, isBurstable } from '../../../src/catalog/instance-type-names.ts';
import { rdsFamilyOf } from '../../../src/catalog/rds/families.ts';
import type { Fact, Source } from '../facts.ts';
import { listIn } from '../facts.ts';

interface Option {
  readonly Engine: string;
  readonly EngineVersion: string;
  readonly DBInstanceClass: string;
}

/** How many numbers make a major version, for the engines of the catalog. */
const MAJOR_PARTS: Readonly<Record<string, number>> = { postgres: 1, mysql: 2, mariadb: 2 };

export const orderableOptions: Source = {
  name: 'aws rds describe-orderable-db-instance-options',
  read({ json }) {
    const options = listIn<Option>(json, 'OrderableDBInstanceOptions')?.filter(
      // Multi-AZ DB clusters and Oracle have classes with a fourth part.
      ({ Engine, DBInstanceClass }) =>
        Object.hasOwn(MAJOR_PARTS, Engine) && DBInstanceClass.split('.').length === 3,
    );
    if (!options) return undefined;
    const rdsFamilies = new Map<string, Fact>();
    for (const [engine, parts] of Object.entries(MAJOR_PARTS)) {
      const ofEngine = options.filter(({ Engine }) => Engine === engine);
      const offered = oldestByMajor(ofEngine, parts);
      for (const family of new Set(ofEngine.map(({ DBInstanceClass }) => rdsFamilyOf(DBInstanceClass)))) {
        const own = ofEngine.filter(({ DBInstanceClass }) => rdsFamilyOf(DBInstanceClass) === family);
        const engines = { ...engineRows(rdsFamilies.get(family)), [engine]: oldest(own, parts, offered) };
        rdsFamilies.set(family, { known: { engines }, assumed: assumedOf(family) });
      }
    }
    // Their size is that of the EC2 type of the same name, which is looked up later.
    const classes = [...new Set(options.map(({ DBInstanceClass }) => DBInstanceClass))];
    return { rdsFamilies, rdsClasses: new Map(classes.map((name) => [name, { known: {} }])) };
  },
};

function engineRows(fact: Fact | undefined): object {
  return (fact?.known['engines'] as object | undefined) ?? {};
}

function assumedOf(family: string): Fact['known'] {
  const name = family.slice('db.'.length);
  return { isBurstable: isBurstable(name), architecture: architectureOf(name), generation: 'current' };
}

/**
 * The oldest version of each major, as the table has it. Where it is the oldest that RDS offers at all, the major
 * stands alone: older ones are not refused for the class, and an instance may still have one.
 */
function oldest(
  options: readonly Option[],
  parts: number,
  offered: ReadonlyMap<string, string>,
): readonly string[] {
  const own = [...oldestByMajor(options, parts)].sort(([a], [b]) => compareVersions(a, b));
  const versions = own.map(([major, version]) => (offered.get(major) === version ? major : version));
  // After the last major that has a beginning of its own, everything is run.
  const last = versions.findLastIndex((version, index) => version !== own[index]?.[0]);
  const isEverything = last < 0 && own.length === offered.size;
  return isEverything ? [] : versions.slice(0, last + 2);
}

function oldestByMajor(options: readonly Option[], parts: number): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { EngineVersion } of options) {
    const version = EngineVersion.split('-', 1)[0] ?? '';
    const major = version.split('.').slice(0, parts).join('.');
    const known = found.get(major);
    if (known === undefined || compareVersions(version, known) < 0) found.set(major, version);
  }
  return found;
}

function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number));
  for (let index = 0; index < 3; index += 1) {
    const difference = (left?.[index] ?? 0) - (right?.[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
