import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type WatchedFolders, watchFolders } from './watch-folders.ts';

let root: string;
let files: WatchedFolders;
beforeEach(() => {
  root = mkdtempSync(`${tmpdir()}/elastiform-watch-`);
  mkdirSync(`${root}/specs`);
  writeFileSync(`${root}/specs/a.yaml`, '1');
});
afterEach(() => {
  files.close();
  rmSync(root, { recursive: true });
});

describe.each([
  ['with notices of the operating system', { pollMilliseconds: 60_000, settleMilliseconds: 5 }],
  ['without them', { pollMilliseconds: 5, settleMilliseconds: 5 }],
])('watching %s', (_, times) => {
  it('tells of files that change, come and go, together when they do', async () => {
    files = watchFolders(root, ['specs'], '.yaml', times);
    const next = files.next();
    writeFileSync(`${root}/specs/a.yaml`, '22');
    writeFileSync(`${root}/specs/b.yaml`, '1');
    writeFileSync(`${root}/specs/b.txt`, '1');
    expect(await next).toEqual(['specs/a.yaml', 'specs/b.yaml']);
    rmSync(`${root}/specs/b.yaml`);
    expect(await files.next()).toEqual(['specs/b.yaml']);
  });

  it('says nothing of what a new folder holds already', async () => {
    files = watchFolders(root, ['specs'], '.yaml', times);
    mkdirSync(`${root}/specs/more`);
    writeFileSync(`${root}/specs/more/c.yaml`, '1');
    files.watch(['specs', 'specs/more']);
    writeFileSync(`${root}/specs/more/d.yaml`, '1');
    expect(await files.next()).toEqual(['specs/more/d.yaml']);
  });

  it('answers whoever waits when it ends', async () => {
    files = watchFolders(root, ['specs'], '.yaml', times);
    const next = files.next();
    files.close();
    expect(await next).toEqual([]);
  });
});

describe('a folder that is not there', () => {
  it('is waited for', async () => {
    files = watchFolders(root, ['later'], '.yaml', { pollMilliseconds: 5, settleMilliseconds: 5 });
    const next = files.next();
    mkdirSync(`${root}/later`);
    writeFileSync(`${root}/later/a.yaml`, '1');
    expect(await next).toEqual(['later/a.yaml']);
  });
});
