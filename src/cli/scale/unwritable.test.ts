import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { close, open, PROD, project, scale, spec } from './testing/example-project.ts';

afterEach(close);

describe('a spec that cannot be written', () => {
  it('is left alone, with exit code 74', async () => {
    open();
    chmodSync(`${project.folder}/specs/prod.yaml`, 0o444);
    expect(await scale('prod', 'workloads.api', 'max=40')).toMatchObject({
      code: 74,
      stderr: expect.stringContaining('specs/prod.yaml is write-protected'),
    });
    chmodSync(`${project.folder}/specs/prod.yaml`, 0o644);
    expect(spec()).toBe(PROD);
    expect(await scale('prod', '--undo')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('nothing to take back'),
    });
  });

  it.skipIf(process.getuid?.() === 0)(
    'is left alone in a read-only folder (skipped: root may write anywhere)',
    async () => {
      open();
      chmodSync(`${project.folder}/specs`, 0o555);
      expect(await scale('prod', 'workloads.api', 'max=40')).toMatchObject({
        code: 74,
        stderr: expect.stringMatching(
          /cannot be written: you have no permission to write in its folder \(EACCES\)/,
        ),
      });
      chmodSync(`${project.folder}/specs`, 0o755);
    },
  );

  it('is never reached through a symbolic link', async () => {
    open();
    mkdirSync(`${project.folder}/elsewhere`);
    symlinkSync(`${project.folder}/elsewhere`, `${project.folder}/.elastiform`);
    expect(await scale('prod', 'workloads.api', 'max=40')).toMatchObject({
      code: 74,
      stderr: expect.stringContaining('symbolic link'),
    });
    rmSync(`${project.folder}/.elastiform`);
    renameSync(`${project.folder}/specs/prod.yaml`, `${project.folder}/elsewhere/prod.yaml`);
    symlinkSync(`${project.folder}/elsewhere/prod.yaml`, `${project.folder}/specs/prod.yaml`);
    expect((await scale('prod', 'workloads.api', 'max=40')).code).not.toBe(0);
    expect(project.read('elsewhere/prod.yaml')).toBe(PROD);
  });

  it('is not written without a memory of it', async () => {
    open();
    writeFileSync(`${project.folder}/.elastiform`, 'a file');
    expect(await scale('prod', 'workloads.api', 'max=40')).toMatchObject({
      code: 74,
      stderr: expect.stringContaining('where edits are remembered'),
    });
    expect(spec()).toBe(PROD);
  });
});
