import { describe, expect, it } from 'vitest';
import { invariant } from '../../util/invariant.ts';
import { findSpan } from './find-span.ts';
import { loadSpec } from './load-spec.ts';
import { range } from './testing/reading.ts';

const files: Record<string, string> = {
  'specs/prod.yaml': 'extends: base.yaml\na:\n  b: {c: 1, "d e": [x, y]}\n  0: z\n',
  'specs/base.yaml': 'a:\n  b:\n    c: 2\n    f: text\ng: [{h: 1}]\n',
};
const { value: document } = loadSpec('specs/prod.yaml', { read: (path) => ({ text: files[path] ?? '' }) });

describe('the span of a place', () => {
  it.each<[path: string[], value: string, key: string]>([
    [[], 'prod 1:1-1:1', 'prod 1:1-1:1'],
    [['a'], 'prod 3:3-4:7', 'prod 2:1-2:2'],
    [['a', 'b'], 'prod 3:6-3:27', 'prod 3:3-3:4'],
    [['a', 'b', 'c'], 'prod 3:10-3:11', 'prod 3:7-3:8'],
    [['a', 'b', 'd e'], 'prod 3:20-3:26', 'prod 3:13-3:18'],
    [['a', 'b', 'd e', '1'], 'prod 3:24-3:25', 'prod 3:24-3:25'],
    [['a', '0'], 'prod 4:6-4:7', 'prod 4:3-4:4'],
    [['a', 'b', 'f'], 'base 4:8-4:12', 'base 4:5-4:6'],
    [['g', '0', 'h'], 'base 5:9-5:10', 'base 5:6-5:7'],
    // What does not exist is shown at the key of what holds it.
    [['a', 'b', 'none'], 'prod 3:3-3:4', 'prod 3:3-3:4'],
    [['a', 'b', 'c', 'deeper', 'still'], 'prod 3:7-3:8', 'prod 3:7-3:8'],
    [['a', 'b', 'd e', '2'], 'prod 3:13-3:18', 'prod 3:13-3:18'],
    [['a', 'b', 'd e', '01'], 'prod 3:13-3:18', 'prod 3:13-3:18'],
    [['a', 'b', 'd e', '-1'], 'prod 3:13-3:18', 'prod 3:13-3:18'],
    [['a', 'b', 'd e', 'length'], 'prod 3:13-3:18', 'prod 3:13-3:18'],
    [['g', '0', 'none'], 'base 5:5-5:11', 'base 5:5-5:11'],
    [['none'], 'prod 1:1-1:1', 'prod 1:1-1:1'],
    [['__proto__'], 'prod 1:1-1:1', 'prod 1:1-1:1'],
  ])('%j', (path, value, key) => {
    invariant(document, 'the files hold maps');
    const at = (on?: 'key') => {
      const span = findSpan(document, { path, ...(on && { on }) });
      return `${span.file.slice('specs/'.length, -'.yaml'.length)} ${range(span)}`;
    };
    expect([at(), at('key')]).toEqual([value, key]);
  });
});
