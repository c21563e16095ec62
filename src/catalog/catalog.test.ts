import { describe, expect, it } from 'vitest';
import type { MapForm } from '../compiler/language/field.ts';
import { schemaErrorsOf } from '../compiler/shape/validator.ts';
import { builtInCatalog, type Catalog } from './catalog.ts';
import { elasticacheFamilyOf } from './elasticache/families.ts';
import { tableFields } from './file/catalog-field.ts';
import { architectureOf, isBurstable, memoryPerCpu } from './instance-type-names.ts';
import { rdsFamilyOf } from './rds/families.ts';
import { unknownTo } from './table.ts';

const tables = Object.entries(builtInCatalog) as [keyof Catalog, Catalog[keyof Catalog]][];
const { ec2Types, rdsClasses, rdsFamilies, elasticacheNodeTypes, elasticacheFamilies } = builtInCatalog;

describe.each(tables)('the table %s', (name, { source, date, rows }) => {
  it('says where it comes from and how old it is', () => {
    expect(source).toMatch(/^\S[^\n]{40,}[^\s.]$/);
    expect(date).toMatch(/^2026-[01][0-9]-[0-3][0-9]$/);
  });

  it('has rows as its field describes them', () => {
    expect(rows.size).toBeGreaterThan(0);
    expect(schemaErrorsOf(tableFields[name], Object.fromEntries(rows))).toEqual([]);
  });

  it('explains itself with rows that are right', () => {
    const { item } = tableFields[name].form as MapForm;
    for (const example of tableFields[name].examples)
      expect(schemaErrorsOf(tableFields[name], example)).toEqual([]);
    for (const example of item.examples) expect(schemaErrorsOf(item, example)).toEqual([]);
  });
});

describe('what names tell', () => {
  it('is what EC2 says of every type', () => {
    const wrong = [...ec2Types.rows].filter(([name, { vcpu, memoryMib, architecture }]) => {
      const gib = memoryPerCpu(name);
      return architectureOf(name) !== architecture || (gib !== undefined && gib * vcpu * 1024 !== memoryMib);
    });
    expect(wrong).toEqual([]);
  });

  it('is what the families say', () => {
    const bare = (name: string) => name.slice(name.indexOf('.') + 1);
    for (const [name, family] of rdsFamilies.rows) {
      expect([name, family.architecture]).toEqual([name, architectureOf(bare(name))]);
      expect([name, family.isBurstable]).toEqual([name, isBurstable(bare(name))]);
    }
    for (const [name, family] of elasticacheFamilies.rows)
      expect([name, family.isBurstable]).toEqual([name, isBurstable(bare(name))]);
  });
});

describe('the tables together', () => {
  it('have a family for every class and node type', () => {
    const orphans = [
      ...[...rdsClasses.rows.keys()].filter((name) => !rdsFamilies.rows.has(rdsFamilyOf(name))),
      ...[...elasticacheNodeTypes.rows.keys()].filter(
        (name) => !elasticacheFamilies.rows.has(elasticacheFamilyOf(name)),
      ),
    ];
    expect(orphans).toEqual([]);
  });

  it('give classes and node types the size of the EC2 type of the same name', () => {
    const sizes = [
      ...[...rdsClasses.rows].map(([name, { vcpu, memoryGib }]) => ({ name, vcpu, mib: memoryGib * 1024 })),
      ...[...elasticacheNodeTypes.rows].map(([name, { vcpu }]) => ({ name, vcpu, mib: undefined })),
    ];
    const wrong = sizes.filter(({ name, vcpu, mib }) => {
      const type = ec2Types.rows.get(name.slice(name.indexOf('.') + 1));
      // T of the second generation have one vCPU in EC2 where ElastiCache says so, too.
      return type && (type.vcpu !== vcpu || (mib !== undefined && type.memoryMib !== mib));
    });
    expect(wrong).toEqual([]);
  });

  it('end extended support after standard support', () => {
    const all = [
      ...builtInCatalog.kubernetesVersions.rows,
      ...builtInCatalog.rdsEngineVersions.rows,
      ...builtInCatalog.elasticacheEngineVersions.rows,
    ];
    const wrong = all.filter(
      ([, { endOfStandardSupport: standard = '', endOfExtendedSupport: extended }]) =>
        extended !== undefined && extended <= standard,
    );
    expect(wrong).toEqual([]);
  });

  it('date what they do not know', () => {
    expect(unknownTo(ec2Types, 'm99g.large')).toBe('m99g.large is unknown to the catalog of 2026-07-23');
  });
});
