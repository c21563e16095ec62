import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const run = promisify(execFile);

/** Fails with the output of the tool, which says what is wrong and where. */
async function passes(tool: string, ...args: string[]): Promise<void> {
  await succeeds('npx', '--no-install', tool, ...args);
}

async function succeeds(program: string, ...args: string[]): Promise<void> {
  const result = await run(program, args, { maxBuffer: 64 * 1024 * 1024 }).then(
    () => '',
    (error: { stdout?: string; stderr?: string; message: string }) =>
      `${error.stdout}${error.stderr}` || error.message,
  );
  expect(result).toBe('');
}

describe('the code', () => {
  it('has the right types', () => passes('tsc', '--noEmit'), 300_000);
  it('is formatted and free of lint', () => passes('biome', 'check', '.'), 300_000);
  it(
    'keeps the import rules',
    () => passes('depcruise', 'src', '--config', 'test/checks/import-rules.cjs'),
    300_000,
  );
  it('has no dead code', () => passes('knip', '--no-progress'), 300_000);
  it('has fresh output', () => succeeds(process.execPath, 'bin/elastiform.js', 'synth', '--check'), 300_000);
});
