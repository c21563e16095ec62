import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { knowledgeOf } from '../../src/compiler/compile.ts';
import { compilerPages } from '../../src/compiler/diagnostics/compiler-pages.ts';
import type { Example, Page } from '../../src/compiler/diagnostics/page.ts';
import { retiredCodes } from '../../src/compiler/diagnostics/retired-codes.ts';
import { knowledge } from '../../src/components/registry.ts';
import { allPages } from '../../src/reference/all-pages.ts';
import publishedCodes from './published-codes.json' with { type: 'json' };
import { codesIn } from './run-example.ts';

const pages = allPages(knowledge);
/** The examples of one kind's rules may name items of another kind that they do not show. */
async function alone(page: Page, codes: readonly string[], example: Example): Promise<readonly string[]> {
  if (!codes.includes('reference/unknown')) return codes;
  const own = knowledge.components.filter(({ rules }) => rules.some(({ code }) => code === page.code));
  return codesIn(example, knowledgeOf(own, [], builtInCatalog));
}

/** What rules find beside it is no matter of a page of the compiler itself. */
const isTold = (also: readonly string[]) => (code: string) =>
  also.includes(code) || compilerPages.some((page) => page.code === code);

const isOfRule = ({ help }: Page) => help === undefined;

describe('the pages', () => {
  it('have one code each', () => {
    expect(pages.map(({ code }) => code)).toEqual([...new Set(pages.map(({ code }) => code))]);
  });

  it.each(pages)('$code has everything a page needs', ({ code, summary, why, source, examples }) => {
    expect(code).toMatch(/^[a-z]+(?:-[a-z]+)*\/[a-z]+(?:-[a-z0-9]+)*$/);
    for (const text of [summary, why, source]) expect(text).toMatch(/^[^\n]{3,}[^\s.]$/);
    expect(examples.bad.length).toBeGreaterThan(0);
    expect(examples.good.length).toBeGreaterThan(0);
  });

  it('never use again what was given up', () => {
    expect(pages.filter(({ code }) => Object.hasOwn(retiredCodes, code))).toEqual([]);
  });

  it('are needed: only the place where rules are run can say a code that has no page by its type', () => {
    const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) =>
      /(?<!\.test)\.ts$/.test(file),
    );
    const makers = files.filter((file) =>
      /\bcodeOf\(|as (?:Rule)?Code\b/.test(readFileSync(`src/${file}`, 'utf8')),
    );
    expect(makers.sort()).toEqual(['compiler/diagnostics/code.ts', 'compiler/rules/lint.ts']);
  });

  it('still have every code that was ever published', () => {
    const known = new Set([...pages.map(({ code }) => code), ...Object.keys(retiredCodes)]);
    expect(publishedCodes.filter((code) => !known.has(code))).toEqual([]);
  });
});

// The examples of rules are run where the rules are, too; here they run in the presence of all other rules.
describe.each(pages)('$code', (page) => {
  it.each(page.examples.bad.map((example, index) => ({ example, index })))(
    'is what its bad example $index gives',
    async ({ example }) => {
      const also = typeof example === 'string' ? [] : (example.also ?? []);
      const codes = await codesIn(example, knowledge);
      if (isOfRule(page)) expect(await alone(page, codes, example)).toContain(page.code);
      else expect(codes.filter(isTold(also)).sort()).toEqual([page.code, ...also].sort());
    },
  );

  it.each(page.examples.good.map((example, index) => ({ example, index })))(
    'is not in its good example $index',
    async ({ example }) => {
      const codes = await codesIn(example, knowledge);
      if (isOfRule(page)) expect(codes).not.toContain(page.code);
      else expect(codes.filter(isTold([]))).toEqual([]);
    },
  );
});
