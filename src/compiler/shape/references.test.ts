import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../catalog/catalog.ts';
import { resolveCells } from '../resolve/resolve.ts';
import { checkShape } from './check-shape.ts';
import { checkReferences } from './references.ts';
import { FRAME, load, rangeOf } from './testing/check-yaml.ts';
import { exampleLanguage } from './testing/example-language.ts';

function findings(yaml: string): string[] {
  const document = load(FRAME + yaml);
  expect(checkShape(exampleLanguage, document).diagnostics).toEqual([]);
  return checkReferences(
    exampleLanguage,
    resolveCells(exampleLanguage, document, builtInCatalog),
    document,
  ).map(({ code, at, message, help, related = [], suggestions = [] }) =>
    [
      `${code} ${rangeOf(document, at)} ${message}`,
      help,
      ...related.map((place) => `related ${rangeOf(document, place.at)}`),
      ...suggestions.map(({ replacement }) => replacement),
    ].join(' | '),
  );
}

const DATABASES = 'databases: {postgres: {engine: postgres}, orders: {engine: mysql}}\n';

describe('a reference', () => {
  it('may name what is there', () => {
    expect(
      findings(`${DATABASES}workloads: {web: {database: orders, databases: [postgres, orders]}}`),
    ).toEqual([]);
  });

  it('is unknown when nothing has the name', () => {
    expect(findings(`${DATABASES}workloads: {web: {database: postgers}}`)).toEqual([
      'reference/unknown 7:29-7:37 database is "postgers", which is not in databases | databases has orders, postgres | related 6:1-6:10 | postgres',
    ]);
  });

  it('is unknown in a map that is not there', () => {
    expect(findings('workloads: {web: {database: main}}')).toEqual([
      'reference/unknown 6:29-6:33 database is "main", which is not in databases | databases is empty; add "main" to it',
    ]);
  });

  it('is found inside a list although cells are sorted', () => {
    expect(findings(`${DATABASES}workloads: {web: {databases: [zebra, orders, ordres]}}`)).toEqual([
      'reference/unknown 7:46-7:52 databases names "ordres", which is not in databases | databases has orders, postgres | related 6:1-6:10 | orders',
      'reference/unknown 7:31-7:36 databases names "zebra", which is not in databases | databases has orders, postgres | related 6:1-6:10',
    ]);
  });

  it('is checked when it was derived, at the item that it was derived for', () => {
    expect(findings('workloads: {wbe: {}}')).toEqual([
      'reference/unknown 6:13-6:16 securityGroup is "wbe" (which is made from the name of the item), which is not in foundation.securityGroups | foundation.securityGroups has web | related 5:86-5:100 | web',
    ]);
  });

  it('shows five names at most, and a hundred findings', () => {
    const many = (count: number, line: (index: number) => string) =>
      Array.from({ length: count }, (_, index) => line(index)).join(', ');
    const found = findings(
      `databases: {${many(8, (index) => `db-${index}: {engine: mysql}`)}}\nworkloads: {web: {databases: [${many(100, (index) => `x${index}xxxxx`)}], database: y}}`,
    );
    expect(found).toHaveLength(101);
    expect(found[0]).toContain('databases has db-0, db-1, db-2, db-3, db-4 and 3 more');
    expect(found[100]).toContain('1 more unknown name is not listed');
  });
});
