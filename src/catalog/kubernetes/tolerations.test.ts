import { expect, it } from 'vitest';
import { tolerates } from './tolerations.ts';

const spot = { value: 'spot', effect: 'NoSchedule' };

it.each([
  ['no taint', {}, {}, true],
  ['a taint', {}, { capacity: spot }, false],
  ['a wish', {}, { capacity: { ...spot, effect: 'PreferNoSchedule' } }, true],
  ['the very taint', { capacity: spot }, { capacity: spot }, true],
  ['any value of it', { capacity: {} }, { capacity: spot }, true],
  ['another value', { capacity: { value: 'on-demand' } }, { capacity: spot }, false],
  ['another effect', { capacity: { effect: 'NoExecute' } }, { capacity: spot }, false],
  ['a taint without a value', { gpu: { value: 'yes' } }, { gpu: { effect: 'NoSchedule' } }, false],
  ['one of two', { capacity: {} }, { capacity: spot, gpu: { effect: 'NoExecute' } }, false],
])('%s', (_, tolerations, taints, expected) =>
  expect(tolerates(new Map(Object.entries(tolerations)), new Map(Object.entries(taints)))).toBe(expected),
);
