import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { schemaErrorsOf } from '../../compiler/shape/validator.ts';
import { builtInCatalog } from '../catalog.ts';
import { unknownTo } from '../table.ts';
import { catalogField } from './catalog-field.ts';
import { catalogSchemaText } from './catalog-schema.ts';
import { layOver } from './lay-over.ts';

const m9g = { vcpu: 2, memoryMib: 8192, architecture: 'arm64', maxPods: 29 };
const catalogOf = (tables: object, date = '2099-12-31') =>
  JSON.stringify({ source: 'read in the console', date, tables });
const laid = (text: string) => layOver(builtInCatalog, 'mine.json', text);

describe('a catalog of the user', () => {
  it('adds, replaces and takes away rows, and leaves the other tables alone', () => {
    const { value, diagnostics } = laid(
      catalogOf({ ec2Types: { 'm9g.large': m9g, 'm5.large': { ...m9g, maxPods: 110 }, 'c5.large': null } }),
    );
    expect(diagnostics).toEqual([]);
    const { rows } = value!.ec2Types;
    expect(rows.get('m9g.large')).toEqual(m9g);
    expect(rows.get('m5.large')).toEqual({ ...m9g, maxPods: 110 });
    expect(rows.has('c5.large')).toBe(false);
    expect(rows.size).toBe(builtInCatalog.ec2Types.rows.size);
    expect(value!.rdsClasses).toBe(builtInCatalog.rdsClasses);
    expect(builtInCatalog.ec2Types.rows.has('c5.large')).toBe(true);
  });

  it('is written as the documentation shows it', () => {
    const text = /```json\n(.*?)```/s.exec(readFileSync('docs/catalog.md', 'utf8'))?.[1] ?? '';
    const { value, diagnostics } = laid(text);
    expect(diagnostics).toEqual([]);
    expect(value?.kubernetesVersions.rows.get('1.37')?.clusterAutoscaler).toBe('1.37.1');
  });

  it('has both dates in what it does not know', () => {
    const { value } = laid(catalogOf({ ec2Types: {} }, '2027-01-31'));
    expect(unknownTo(value!.ec2Types, 'm99g.large')).toBe(
      'm99g.large is unknown to the catalog of 2027-01-31 over that of 2026-07-23',
    );
  });

  it('may be YAML, and JSON with tabs', () => {
    const yaml =
      'source: xyz\ndate: "2099-12-31"\ntables:\n  kubernetesVersions: {"1.37": {}, "1.30": null}\n';
    const tabs =
      '{\n\t"source": "xyz",\n\t"date":\t"2099-12-31",\n\t"tables": {"kubernetesVersions": {"1.37": {}, "1.30": null}}\n}\n';
    for (const text of [yaml, tabs]) {
      const { value, diagnostics } = laid(text);
      expect(diagnostics).toEqual([]);
      expect([...value!.kubernetesVersions.rows.keys()]).toContain('1.37');
      expect([...value!.kubernetesVersions.rows.keys()]).not.toContain('1.30');
    }
  });

  it.each<[what: string, text: string, code: string, path: string]>([
    ['no date', '{"source": "x", "tables": {}}', 'shape/missing-key', ''],
    ['no day', catalogOf({}, 'yesterday'), 'shape/bad-format', 'date'],
    ['another table', catalogOf({ ec2Type: {} }), 'shape/unknown-key', 'tables.ec2Type'],
    [
      'a name of another table',
      catalogOf({ rdsClasses: { 'm9g.large': null, 'm8g.large': { vcpu: 2, memoryGib: 8 } } }),
      'shape/bad-name',
      'tables.rdsClasses.m8g.large',
    ],
    [
      'half a row',
      catalogOf({ ec2Types: { 'm9g.large': { vcpu: 2 } } }),
      'shape/missing-key',
      'tables.ec2Types.m9g.large',
    ],
    [
      'a number in quotes',
      catalogOf({ rdsClasses: { 'db.m9g.large': { vcpu: '2', memoryGib: 8 } } }),
      'shape/extra-quotes',
      'tables.rdsClasses.db.m9g.large.vcpu',
    ],
    [
      'a row without anything',
      'source: x\ndate: "2099-12-31"\ntables:\n  ec2Types:\n    m5.large:\n',
      'shape/empty',
      'tables.ec2Types.m5.large',
    ],
    ['a list', '[]', 'yaml/root-not-map', ''],
    ['half a file', '{"source": "x", ', 'yaml/unclosed-bracket', ''],
  ])('with %s is refused where the mistake is', (_, text, code, path) => {
    const { value, diagnostics } = laid(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map((one) => one.code)).toContain(code);
    const { at } = diagnostics.find((one) => one.code === code)!;
    if (at && 'path' in at) expect(at.path.join('.')).toBe(path);
    for (const { message, help } of diagnostics)
      expect(`${message} ${help}`).not.toMatch(/\bspec\b|apiVersion/);
  });

  it.each<[what: string, text: string, code: string, message: RegExp]>([
    [
      'that takes away what is not there',
      catalogOf({ ec2Types: { 'm5.lagre': null } }),
      'catalog/nothing-removed',
      /^ec2Types of 2026-07-23 has no row m5.lagre to take away$/,
    ],
    [
      'that is older',
      catalogOf({ ec2Types: {}, rdsFamilies: {} }, '2026-10-01'),
      'catalog/over-newer',
      /^the catalog of 2026-10-01 lies over tables that are newer: rdsFamilies of 2026-11-27$/,
    ],
  ])('%s is warned of', (_, text, code, message) => {
    const { value, diagnostics } = laid(text);
    expect(value).toBeDefined();
    expect(diagnostics).toMatchObject([
      { code, severity: 'warning', message: expect.stringMatching(message) },
    ]);
  });
});

describe('the schema for editors', () => {
  const schema = JSON.parse(catalogSchemaText());

  it('says of every table what a row has, and that it may be null', () => {
    for (const table of Object.keys(builtInCatalog)) {
      const { additionalProperties } = schema.properties.tables.properties[table];
      expect(additionalProperties.type).toEqual(['object', 'null']);
      expect(Object.keys(additionalProperties.properties).length).toBeGreaterThan(0);
    }
  });

  it('has an example that is right', () =>
    expect(catalogField.examples.flatMap((example) => schemaErrorsOf(catalogField, example))).toEqual([]));
});
