import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attribute, Block, Body, TerraformFile, Value } from '../ir.ts';
import { hostileText, literalValue, template } from './arbitraries-for-tests.ts';
import { renderHcl } from './hcl.ts';
import { renderJson } from './json.ts';
import { escapeTemplateMarkers, splitTemplate } from './template.ts';
import { evaluateAll, formatDiff, terraformOnPath } from './terraform-for-tests.ts';

// Terraform costs a second a run, so each property is one batch of samples, always the same ones.
const SEED = 20261104;
const TIMEOUT_MS = 30_000;

describe.skipIf(!terraformOnPath)('what Terraform reads (needs terraform on the PATH)', () => {
  const literals = fc.sample(literalValue, { seed: SEED, numRuns: 400 });
  const literalFile = localsFile(literals.map(escapeDeep));
  const templates = fc.sample(template, { seed: SEED, numRuns: 200 });
  const templateFile = localsFile(templates.map(({ source }) => source));

  it.each([
    ['HCL', 'main.tf', renderHcl],
    ['JSON', 'main.tf.json', renderJson],
  ])('from %s is the value that was meant', { timeout: TIMEOUT_MS }, (_, fileName, render) => {
    expect(readBack(fileName, render(literalFile))).toEqual(literals.map(canonical));
  });

  it.each([
    ['HCL', 'main.tf', renderHcl],
    ['JSON', 'main.tf.json', renderJson],
  ])('from a template in %s is what its expressions make', { timeout: TIMEOUT_MS }, (_, fileName, render) => {
    expect(readBack(fileName, render(templateFile))).toEqual(
      templates.map(({ result }) => canonical(result)),
    );
  });

  it('is HCL that terraform fmt leaves alone', { timeout: TIMEOUT_MS }, () => {
    expect(formatDiff(renderHcl(literalFile))).toBe('');
    expect(formatDiff(renderHcl(templateFile))).toBe('');
    const blocks = fc.sample(block, { seed: SEED, numRuns: 200 });
    const header = fc.sample(hostileText, { seed: SEED, numRuns: 20 });
    expect(formatDiff(renderHcl({ header, blocks }))).toBe('');
  });
});

describe('a template', () => {
  it('gives back the literal text that was escaped', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(splitTemplate(escapeTemplateMarkers(text))).toEqual(
          text === '' ? [] : [{ kind: 'literal', text }],
        );
      }),
      { seed: SEED, numRuns: 500 },
    );
  });
});

/** One local for each value, and an output `all` that lists them. */
function localsFile(values: readonly Value[]): TerraformFile {
  const attributes = values.map((value, index) => ({ name: `v${index}`, value }));
  const all = { name: 'value', value: values.map((_, index) => `\${local.v${index}}`) };
  return {
    header: [],
    blocks: [
      { type: 'locals', labels: [], body: { attributes, blocks: [] } },
      { type: 'output', labels: ['all'], body: { attributes: [all], blocks: [] } },
    ],
  };
}

function readBack(fileName: string, text: string): readonly unknown[] {
  const all = evaluateAll(fileName, text) as readonly Value[];
  return all.map(canonical);
}

function escapeDeep(value: Value): Value {
  if (typeof value === 'string') return escapeTemplateMarkers(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(escapeDeep);
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [escapeTemplateMarkers(key), escapeDeep(item)]),
  );
}

/**
 * A form in which equal values are equal to `toEqual`: objects as sorted entries, whatever their keys are
 * called, text in NFC as Terraform keeps it, and one zero.
 */
function canonical(value: Value): unknown {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value === 'number') return value === 0 ? 0 : value;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(canonical);
  const entries = Object.entries(value).map(
    ([key, item]) => [key.normalize('NFC'), canonical(item)] as const,
  );
  return { entries: entries.sort(([a], [b]) => (a < b ? -1 : 1)) };
}

const name = fc.stringMatching(/^[a-z_][A-Za-z0-9_-]{0,12}$/);

const attribute: fc.Arbitrary<Attribute> = fc.oneof(
  fc.record({ name, value: literalValue.map(escapeDeep) }),
  fc.record({ name, value: fc.constant(['a.b', 'c.d["e"]']), references: fc.constant(true) }),
);

/** Blocks of any shape; `terraform fmt` asks only for syntax. */
const block: fc.Arbitrary<Block> = fc.letrec<{ block: Block; body: Body }>((tie) => ({
  block: fc.record({
    type: name,
    labels: fc.array(name, { maxLength: 2 }),
    comment: fc.array(hostileText, { maxLength: 2 }),
    body: tie('body'),
  }),
  body: fc.record({
    attributes: fc.uniqueArray(attribute, { maxLength: 5, selector: (item) => item.name }),
    blocks: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      fc.constant([]),
      fc.array(tie('block'), { maxLength: 3 }),
    ),
  }),
})).block;
