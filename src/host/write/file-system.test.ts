import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeFileSystem } from './file-system.ts';
import { newFolder } from './testing/sandbox.ts';

describe('making a folder', () => {
  it('makes those above it, and is content with one that is there', () => {
    const folder = join(newFolder(), 'a', 'b');
    nodeFileSystem.makeFolder(folder);
    nodeFileSystem.makeFolder(folder);
    expect(fs.statSync(folder).isDirectory()).toBe(true);
    fs.rmSync(dirname(dirname(dirname(folder))), { recursive: true });
  });

  it('ends with the error where it cannot be made', () => {
    const folder = newFolder();
    fs.mkdirSync(folder);
    fs.symlinkSync('nowhere', join(folder, 'link'));
    fs.writeFileSync(join(folder, 'file'), '');
    expect(() => nodeFileSystem.makeFolder(join(folder, 'link'))).toThrow('EEXIST');
    expect(() => nodeFileSystem.makeFolder(join(folder, 'file'))).toThrow('EEXIST');
    expect(() => nodeFileSystem.makeFolder(join(folder, 'file', 'below'))).toThrow('ENOTDIR');
    fs.rmSync(dirname(folder), { recursive: true });
  });
});
