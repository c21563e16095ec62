import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeTemporaryFolder, type TemporaryFolder } from './temporary-folder.ts';
import { findTools, hasProvider } from './tools.ts';

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await makeTemporaryFolder('tools-test');
});
afterEach(() => folder.remove());

async function program(name: string, text: string): Promise<void> {
  await writeFile(join(folder.path, name), text, { mode: 0o755 });
}

describe('finding the tools', () => {
  it('says that terraform is missing', async () => {
    expect(await findTools({ PATH: folder.path })).toEqual({ reason: 'terraform is not on PATH' });
  });

  it('says that moto_server is missing, and how to get it', async () => {
    await program('terraform', '#!/bin/sh\n');
    expect((await findTools({ PATH: folder.path })).reason).toContain("pip install 'moto[server]==5.2.1'");
  });

  it('says that the mirror is missing, and how to name it', async () => {
    await program('terraform', '#!/bin/sh\n');
    await program('python', '#!/bin/sh\necho /found/python\n');
    await program('moto_server', `#!${join(folder.path, 'python')}\n`);
    const env = { PATH: folder.path, HOME: folder.path, XDG_DATA_DIRS: folder.path };
    expect((await findTools(env)).reason).toContain('ELASTIFORM_TF_MIRROR');
    expect((await findTools({ ...env, ELASTIFORM_TF_MIRROR: folder.path })).reason).toContain(
      'holds no hashicorp/aws',
    );
  });

  it('takes the Python of the script, and a mirror where Terraform looks by itself', async () => {
    await program('terraform', '#!/bin/sh\n');
    await program('python', '#!/bin/sh\necho /found/python\n');
    await program('moto_server', `#!${join(folder.path, 'python')}\n`);
    const implied = join(folder.path, '.terraform.d/plugins');
    await mkdir(join(implied, 'registry.terraform.io/hashicorp/aws/5.100.0'), { recursive: true });
    const { tools } = await findTools({ PATH: folder.path, HOME: folder.path, XDG_DATA_DIRS: folder.path });
    expect(tools).toEqual({
      terraform: join(folder.path, 'terraform'),
      python: '/found/python',
      providers: { kind: 'implied', folder: implied },
    });
    expect(await hasProvider({ kind: 'implied', folder: implied }, 'hashicorp/kubernetes')).toBe(false);
  });

  it('downloads only when asked to', async () => {
    await program('terraform', '#!/bin/sh\n');
    await program('python', '#!/bin/sh\necho /found/python\n');
    await program('moto_server', `#!${join(folder.path, 'python')}\n`);
    const env = { PATH: folder.path, HOME: folder.path, ELASTIFORM_TF_MIRROR: 'registry' };
    expect((await findTools(env)).tools?.providers).toEqual({ kind: 'registry' });
  });
});
