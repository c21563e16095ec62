import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { layOver } from '../../src/catalog/file/lay-over.ts';
import type { TableName } from './facts.ts';
import { printCatalog } from './print-catalog.ts';
import { compareNames, printTable, type TableData } from './print-table.ts';
import { type Recognised, recognise } from './recognise.ts';
import { refresh, type Tables } from './refresh.ts';
import { reportOf } from './report.ts';

// What the AWS CLI 1.45 prints: instance types and orderable options recorded from moto 5.2.1 (engine, version and class
// of the options are ours), the others written after the API models of botocore 1.43.11; the rest from the repositories.
const sample = (name: string) => {
  const found = recognise(readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8'));
  if ('problem' in found) throw new Error(`${name} ${found.problem}`);
  return found;
};
const samples = readdirSync(new URL('samples', import.meta.url)).sort();
const DATE = '2026-12-01';

const tables = Object.fromEntries(
  Object.entries(builtInCatalog).map(([name, { source, date, rows }]) => [
    name,
    { source, date, rows: Object.fromEntries(rows) },
  ]),
) as unknown as Tables;

const refreshed = (names: readonly string[], before = tables) =>
  new Map(refresh(before, names.map(sample), DATE).map((one) => [one.name, one]));
const rowOf = (names: readonly string[], table: TableName, row: string) =>
  refreshed(names).get(table)?.table.rows[row];

describe('a file', () => {
  it.each(samples.map((name) => [name, sample(name).source.name]))('%s is %s', (_, source) =>
    expect(source).toMatch(/^(?:aws (?:ec2|rds|eks|elasticache) describe-|kubernetes\/|awslabs\/|git )/),
  );

  it.each([
    ['hello', /^is none of: kubernetes/],
    ['{"InstanceTypes": [], "NextToken": "abc"}', /^is only the first page/],
    ['[1]', /^is none of/],
  ])('%s is refused', (text, problem) =>
    expect((recognise(text) as { problem: string }).problem).toMatch(problem),
  );
});

describe('a refresh', () => {
  it.each<[table: TableName, row: string, files: string[], expected: object]>([
    [
      'ec2Types',
      'm9g.large',
      ['ec2_instance_types.go', 'instance-info.jsonl'],
      { vcpu: 2, memoryMib: 8192, architecture: 'arm64', maxPods: 78 },
    ],
    [
      'ec2Types',
      'c6in.32xlarge',
      ['describe-instance-types.json'],
      { vcpu: 128, memoryMib: 262_144, architecture: 'x86_64', maxPods: 394 },
    ],
    [
      'rdsFamilies',
      'db.m9g',
      [
        'describe-orderable-db-instance-options-postgres.json',
        'describe-orderable-db-instance-options-mysql.json',
      ],
      {
        isBurstable: false,
        architecture: 'arm64',
        generation: 'current',
        engines: { postgres: ['14.18', '15'], mysql: ['8.0.42', '8.4'] },
      },
    ],
    [
      'rdsFamilies',
      'db.m5',
      ['describe-orderable-db-instance-options-postgres.json'],
      {
        isBurstable: false,
        architecture: 'x86_64',
        generation: 'current',
        engines: { postgres: [], mysql: [], mariadb: [] },
      },
    ],
    [
      'rdsClasses',
      'db.m9g.large',
      [
        'describe-orderable-db-instance-options-postgres.json',
        'ec2_instance_types.go',
        'instance-info.jsonl',
      ],
      { vcpu: 2, memoryGib: 8 },
    ],
    [
      'rdsEngineVersions',
      'postgres 18',
      ['describe-db-major-engine-versions.json'],
      { endOfStandardSupport: '2031-02-28' },
    ],
    [
      'kubernetesVersions',
      '1.37',
      ['describe-cluster-versions.json', 'tags.txt'],
      {
        clusterAutoscaler: '1.37.0',
        endOfStandardSupport: '2027-12-02',
        endOfExtendedSupport: '2028-12-02',
      },
    ],
    [
      'kubernetesVersions',
      '1.33',
      ['tags.txt'],
      { ...builtInCatalog.kubernetesVersions.rows.get('1.33'), clusterAutoscaler: '1.33.10' },
    ],
    [
      'elasticacheNodeTypes',
      'cache.r8g.24xlarge',
      ['describe-engine-default-parameters.json'],
      { vcpu: 96, maxmemoryBytes: 812_345_678_901 },
    ],
    ['elasticacheEngineVersions', 'valkey 9.1', ['describe-cache-engine-versions.json'], {}],
  ])('of %s knows %s', (table, row, files, expected) => expect(rowOf(files, table, row)).toEqual(expected));

  it('says the same of what is known already', () => {
    const { added, changed } = refreshed(['describe-instance-types.json']).get('ec2Types')!;
    expect({ added, changed }).toEqual({ added: [], changed: [] });
    expect(refreshed(['describe-cluster-versions.json']).get('kubernetesVersions')?.changed).toEqual([]);
  });

  it('leaves out what is no whole row, keeps what no file names, and tells both', () => {
    const files = ['describe-orderable-db-instance-options-postgres.json', 'instance-info.jsonl'];
    const all = [...refreshed(files).values()].map(reportOf).join('\n');
    expect(all).toContain('left out, too little is known: bmn-sf1.metal, m9g.large');
    expect(all).toMatch(/rdsClasses: 0 new, 0 changed\n {2}kept, in no file: 236\n/);
    expect(all).toContain('new: db.m9g, db.u9x');
  });

  it('made twice is made once', () => {
    const once = refreshed(samples);
    const after = {
      ...tables,
      ...Object.fromEntries([...once.values()].map(({ name, table }) => [name, table])),
    };
    const twice = refreshed(samples, after);
    const texts = (all: typeof once) => [...all.values()].map(({ table }) => printTable(table));
    expect(texts(twice)).toEqual(texts(once));
    expect(twice.get('ec2Types')?.added).toEqual([]);
  });

  it('can be a catalog of the user', () => {
    const files: Recognised[] = samples.map(sample);
    const text = printCatalog(refresh(tables, files, DATE), files, DATE);
    const { value, diagnostics } = layOver(builtInCatalog, 'catalog.json', text);
    expect(diagnostics).toEqual([]);
    expect(value?.ec2Types.rows.get('m9g.large')?.maxPods).toBe(78);
  });
});

describe('the data files', () => {
  const folder = new URL('../../src/catalog/data/', import.meta.url);
  it.each(readdirSync(folder))('%s is printed as it is', (file) => {
    const text = readFileSync(new URL(file, folder), 'utf8');
    expect(printTable(JSON.parse(text) as TableData)).toBe(text);
  });

  it('are sorted as people sort', () => {
    const names = ['m5.12xlarge', 'm5.2xlarge', 'm5.large', '1.9', '1.10', 'm5', 'm10.large'];
    expect(names.sort(compareNames)).toEqual([
      '1.9',
      '1.10',
      'm5',
      'm5.2xlarge',
      'm5.12xlarge',
      'm5.large',
      'm10.large',
    ]);
  });
});
