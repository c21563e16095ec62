import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileSpec } from '../../src/compiler/compile.ts';
import type { ExampleProject } from '../../src/compiler/diagnostics/page.ts';
import { applyEdits } from '../../src/compiler/edit/apply-edits.ts';
import { fixSpecs } from '../../src/compiler/fix/fix-specs.ts';
import { fixesOf } from '../../src/compiler/fix/fixes-of.ts';
import type { SpecFiles } from '../../src/compiler/load/spec-files.ts';
import { knowledge } from '../../src/components/registry.ts';
import { exampleBase } from '../../src/components/testing/compile-example.ts';
import { allPages } from '../../src/reference/all-pages.ts';

// Goal D7 on real text: what `validate --fix` makes of slips in the sample, and how many codes have a fix.

const SPEC = 'specs/prod.yaml';
const compile = (file: string, files: SpecFiles) =>
  compileSpec(file, files, knowledge, { today: '2026-11-25' });
const filesOf = (texts: ExampleProject['files']): SpecFiles => ({
  read(path) {
    const found = texts[path];
    if (found === undefined) return { problem: 'missing', detail: '' };
    return typeof found === 'string' ? { text: found } : { ...found, detail: '' };
  },
});

describe('one slip in a line of the sample', () => {
  const read = (name: string) => readFileSync(`${import.meta.dirname}/../../specs/${name}`, 'utf8');
  const [base, sample] = [read('base.yaml'), read('prod.yaml')];
  const lines = sample.split('\n');
  const errorsOf = (text: string) =>
    compile(SPEC, filesOf({ [SPEC]: text, 'specs/base.yaml': base })).diagnostics.filter(
      ({ severity }) => severity === 'error',
    ).length;

  /** What people do to a line: the lines that stand in its place. */
  const SLIPS: Readonly<Record<string, (line: string) => readonly string[]>> = {
    'is there twice': (line) => [line, line],
    'is indented by one more': (line) => [` ${line}`],
    'is indented by one less': (line) => [line.replace(/^ /, '')],
    'is indented by two more': (line) => [`  ${line}`],
    'is indented by two less': (line) => [line.replace(/^ {2}/, '')],
    'is indented with a tab': (line) => [line.replace(/^ +/, '\t')],
    'has no space after its colon': (line) => [line.replace(': ', ':')],
    'has no colon': (line) => [line.replace(':', '')],
    'ends with a comma': (line) => [line.replace(/[^:]$/, '$&,')],
    'has ] for }': (line) => [line.replace(/\}(?=[^}]*$)/, ']')],
    'lacks the last letter of its key': (line) => [line.replace(/[A-Za-z0-9]:/, ':')],
    'has its key in capitals': (line) => [line.replace(/[\w-]+:/, (key) => key.toUpperCase())],
    'has a number for its value': (line) => [line.replace(/:.*/, ': 5')],
    'has a map for its value': (line) => [line.replace(/:.*/, ': {a: b}')],
  };

  // A share of the lines, of which each has its turn with one slip or another.
  const EVERY = 24;

  it('is repaired or left alone, and never made worse', () => {
    let mistakes = 0;
    let repaired = 0;
    for (const [turn, slip] of Object.values(SLIPS).entries()) {
      for (const [index, line] of lines.entries()) {
        if (index % EVERY !== turn % EVERY || /^\s*(?:#|$)/.test(line)) continue;
        const text = [...lines.slice(0, index), ...slip(line), ...lines.slice(index + 1)].join('\n');
        const before = text === sample ? 0 : errorsOf(text);
        if (before === 0) continue;
        mistakes += 1;
        const files = filesOf({ [SPEC]: text, 'specs/base.yaml': base });
        const result = fixSpecs(files, [SPEC], [SPEC], compile);
        const after = result.files[0]?.after ?? text;
        if (after === sample) repaired += 1;
        else expect(errorsOf(after), text).toBeLessThan(before + (after === text ? 1 : 0));
      }
    }
    console.log(`D7: ${mistakes} slips in the sample, ${repaired} repaired to the byte`);
    expect(mistakes).toBeGreaterThan(25);
    expect(repaired / mistakes).toBeGreaterThan(0.3);
  });
});

describe('the examples of the codes', () => {
  const base = exampleBase(knowledge.components);
  // Every fourth page, for each example is compiled a few times.
  const pages = allPages(knowledge).filter((_, index) => index % 4 === 0);
  // An item may be the same as another one that is wrong as well.
  const EARLY = /^(?:yaml|reference|environment|shape)\/(?!repeated-item)/;

  it('have a fix in at least 30 % of them, and each fix takes its finding away or leaves a right spec', () => {
    let withFix = 0;
    for (const { code, examples } of pages) {
      const [example] = examples.bad;
      const project: ExampleProject =
        typeof example === 'string'
          ? { files: { [SPEC]: `extends: ./base.yaml\nenvironment: prod\n${example}` } }
          : (example as ExampleProject);
      if (project.isFolder || project.change) continue;
      const texts: ExampleProject['files'] = { ...project.files, 'specs/base.yaml': base };
      const { diagnostics, document } = compile(SPEC, filesOf(texts));
      const early = (all: typeof diagnostics) => all.filter((found) => EARLY.test(found.code)).length;
      const own = diagnostics.filter((found) => found.code === code);
      const fixes = own.flatMap((found) => fixesOf(found, document)).filter((fix) => fix !== undefined);
      if (fixes.length > 0) withFix += 1;
      for (const { edits, message } of fixes) {
        const [{ span }] = edits as [(typeof edits)[number]];
        const text = applyEdits(String(texts[span.file]), edits);
        const after = compile(SPEC, filesOf({ ...texts, [span.file]: text })).diagnostics;
        const isGone = after.filter((found) => found.code === code).length < own.length;
        expect(isGone || after.length <= diagnostics.length, `${code}: ${message}\n${text}`).toBe(true);
        if (!EARLY.test(code)) expect(early(after), `${code}: ${message}\n${text}`).toBe(early(diagnostics));
      }
    }
    console.log(`D7: ${withFix} of ${pages.length} codes have a fix in their first example`);
    expect(withFix / pages.length).toBeGreaterThanOrEqual(0.3);
  });
});
