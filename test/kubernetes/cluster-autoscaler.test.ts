import { expect, it } from 'vitest';
import { goldenTree } from '../support/golden-specs.ts';
import { findingsOf } from './findings-of.ts';
import { resourcesOf } from './resources-of.ts';

it.each([
  ['cluster-autoscaler', 8],
  ['cluster-autoscaler-adopted', 7],
  ['cluster-autoscaler-plain', 6],
] as const)('the golden spec %s gives objects that the API takes', async (name, count) => {
  const tree = await goldenTree(name, 'json');
  const files = new Map([...tree].filter(([path]) => path === 'kubernetes/cluster-autoscaler.tf.json'));
  expect(resourcesOf(files)).toHaveLength(count);
  expect(findingsOf(files)).toEqual([]);
});
