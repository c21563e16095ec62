import {
  chmodSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { alone } from './alone.ts';
import { readInput } from './read-input.ts';
import { replaceFile } from './replace-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'elastiform-replace-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const at = (path: string) => join(folder, path);

describe('replaceFile', () => {
  it('replaces a text, keeps the mode and leaves nothing behind', () => {
    writeFileSync(at('spec.yaml'), 'old');
    chmodSync(at('spec.yaml'), 0o600);
    expect(replaceFile(folder, 'spec.yaml', { text: 'new', expected: 'old' })).toEqual({ kind: 'replaced' });
    expect(readFileSync(at('spec.yaml'), 'utf8')).toBe('new');
    expect(statSync(at('spec.yaml')).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['spec.yaml']);
  });

  it('makes a file with its folders', () => {
    expect(replaceFile(folder, 'a/b/c', { text: 'x' })).toEqual({ kind: 'replaced' });
    expect(readFileSync(at('a/b/c'), 'utf8')).toBe('x');
  });

  it('does not touch a text that it was not made for', () => {
    writeFileSync(at('spec.yaml'), 'other');
    expect(replaceFile(folder, 'spec.yaml', { text: 'new', expected: 'old' })).toEqual({ kind: 'changed' });
    expect(replaceFile(folder, 'gone.yaml', { text: 'new', expected: 'old' })).toEqual({ kind: 'changed' });
    expect(readFileSync(at('spec.yaml'), 'utf8')).toBe('other');
  });

  it('compares bytes', () => {
    writeFileSync(at('spec.yaml'), Buffer.from([0xef, 0xbb, 0xbf, 0x61]));
    expect(replaceFile(folder, 'spec.yaml', { text: 'b', expected: 'a' })).toEqual({ kind: 'changed' });
    expect(replaceFile(folder, 'spec.yaml', { text: 'b', expected: '\ufeffa' })).toEqual({
      kind: 'replaced',
    });
  });

  it('refuses links, folders, protected files and paths that lead out', () => {
    mkdirSync(at('real'));
    writeFileSync(at('real/spec.yaml'), 'old');
    symlinkSync(at('real/spec.yaml'), at('link.yaml'));
    symlinkSync(at('real'), at('folder'));
    writeFileSync(at('protected.yaml'), 'old');
    chmodSync(at('protected.yaml'), 0o444);
    for (const [path, message] of [
      ['link.yaml', /symbolic link \(link.yaml\)/],
      ['folder/spec.yaml', /symbolic link \(folder\)/],
      ['real', /not a regular file/],
      ['protected.yaml', /write-protected/],
      ['../out.yaml', /outside/],
      ['a//b', /outside/],
    ] as const) {
      expect(replaceFile(folder, path, { text: 'new' }), path).toEqual({
        kind: 'refused',
        message: expect.stringMatching(message),
      });
    }
    expect(readFileSync(at('real/spec.yaml'), 'utf8')).toBe('old');
  });

  it('leaves the other name of a file alone', () => {
    writeFileSync(at('one.yaml'), 'old');
    linkSync(at('one.yaml'), at('two.yaml'));
    replaceFile(folder, 'one.yaml', { text: 'new' });
    expect(readFileSync(at('two.yaml'), 'utf8')).toBe('old');
  });

  it('says what the system refuses', () => {
    writeFileSync(at('file'), '');
    expect(replaceFile(folder, 'file/spec.yaml', { text: 'x' })).toMatchObject({
      kind: 'io',
      code: expect.stringMatching(/ENOTDIR|EEXIST/),
    });
  });
});

describe('alone', () => {
  it('does the work and leaves no lock', () => {
    expect(alone(at('.memory'), () => readdirSync(at('.memory')).length)).toBe(1);
    expect(readdirSync(at('.memory'))).toEqual([]);
  });

  it('refuses a folder that is a link', () => {
    mkdirSync(at('real'));
    symlinkSync(at('real'), at('.memory'));
    expect(alone(at('.memory'), () => 'done')).toMatchObject({ kind: 'refused' });
  });
});

describe('readInput', () => {
  it('reads text without its byte order mark, and says what it cannot read', () => {
    writeFileSync(at('text'), '\ufeffä');
    writeFileSync(at('binary'), Buffer.from([0xff]));
    expect(readInput(folder, 'text')).toEqual({ text: 'ä' });
    expect(readInput(folder, at('text'))).toEqual({ text: 'ä' });
    expect(readInput(folder, 'binary')).toEqual({ problem: 'is not UTF-8 text' });
    expect(readInput(folder, 'gone')).toEqual({ problem: 'does not exist' });
    expect(readInput(folder, '.')).toEqual({ problem: 'is a folder' });
    expect(readInput(folder, '/dev/zero')).toEqual({ problem: 'is larger than 64 MiB' });
  });
});
