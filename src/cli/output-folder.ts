import { resolve } from 'node:path';
import { LEDGER_FILE, type Ledger, readLedger } from '../compiler/ledger/ledger.ts';
import { projectFiles } from '../host/project-files.ts';
import type { Target } from './write-target.ts';

/** Where the output goes when nobody says otherwise, relative to the project folder. */
export const DEFAULT_OUTPUT = 'generated';

/** What held data when the environment was last written there. */
export function readPreviousLedger(out: string, environment: string): Ledger | undefined {
  const read = projectFiles(out).read(`infra/env/${environment}/${LEDGER_FILE}`);
  return 'text' in read ? readLedger(read.text) : undefined;
}

/** @returns the absolute folder that holds `infra/` and `schema/` */
export function outputFolder(folder: string, written: string): string {
  return resolve(folder, written);
}

/** Folders of environments that no spec names, with nothing that should be in them. */
export function leftoverEnvironments(out: string, names: readonly string[]): readonly Target[] {
  const listed = projectFiles(out).list('infra/env');
  if ('problem' in listed) return [];
  return listed.names
    .filter((name) => !names.includes(name))
    .map((name) => ({
      label: name,
      folder: `${out}/infra/env/${name}`,
      tree: new Map(),
      subfolders: ['kubernetes'],
    }));
}
