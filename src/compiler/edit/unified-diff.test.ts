import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineChanges, unifiedDiff } from './unified-diff.ts';

const text = fc
  .array(fc.constantFrom('a\n', 'b\n', 'c\r\n', '\n', 'long line\n'), { maxLength: 30 })
  .map((lines) => lines.join(''));
const anyText = fc.tuple(text, fc.constantFrom('', 'end', ' ')).map(([lines, end]) => lines + end);

describe('unifiedDiff', () => {
  it('is what people know from diff -u', () => {
    const before = 'a\nb\nc\nd\ne\nf\n';
    expect(unifiedDiff('specs/prod.yaml', before, before.replace('e\n', 'E\n'))).toBe(
      '--- a/specs/prod.yaml\n+++ b/specs/prod.yaml\n@@ -2,5 +2,5 @@\n b\n c\n d\n-e\n+E\n f\n',
    );
  });

  it('says nothing of equal texts', () => expect(unifiedDiff('x', 'a\n', 'a\n')).toBe(''));

  it('keeps every line of both texts', () => {
    fc.assert(
      fc.property(anyText, anyText, (before, after) => {
        const changes = lineChanges(before, after);
        const without = (kind: string) =>
          changes
            .filter((change) => change.kind !== kind)
            .map(({ line }) => line)
            .join('');
        expect([without('added'), without('removed')]).toEqual([before, after]);
      }),
      { numRuns: 1000 },
    );
  });

  it('can be applied by patch', () => {
    const folder = mkdtempSync(join(tmpdir(), 'elastiform-diff-'));
    try {
      fc.assert(
        fc.property(anyText, anyText, (before, after) => {
          writeFileSync(join(folder, 'file'), before);
          const diff = unifiedDiff('file', before, after);
          if (diff === '') return;
          execFileSync('git', ['apply', '--whitespace=nowarn', '--unidiff-zero', '-'], {
            cwd: folder,
            input: diff,
            stdio: 'pipe',
          });
          let patched = '';
          try {
            patched = readFileSync(join(folder, 'file'), 'utf8');
          } catch {
            patched = '';
          }
          expect(patched).toBe(after);
        }),
        { numRuns: 12 },
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('answers at once for large texts with nothing in common', () => {
    const many = (word: string) => Array.from({ length: 20_000 }, (_, index) => `${word}${index}\n`).join('');
    expect(lineChanges(many('a'), many('b'))).toHaveLength(40_000);
  });
});
