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

it('looks at 2,000 words at the most, however many a hostile spec has', () => {
  const known = Array.from({ length: 50_000 }, (_, index) => `${'ab'.repeat(18)}${index}`);
  expect(didYouMean('wanted', [...known, 'wantet'])).toEqual([]);
  expect(didYouMean('wanted', ['wantet', ...known])).toEqual(['wantet']);
});
