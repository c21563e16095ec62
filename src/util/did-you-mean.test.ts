import { describe, expect, it } from 'vitest';
import { didYouMean } from './did-you-mean.ts';

describe('a word that is near', () => {
  it.each([
    ['minReplica', ['maxReplicas', 'minReplicas'], ['minReplicas', 'maxReplicas']],
    ['min_replicas', ['maxReplicas', 'minReplicas'], ['minReplicas', 'maxReplicas']],
    ['MINREPLICAS', ['minReplicas'], ['minReplicas']],
    ['imgae', ['image'], ['image']], // a swap is one edit, not two
    ['mn', ['max', 'min'], ['min']],
    ['id', ['vpc', 'ip', 'ie', 'if', 'it'], ['ip', 'ie', 'if']], // three at most
    ['spot', ['on-demand'], []],
    ['', ['a'], []],
    ['-', ['a'], []],
    ['colour', ['engine', 'storage'], []],
  ])('%s of %j', (typed, known, expected) => expect(didYouMean(typed, known)).toEqual(expected));
});

it('compares 2,000 hostile words in little time', () => {
  const known = Array.from({ length: 50_000 }, (_, index) => `${'ab'.repeat(18)}${index}`);
  const start = process.cpuUsage();
  for (let round = 0; round < 10; round += 1) didYouMean('ba'.repeat(20), known);
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(1000);
});
