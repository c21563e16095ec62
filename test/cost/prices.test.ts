import { describe, expect, it } from 'vitest';
import { microUsd } from '../../src/cost/money.ts';
import { builtInPrices } from '../../src/cost/prices/built-in-prices.ts';
import { findPrice } from '../../src/cost/prices/price-table.ts';
import type { Section } from '../../src/cost/prices/sections.ts';
import { readCsv } from './csv-for-tests.ts';

const find = (section: Section, name: string) => findPrice(builtInPrices(), 'us-east-1', section, name);
const LETTERS = { A: 'A', B: 'B', C: 'C', D: 'D' } as const;

/** Every price of a source as `section name usd letter`, and what the table has in its place. */
function compared(rows: readonly (readonly [Section, string, string, string])[]) {
  const written = rows.filter(([, , usd]) => usd !== '');
  return {
    expected: written.map(
      ([section, name, usd, letter]) => `${section} ${name} ${microUsd(Number(usd))} ${letter}`,
    ),
    found: written.map(([section, name]) => {
      const price = find(section, name);
      return `${section} ${name} ${price?.usd} ${price?.trust}`;
    }),
  };
}

describe('the built-in prices are those of their sources', () => {
  it.each([
    [
      'ec2.csv',
      289,
      readCsv('./sources/ec2.csv').map(
        (row) => ['ec2', row['instance_type']!, row['on_demand_usd_hour']!, 'A'] as const,
      ),
    ],
    [
      'rds.csv',
      49,
      readCsv('./sources/rds.csv').flatMap(
        (row) =>
          [
            ['rdsPostgres', row['class']!, row['usd_hour_pg_single_az']!, row['pg_price_src']!],
            ['rdsMysql', row['class']!, row['usd_hour_mysql_single_az']!, row['mysql_price_src']!],
          ] as const,
      ),
    ],
    [
      'elasticache.csv',
      146,
      readCsv('./sources/elasticache.csv').flatMap(
        (row) =>
          [
            ['elasticacheRedis', row['node_type']!, row['usd_hour_redis']!, 'A'],
            ['elasticacheValkey', row['node_type']!, row['usd_hour_valkey']!, 'A'],
          ] as const,
      ),
    ],
  ])('%s', (_, count, rows) => {
    const { expected, found } = compared(rows);
    expect(expected).toHaveLength(count);
    expect(found).toEqual(expected);
  });
});

it('every price says where it is from, and how far it is to be believed', () => {
  for (const sections of builtInPrices().regions.values())
    for (const rows of sections.values())
      for (const price of rows.values()) {
        expect(price.source.length).toBeGreaterThan(20);
        expect(LETTERS).toHaveProperty(price.trust!);
      }
});
