import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse, parseAllDocuments, parseDocument } from 'yaml';
import { isSpan } from '../diagnostic.ts';
import type { Span } from '../span.ts';
import { parseYaml, withoutByteOrderMark } from './parse-yaml.ts';
import { print, specValue, style } from './testing/arbitrary-spec.ts';
import { FILE, finding, plain } from './testing/reading.ts';
import { samples } from './testing/sample-specs.ts';

const OPTIONS = { version: '1.2', schema: 'core', uniqueKeys: false, stringKeys: true } as const;
const TIMEOUT_MS = 60_000;

/** False for what the yaml package prints wrong: it folds long quoted keys, and between half characters. */
function isReadable(text: string): boolean {
  return parseDocument(text, OPTIONS).errors.length === 0 && !/\p{Cs}/u.test(text);
}

describe('a printed spec', { timeout: TIMEOUT_MS }, () => {
  it('has the value that the yaml package reads, and no findings', () => {
    fc.assert(
      fc.property(specValue, style, (value, how) => {
        const text = print(value, how);
        fc.pre(isReadable(text));
        const expected: unknown = parse(text, OPTIONS);
        const read = parseYaml(FILE, text);
        expect(read.diagnostics.map(finding)).toEqual([]);
        expect(plain(read.value)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  it('has it with Windows line ends and a byte order mark too', () => {
    fc.assert(
      fc.property(specValue, style, (value, how) => {
        const text = `\ufeff${print(value, how).replaceAll('\n', '\r\n')}`;
        fc.pre(isReadable(text));
        const read = parseYaml(FILE, text);
        expect(read.diagnostics.map(finding)).toEqual([]);
        expect(plain(read.value)).toEqual(parse(text, OPTIONS));
      }),
      { numRuns: 200 },
    );
  });
});

const edit = fc.record({
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  kind: fc.constantFrom('insert' as const, 'delete' as const, 'replace' as const, 'double' as const),
  character: fc.constantFrom(
    ...'\n\r\t :-?,[]{}#&*!|>"\'%@`\\.~0a<=/\u00a0é😀\u202e\ud800\u0007\0\ufeff'.split(''),
  ),
});

function apply(
  text: string,
  { at, kind, character }: typeof edit extends fc.Arbitrary<infer E> ? E : never,
): string {
  const place = Math.floor(at * text.length);
  const kept = kind === 'delete' || kind === 'replace' ? 1 : 0;
  const added = kind === 'delete' ? '' : kind === 'double' ? text.charAt(place) : character;
  return text.slice(0, place) + added + text.slice(place + kept);
}

function checkSpan(text: string, { start, end }: Span): void {
  expect(start.offset).toBeLessThanOrEqual(end.offset);
  expect(end.offset).toBeLessThanOrEqual(text.length);
  for (const { line, column, offset } of [start, end]) {
    const before = text.slice(0, offset);
    expect([line, column]).toEqual([before.split('\n').length, offset - before.lastIndexOf('\n')]);
  }
}

describe('a spec with slips', { timeout: TIMEOUT_MS }, () => {
  it('is refused at places inside the text, or has the value that the yaml package reads', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...samples),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (sample, edits) => {
          const text = edits.reduce(apply, sample);
          const { value, diagnostics } = parseYaml(FILE, text);
          const content = withoutByteOrderMark(text);
          for (const { at, related = [] } of diagnostics) {
            for (const place of [at, ...related.map((each) => each.at)]) {
              expect(place && isSpan(place)).toBe(true);
              if (place && isSpan(place)) checkSpan(content, place);
            }
          }
          if (diagnostics.length > 0) return;
          const [document, ...others] = parseAllDocuments(text, OPTIONS) as ReturnType<
            typeof parseAllDocuments
          > &
            unknown[];
          expect(others).toEqual([]);
          expect((document as { errors: unknown[] }).errors).toEqual([]);
          expect(plain(value)).toEqual(parse(text, OPTIONS));
        },
      ),
      { numRuns: 1500 },
    );
  });
});
