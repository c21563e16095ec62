import { describe, expect, it } from 'vitest';
import { parseYaml } from '../compiler/load/parse-yaml.ts';
import { writtenItems } from './written.ts';

const map = (text: string) => parseYaml('specs/prod.yaml', text).value;
const tell = (before: string, after: string) =>
  writtenItems(map(before), map(after), 'HEAD').map(
    ({ name, kind, lines: [line] }) => `${name} ${kind}: ${line?.text} [${line?.values[0]?.place}]`,
  );

describe('writtenItems', () => {
  it.each([
    ['a: 1\nb: {c: x, d: y}', '# why\nb:\n  d: "y"\n  c: x\na: 1 # so'],
    ['a: &x {b: 1}\nc: *x', 'a: {b: 1}\nc: {b: 1}'],
  ])('finds nothing but other layout between %j and %j', (before, after) => {
    expect(tell(before, after)).toEqual([]);
  });

  it.each([
    ['a: 300s', 'a: 5m', 'a changed: 300s → 5m [specs/prod.yaml:1]'],
    ['a: 1.30', 'a: "1.30"', 'a changed: 1.30 → "1.30" [specs/prod.yaml:1]'],
    ['x: 1', 'x: 1\na: {b: [1, 2], c: null}', 'a added: {b: [1, 2], c: null} [specs/prod.yaml:2]'],
    ['a:\n  b: 1\n  c: 2', 'a:\n  b: 1', 'a.c removed: 2 [specs/prod.yaml:3 at HEAD]'],
    ['a: [x, y]', 'a: [y, x]', 'a changed: [x, y] → [y, x] [specs/prod.yaml:1]'],
  ])('tells %j from %j', (before, after, line) => {
    expect(tell(before, after)).toEqual([line]);
  });

  it('shows long values from where they part', () => {
    const long = 'x'.repeat(200);
    expect(tell(`a: ${long}1`, `a: ${long}2`)[0]).toContain(`…${'x'.repeat(20)}1 → …${'x'.repeat(20)}2`);
  });
});
