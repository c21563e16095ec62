import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { treeOf } from '../support/compile-folder.ts';

const run = promisify(execFile);
const ELASTIFORM = resolve('bin/elastiform.js');

/** One hash over paths and contents of a folder. */
function hashOf(folder: string): string {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const hash = createHash('sha256');
  for (const path of files.map((entry) => join(entry.parentPath, entry.name)).sort()) {
    hash.update(`${path.slice(folder.length)}\0`).update(readFileSync(path));
  }
  return hash.digest('hex');
}

describe('the same spec', () => {
  // `ROUNDS=1000` for more; each takes 40 ms.
  const rounds = Number(process.env['ROUNDS'] ?? 10);

  it(`gives the same bytes ${rounds} times in one process`, async () => {
    const digest = async () => JSON.stringify([...(await treeOf('specs/dev.yaml'))]);
    const first = await digest();
    for (let round = 1; round < rounds; round += 1)
      if ((await digest()) !== first) expect(round).toBe('the same');
  });

  /** All at once: each alone would take a process, and none can undo what another does. */
  const ODD_SURROUNDINGS = {
    TZ: 'Pacific/Kiritimati',
    LANG: 'tr_TR.UTF-8',
    LC_ALL: 'tr_TR.UTF-8',
    HOME: '/nonexistent',
    // These steer cdktf.
    CDKTF_OUTDIR: 'elsewhere',
    SYNTH_HCL_OUTPUT: 'true',
    CDKTF_CONTEXT_JSON: '{"a":1}',
  };

  it('gives the same bytes in another folder, time zone, language and home', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'elastiform-bytes-'));
    try {
      cpSync('specs', join(folder, 'specs'), { recursive: true });
      await run(process.execPath, [ELASTIFORM, 'synth'], {
        cwd: folder,
        env: { PATH: process.env['PATH'] ?? '', ...ODD_SURROUNDINGS },
      });
      expect(readdirSync(folder).sort()).toEqual(['generated', 'specs']);
      expect(hashOf(join(folder, 'generated'))).toBe(hashOf('generated'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
