import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type Ledger, readLedger } from '../../src/compiler/ledger/ledger.ts';
import { treeOf } from './compile-folder.ts';

const FOLDER = 'test/golden/specs';

/**
 * Names of the golden specs, which together use the whole language. What they extend is in `parents/`. The
 * fixture of the end-to-end tests has what they look up, except for those that start with `offline-`.
 */
export const goldenNames: readonly string[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => file.slice(0, -'.yaml'.length))
  .sort();

/** Those that are not a variant of another: `alarms-off` says little that `alarms` does not. */
export const mainGoldenNames: readonly string[] = goldenNames.filter(
  (name) => !goldenNames.some((other) => name.startsWith(`${other}-`)),
);

export function goldenFile(name: string): string {
  return `${FOLDER}/${name}.yaml`;
}

/** What held data before, where a file `<name>.stateful.json` beside the spec says so. */
export function ledgerBeside(file: string): Ledger | undefined {
  const path = file.replace(/\.yaml$/, '.stateful.json');
  return existsSync(path) ? readLedger(readFileSync(path, 'utf8')) : undefined;
}

export function goldenTree(name: string, format: 'hcl' | 'json' = 'hcl') {
  const file = goldenFile(name);
  return treeOf(file, undefined, format, ledgerBeside(file));
}
