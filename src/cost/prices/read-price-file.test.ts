import { describe, expect, it } from 'vitest';
import { findPrice } from './price-table.ts';
import { readPriceFile } from './read-price-file.ts';

const file = (more: object = {}) => ({
  formatVersion: 1,
  source: 'our agreement',
  date: '2026-11-20',
  prices: { 'eu-west-1': { ec2: { 'm6i.large': 0.09 } } },
  ...more,
});

describe('readPriceFile', () => {
  it('takes plain numbers, and rows with a source of their own', () => {
    const table = readPriceFile('prices.json', {
      ...file(),
      trust: 'A',
      sources: { page: { source: 'a page' } },
      prices: { 'eu-west-1': { ec2: { 'm6i.large': 0.09, 'm6a.large': { usd: 0.0864, source: 'page' } } } },
    });
    if ('problems' in table) throw new Error(table.problems.join());
    expect(findPrice(table, 'eu-west-1', 'ec2', 'm6i.large')).toEqual({
      usd: 90_000,
      unit: 'hour',
      source: 'our agreement',
      date: '2026-11-20',
      trust: 'A',
    });
    expect(findPrice(table, 'eu-west-1', 'ec2', 'm6a.large')).toEqual({
      usd: 86_400,
      unit: 'hour',
      source: 'a page',
    });
    expect(findPrice(table, 'us-east-1', 'ec2', 'm6i.large')).toBeUndefined();
  });

  it.each([
    [[], 'the file is [], and ought to be an object'],
    [null, 'the file is null, and ought to be an object'],
    [file({ formatVersion: 2 }), 'formatVersion is 2, and not 1'],
    [file({ source: ' ' }), 'source is " ", and says in words where the prices come from'],
    [file({ date: undefined }), 'date is missing, and is a day such as "2026-11-27"'],
    [file({ date: '2026-02-30' }), 'date is "2026-02-30", and is a day such as "2026-11-27"'],
    [file({ trust: 'Z' }), 'trust is "Z", and is A, B, C or D'],
    [file({ price: {} }), 'price is no key of a price table; did you mean prices?'],
    [file({ prices: undefined }), 'prices is missing, and ought to be an object'],
    [file({ prices: { x: { ec: {} } } }), 'prices.x.ec is no key of a price table; did you mean ec2?'],
    [
      file({ prices: { x: { ec2: { a: '1' } } } }),
      'prices.x.ec2.a is "1", and a price is a number of dollars',
    ],
    [file({ prices: { x: { ec2: { a: -1 } } } }), 'prices.x.ec2.a is -1, and a price is 0 to 100000'],
    [
      file({ prices: { x: { ec2: { a: 0.0000001 } } } }),
      'prices.x.ec2.a is 1e-7, and a price has at most six decimals',
    ],
    [
      file({ prices: { x: { ec2: { a: { usd: 1, source: 'b' } } } } }),
      'prices.x.ec2.a.source is "b", which is no name in sources',
    ],
  ])('refuses %j', (json, problem) => {
    const table = readPriceFile('prices.json', json);
    expect('problems' in table && table.problems).toContain(problem);
  });
});
