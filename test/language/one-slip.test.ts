import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compileSpec } from '../../src/compiler/compile.ts';
import { knowledge } from '../../src/components/registry.ts';

// Goal D2 on real text: one slip in one line of the sample gives one error, and hardly ever more than two.

const read = (name: string) => readFileSync(`${import.meta.dirname}/../../specs/${name}`, 'utf8');
const base = read('base.yaml');
const lines = read('prod.yaml').split('\n');

function errorsOf(text: string): readonly string[] {
  const files = new Map([
    ['specs/prod.yaml', text],
    ['specs/base.yaml', base],
  ]);
  const { diagnostics } = compileSpec(
    'specs/prod.yaml',
    {
      read: (path) => {
        const found = files.get(path);
        return found === undefined ? { problem: 'missing', detail: '' } : { text: found };
      },
    },
    knowledge,
    { today: '2026-11-25' },
  );
  return diagnostics.filter(({ severity }) => severity === 'error').map(({ code }) => code);
}

/** What people do to a line: the lines that stand in its place. */
const SLIPS: Readonly<Record<string, (line: string) => readonly string[]>> = {
  'is missing': () => [],
  'is there twice': (line) => [line, line],
  'is commented out': (line) => [`# ${line}`],
  'is indented by one more': (line) => [` ${line}`],
  'is indented by two more': (line) => [`  ${line}`],
  'is indented by one less': (line) => [line.replace(/^ /, '')],
  'is indented by two less': (line) => [line.replace(/^ {2}/, '')],
  'is indented with a tab': (line) => [line.replace(/^ +/, '\t')],
  'has no space after its colon': (line) => [line.replace(': ', ':')],
  'has no colon': (line) => [line.replace(':', '')],
  'has a semicolon for its colon': (line) => [line.replace(':', ';')],
  'has = for its colon': (line) => [line.replace(':', ' =')],
  'ends with a colon': (line) => [line.replace(/[^:]$/, '$&:')],
  'ends with a comma': (line) => [line.replace(/[^:]$/, '$&,')],
  'lacks a quote': (line) => [line.replace('"', '')],
  'lacks {': (line) => [line.replace('{', '')],
  'lacks }': (line) => [line.replace(/\}(?=[^}]*$)/, '')],
  'has ] for }': (line) => [line.replace(/\}(?=[^}]*$)/, ']')],
  'lacks [': (line) => [line.replace('[', '')],
  'lacks ]': (line) => [line.replace(']', '')],
  'lacks a comma': (line) => [line.replace(', ', ' ')],
  'lacks the first letter of its key': (line) => [line.replace(/[A-Za-z]/, '')],
  'lacks the last letter of its key': (line) => [line.replace(/[A-Za-z0-9]:/, ':')],
  'has its key in capitals': (line) => [line.replace(/[\w-]+:/, (key) => key.toUpperCase())],
  'has a dash': (line) => [line.replace(/(?=[\w"-]+:)/, '- ')],
  'has a number for its value': (line) => [line.replace(/:.*/, ': 5')],
  'has a list for its value': (line) => [line.replace(/:.*/, ': [a]')],
  'has a map for its value': (line) => [line.replace(/:.*/, ': {a: b}')],
  'has nothing for its value': (line) => [line.replace(/:.*/, ':')],
  'has text for its value': (line) => [line.replace(/:.*/, ': "true story"')],
  'has a template for its value': (line) => [line.replace(/:.*/, ': {{ .Values.x }}')],
};

const isComplete = process.env['SLIPS'] === 'all';

describe('one slip in a line of the sample', () => {
  it('starts from a sample without errors', () => expect(errorsOf(lines.join('\n'))).toEqual([]));

  it('gives one error, and hardly ever more than two', () => {
    const counts: number[] = [];
    for (const [turn, slip] of Object.values(SLIPS).entries()) {
      for (const [index, line] of lines.entries()) {
        // Half of the lines, now these and then those; `SLIPS=all` takes every line.
        if (!isComplete && index % 2 !== turn % 2) continue;
        if (/^\s*(?:#|$)/.test(line)) continue;
        const slipped = slip(line);
        if (slipped.length === 1 && slipped[0] === line) continue;
        const text = [...lines.slice(0, index), ...slipped, ...lines.slice(index + 1)].join('\n');
        const found = errorsOf(text).length;
        if (found > 0) counts.push(found);
      }
    }
    const share = (most: number) => counts.filter((count) => count <= most).length / counts.length;
    console.log(
      `D2: ${counts.length} slips, one error ${(share(1) * 100).toFixed(1)} %, at most two ${(share(2) * 100).toFixed(1)} %`,
    );
    expect(counts.length).toBeGreaterThan(600);
    expect(share(1)).toBeGreaterThanOrEqual(0.95);
    expect(share(2)).toBeGreaterThanOrEqual(0.99);
  });
});
