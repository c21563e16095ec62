import { expect, it } from 'vitest';
import { type Diagnostic, isSpan } from '../diagnostic.ts';
import { codeOf } from '../diagnostics/code.ts';
import type { GroupCell, LeafCell } from '../resolve/cell.ts';
import { inSource } from './in-source.ts';

const origin = { kind: 'default', why: '' } as const;
const leaf = (positions?: readonly number[]): LeafCell => ({
  kind: 'leaf',
  path: ['types'],
  written: ['a', 'b'],
  value: ['a', 'b'],
  origin,
  ...(positions ? { positions } : {}),
});
const cells = (types: LeafCell): GroupCell => ({
  kind: 'section',
  path: [],
  entries: new Map([['types', types]]),
});

it.each([
  ['an item of a sorted list', leaf([1, 0]), ['types', '0'], ['types', '1']],
  ['the list itself', leaf([1, 0]), ['types'], ['types']],
  ['an item of an ordered list', leaf(), ['types', '0'], ['types', '0']],
  ['an item that is not there', leaf([1, 0]), ['types', '7'], ['types', '7']],
  ['something else', leaf([1, 0]), ['other', '0'], ['other', '0']],
])('%s is where the source has it', (_, types, path, expected) => {
  const finding: Diagnostic = {
    code: codeOf({ code: 'test/one' }),
    severity: 'error',
    message: 'x',
    at: { path },
    related: [{ message: 'y', at: { path } }],
  };
  const { at, related } = inSource(finding, cells(types));
  expect([at, related?.[0]?.at].map((place) => place && !isSpan(place) && place.path)).toEqual([
    expected,
    expected,
  ]);
});
