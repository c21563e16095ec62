import { type SupportPhase, supportPhase } from '../../../catalog/support-phase.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { readEngineVersion } from '../facts/engine-version.ts';
import { type Engine, engineFacts } from '../facts/engines.ts';
import type { Database, Databases } from '../schema.ts';
import { mariadb, mysql, postgres } from './examples.ts';

export const supportEnds = defineRule<Databases>({
  code: 'database/support-ends',
  severity: 'warning',
  summary: 'the major version is in the standard support of RDS for at least another quarter',
  why: 'after it PostgreSQL and MySQL cost extra for each vCPU and hour, which can exceed the price of the instance; after the extended support, and for MariaDB at once, RDS upgrades the major version by itself',
  source:
    'RDS user guide "Using Amazon RDS Extended Support", extended-support-overview and extended-support-viewing-support-dates (read 2026-11-27); the dates are in the catalog',
  examples: {
    good: [postgres(), mysql(), mariadb()],
    bad: [
      postgres({ engineVersion: '"13.22"', parameters: '{rds.force_ssl: {value: "1"}}' }),
      mysql({ engineVersion: '"8.0.46"' }),
      mariadb({
        engineVersion: '"10.6.25"',
        parameters: '{require_secure_transport: {value: "1"}}',
      }),
    ],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion }, at, report, { catalog, today }) => {
    const major = readEngineVersion(engine, engineVersion)?.major;
    const known = catalog.rdsEngineVersions.rows.get(`${engine} ${major}`);
    const phase = known && supportPhase(known, today);
    if (!phase || phase.kind === 'standard') return;
    report({
      at: at('engineVersion'),
      message: `${engineFacts[engine].title} ${major} ${textOf(phase, engine)}`,
      help: 'upgrade to a later major version (docs/database-upgrades.md)',
    });
  }),
});

function textOf(phase: Exclude<SupportPhase, { kind: 'standard' }>, engine: Engine): string {
  if (phase.kind === 'ending')
    return `leaves the standard support of RDS on ${phase.end}, in ${phase.days} days`;
  // RDS has no extended support for MariaDB.
  if (phase.kind === 'extended' && engine !== 'mariadb')
    return `left the standard support of RDS on ${phase.since}, and extended support is charged${phase.until === undefined ? '' : ` until ${phase.until}`}`;
  const end = phase.kind === 'extended' ? phase.since : phase.end;
  return `has had no support of RDS since ${end}, and RDS upgrades it by itself`;
}
