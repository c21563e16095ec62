import { describe, expect, it } from 'vitest';
import { resolveParentPath } from './parent-path.ts';

describe('a parent path', () => {
  it.each<[root: string, from: string, written: string, path: string]>([
    ['specs', 'specs/prod.yaml', './base.yaml', 'specs/base.yaml'],
    ['specs', 'specs/prod.yaml', 'base.yaml', 'specs/base.yaml'],
    ['specs', 'specs/prod.yaml', './/team/./base.yaml', 'specs/team/base.yaml'],
    ['specs', 'specs/team/a.yaml', '../base.yaml', 'specs/base.yaml'],
    ['specs', 'specs/prod.yaml', 'team/../base.yaml', 'specs/base.yaml'],
    ['', 'prod.yaml', 'base.yaml', 'base.yaml'],
    ['a/b', 'a/b/prod.yaml', 'c/d.yaml', 'a/b/c/d.yaml'],
    ['specs', 'specs/prod.yaml', '..base.yaml', 'specs/..base.yaml'],
    ['specs', 'specs/prod.yaml', 'größe 1.yaml', 'specs/größe 1.yaml'],
    ['specs', 'specs/prod.yaml', 'console.yaml', 'specs/console.yaml'],
  ])('from %s, %s says %j', (root, from, written, path) => {
    expect(resolveParentPath(root, from, written)).toEqual({ ok: true, path });
  });

  it.each([
    ['../base.yaml', 'extends/outside'],
    ['team/../../base.yaml', 'extends/outside'],
    ['../specs/base.yaml', 'extends/outside'],
    ['/etc/passwd', 'extends/outside'],
    ['~/base.yaml', 'extends/outside'],
    ['C:/base.yaml', 'extends/outside'],
    ['c:base.yaml', 'extends/outside'],
    ['..', 'extends/outside'],
    ['file:///etc/passwd', 'extends/not-a-path'],
    ['https://example.com/base.yaml', 'extends/not-a-path'],
    ['..\\base.yaml', 'extends/not-a-path'],
    ['\\\\host\\share', 'extends/not-a-path'],
    ['base.yaml\u0000.txt', 'extends/not-a-path'],
    ['base\n.yaml', 'extends/not-a-path'],
    ['', 'extends/not-a-path'],
    ['  ', 'extends/not-a-path'],
    ['.', 'extends/not-a-path'],
    ['./', 'extends/not-a-path'],
    ['team/', 'extends/not-a-path'],
    ['team/..', 'extends/not-a-path'],
    ['NUL', 'extends/not-a-path'],
    ['com1.yaml', 'extends/not-a-path'],
    ['base.yaml.', 'extends/not-a-path'],
    ['base.yaml ', 'extends/not-a-path'],
    ['.../base.yaml', 'extends/not-a-path'],
    ['base.yaml:stream', 'extends/not-a-path'],
    ['*.yaml', 'extends/not-a-path'],
  ])('%j is refused', (written, code) => {
    expect(resolveParentPath('specs', 'specs/prod.yaml', written)).toMatchObject({ ok: false, code });
  });
});
