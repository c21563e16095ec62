import { relative, resolve } from 'node:path';
import { builtInPrices } from '../../cost/prices/built-in-prices.ts';
import type { PriceTable } from '../../cost/prices/price-table.ts';
import { readPriceFile } from '../../cost/prices/read-price-file.ts';
import { readInput } from '../../host/read-input.ts';
import type { CliContext } from '../command.ts';
import { UsageError } from '../usage-error.ts';

const HELP = 'docs/cost.md says what a table of prices looks like';

/**
 * The table of `--prices`, or the built-in one. A path is relative to the project folder.
 *
 * @throws UsageError for a file that cannot be read, or that is no table; all that is wrong is said
 */
export function readPrices(path: string | undefined, { folder }: CliContext): PriceTable {
  if (path === undefined) return builtInPrices();
  const input = readInput(folder, path);
  if ('problem' in input) throw new UsageError(`--prices: ${path} ${input.problem}`, HELP);
  const label =
    path === '-' ? 'standard input' : relative(folder, resolve(folder, path)).replaceAll('\\', '/');
  const table = readPriceFile(label, parsed(path, input.text));
  if (!('problems' in table)) return table;
  throw new UsageError(`--prices: ${path} is no table of prices: ${table.problems.join('; ')}`, HELP);
}

function parsed(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`--prices: ${path} is no JSON: ${error.message}`, HELP);
  }
}
