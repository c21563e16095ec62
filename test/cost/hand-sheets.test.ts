import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../src/catalog/catalog.ts';
import { formatPath } from '../../src/compiler/spec-path.ts';
import { components, type Model } from '../../src/components/registry.ts';
import { lintExample } from '../../src/components/testing/compile-example.ts';
import { estimateCost } from '../../src/cost/estimate.ts';
import { BOUNDS } from '../../src/cost/item.ts';
import { fromCents, usdText } from '../../src/cost/money.ts';
import { builtInPrices } from '../../src/cost/prices/built-in-prices.ts';
import { readCsv } from './csv-for-tests.ts';

const FOLDER = new URL('./hand-sheets/', import.meta.url);
const names = readdirSync(FOLDER).flatMap((file) => (file.endsWith('.yaml') ? [file.slice(0, -5)] : []));

// The comment at the head of each spec is the sheet: the numbers of the CSV were worked out from it by hand.
describe.each(names)('the sheet of %s', (name) => {
  const yaml = readFileSync(new URL(`${name}.yaml`, FOLDER), 'utf8');
  const { value, diagnostics } = lintExample(components, yaml, []);
  const sheet = readCsv(`./hand-sheets/${name}.csv`);
  const estimate = () => estimateCost(value!.model as unknown as Model, builtInCatalog, builtInPrices());

  it('is of a spec without errors', () => {
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('has the same lines', () => {
    const lines = estimate().items.map(({ path, what, amount }) => ({
      path: formatPath(path),
      what,
      ...Object.fromEntries(BOUNDS.map((bound) => [bound, usdText(amount?.[bound] ?? -1)])),
    }));
    expect(lines).toEqual(sheet);
  });

  it('has the same sums, but for the cents that rounding leaves', () => {
    const { totals } = estimate();
    for (const bound of BOUNDS) {
      const cents = sheet.reduce(
        (sum, row) => sum + Math.round(Number(row[bound]!.replace(',', '')) * 100),
        0,
      );
      expect(Math.abs(totals[bound] - fromCents(cents))).toBeLessThanOrEqual(fromCents(sheet.length / 2));
    }
  });
});
