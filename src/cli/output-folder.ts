import { resolve } from 'node:path';
import { LEDGER_FILE, type Ledger, readLedger } from '../compiler/ledger/ledger.ts';
import { projectFiles } from '../host/project-files.ts';
import { isOwn } from '../host/write/ownership.ts';
import type { Target } from './write-target.ts';

/** Where the output goes when nobody says otherwise, relative to the project folder. */
export const DEFAULT_OUTPUT = 'generated';

/** What held data when the environment was last written, or why that cannot be told. */
export type PreviousLedger =
  | { readonly ledger: Ledger | undefined }
  | { readonly problem: string; readonly path: string };

/**
 * A file that is broken or gone is a problem and not the same as none: without it nobody would notice that a
 * database has left the spec. Every synthesis writes it, so it is missing only beside no Terraform at all.
 */
export function readPreviousLedger(out: string, environment: string): PreviousLedger {
  const files = projectFiles(out);
  const folder = `infra/env/${environment}`;
  const path = `${folder}/${LEDGER_FILE}`;
  const read = files.read(path);
  if ('text' in read) {
    const ledger = readLedger(read.text);
    return ledger ? { ledger } : { problem: 'is damaged', path };
  }
  if (read.problem !== 'missing') return { problem: 'cannot be read', path };
  const isWritten = ['terraform.tf', 'terraform.tf.json'].some((name) => {
    const settings = files.read(`${folder}/${name}`);
    return 'text' in settings && isOwn(name, settings.text);
  });
  return isWritten ? { problem: 'is gone', path } : { ledger: undefined };
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
