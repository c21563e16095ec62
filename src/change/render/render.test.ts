import { describe, expect, it } from 'vitest';
import type { Difference } from '../difference.ts';
import { diffMarkdown } from './markdown.ts';
import { diffText } from './text.ts';

const changed = (subject: string, text: string, danger?: string): Difference => ({
  subject,
  kind: 'changed',
  items: [
    {
      name: 'workloads.api',
      kind: 'changed',
      lines: [
        { text, ...(danger ? { danger } : {}), values: [{ path: 'a', place: `specs/${subject}.yaml:3` }] },
      ],
    },
  ],
});

describe('diffText', () => {
  it('says once what several have in common, dangers first, then what most have', () => {
    const text = diffText('against HEAD', [
      changed('a', 'x'),
      changed('b', 'y'),
      changed('c', 'y'),
      changed('d', 'z', 'shrinks'),
      { subject: 'e', kind: 'same', items: [] },
      { subject: 'f', kind: 'incomparable', items: [], note: 'cannot be compared: 2 errors at HEAD' },
    ]);
    expect(text).toBe(`against HEAD: 5 of 6 differ
As a whole:
  f cannot be compared: 2 errors at HEAD
Look twice:
  d: workloads.api  z (shrinks)  [specs/d.yaml:3]
In b, c:
  workloads.api  y  [specs/b.yaml:3, specs/c.yaml:3]
In a:
  workloads.api  x  [specs/a.yaml:3]
The same: e
`);
  });

  it.each([1, 10, 29, 30, 57, 58, 200])(
    'has at most 60 lines for %i environments, and counts the others',
    (count) => {
      const text = diffText(
        'against HEAD',
        Array.from({ length: count }, (_, index) => changed(`e${index}`, `${index}`)),
      );
      const lines = text.trimEnd().split('\n');
      expect(lines.length).toBeLessThanOrEqual(60);
      const shown = lines.filter((line) => line.startsWith('  ')).length;
      const left = Number(/… and ([0-9]+) more/.exec(text)?.[1] ?? 0);
      expect(shown + left).toBe(count);
    },
  );

  it('lets no value begin a line', () => {
    expect(diffText('against HEAD', [changed('a', 'x\nFAKE')])).not.toMatch(/^FAKE/m);
  });
});

describe('diffMarkdown', () => {
  it('holds values in code, also those with backticks, links and names of people', () => {
    const text = diffMarkdown('against HEAD', [changed('a', '`</details>` @team [x](y)')]);
    expect(text).toContain('- `workloads.api` `` `</details>` @team [x](y) `` (`specs/a.yaml:3`)');
  });
});
