import { readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { components } from '../../src/components/registry.ts';
import { exampleBase } from '../../src/components/testing/compile-example.ts';
import { compileFile } from '../support/compile-folder.ts';
import { docTables } from './doc-tables.ts';

const DOC = 'docs/security.md';

/** `npm run golden` writes the tables; read the difference before you commit it. */
const isUpdate = process.env['GOLDEN'] === 'update';

it('is what docs/security.md says, control by control and key by key', () => {
  const text = readFileSync(DOC, 'utf8');
  const right = [...docTables()].reduce((page, [name, table]) => {
    const [start, end] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
    const [before, rest] = page.split(start, 2);
    const after = rest?.split(end, 2)[1];
    if (after === undefined) throw new Error(`${DOC} has no place for ${name}`);
    return `${before}${start}\n\n${table}\n\n${end}${after}`;
  }, text);
  if (isUpdate) writeFileSync(DOC, right);
  expect(isUpdate ? right : text).toBe(right);
});

it('shows an exception that works', () => {
  const shown = /```yaml\n(.*?)```/s.exec(readFileSync(DOC, 'utf8'))?.[1] ?? '';
  const database =
    'databases: {postgres: {engine: postgres, engineVersion: "16.8", class: db.m6g.large, storage: {allocated: 20GiB, max: 90GiB}, iamAuthentication: false}}\n';
  const codesWith = (more: string) => {
    const texts = new Map([
      ['specs/prod.yaml', `extends: ./base.yaml\nenvironment: prod\n${database}${more}`],
      ['specs/base.yaml', exampleBase(components)],
    ]);
    return compileFile('specs/prod.yaml', texts).diagnostics.map(({ code }) => code);
  };
  expect(codesWith('')).toContain('database/no-iam-authentication');
  expect(codesWith(shown)).toEqual(codesWith('').filter((code) => code !== 'database/no-iam-authentication'));
});
