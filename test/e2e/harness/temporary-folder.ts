import { rmSync } from 'node:fs';
import { mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atExit } from './at-exit.ts';

export interface TemporaryFolder extends AsyncDisposable {
  readonly path: string;
  /** Idempotent; happens by itself when the process ends. */
  remove(): Promise<void>;
}

export async function makeTemporaryFolder(purpose: string): Promise<TemporaryFolder> {
  // The real path, for on macOS the temporary folder is a link and Terraform prints where it leads.
  const path = await mkdtemp(join(await realpath(tmpdir()), `elastiform-e2e-${purpose}-`));
  const takeBack = atExit(() => rmSync(path, removal));
  const remove = async () => {
    takeBack();
    await rm(path, removal);
  };
  return { path, remove, [Symbol.asyncDispose]: remove };
}

// Terraform may still be writing into it for a moment after it was told to stop.
const removal = { recursive: true, force: true, maxRetries: 3 } as const;
