import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { planWrite } from './plan.ts';
import { FOREIGN, NEW, OLD, SUBFOLDERS } from './testing/example-trees.ts';
import { type Call, type Faults, faultyFileSystem } from './testing/faulty-file-system.ts';
import { contentsOf, type Disk, diskWith, memoryFileSystem } from './testing/memory-file-system.ts';
import { tree, union } from './testing/sandbox.ts';
import { WORK } from './work-folder.ts';
import { writeTree } from './write.ts';
import type { WriteResult } from './write-result.ts';

const CODES = ['ENOSPC', 'EACCES', 'EROFS', 'EMFILE', 'ENOTDIR'];
const GROWING = new Set(['create', 'write', 'makeFolder', 'rename', 'sync', 'syncFolder']);
const OPENING = new Set(['list', 'read', 'create', 'syncFolder']);
const READING = new Set(['kindOf', 'list', 'read']);

const start = diskWith(union(OLD, FOREIGN));
const oldSet = union(OLD, FOREIGN);
const newSet = union(NEW, FOREIGN);
const callsOfAWrite = countCalls();

describe('a call that fails once', () => {
  it.each(CODES)('with %s keeps the old set, whichever call it is', (code) => {
    expect(callsOfAWrite).toBeGreaterThan(150);
    for (let number = 0; number < callsOfAWrite; number += 1) {
      const disk = new Map(start);
      const result = write(disk, { fail: (call) => (call.number === number ? code : undefined) });
      if (result.kind === 'written') {
        // Only tidying up failed; everything that was asked for is there.
        expect(withoutWork(disk)).toEqual(newSet);
      } else {
        expect(result).toMatchObject({
          kind: 'io',
          code,
          path: expect.stringMatching(/^\/out/),
          unfinished: false,
        });
        expect(withoutWork(disk)).toEqual(oldSet);
      }
      expectNextWriteRepairs(disk);
    }
  });
});

describe('a disk that', () => {
  it.each<[string, string, (call: Call) => boolean]>([
    ['is full from some call on', 'ENOSPC', ({ name }) => GROWING.has(name) && name !== 'rename'],
    ['lets no file be opened any more', 'EMFILE', ({ name }) => OPENING.has(name)],
    ['has a read-only subfolder', 'EACCES', ({ name, path }) => isChangeIn(name, path, '/out/kubernetes')],
  ])('%s keeps the old set', (_, code, isAffected) => {
    for (let from = 0; from < callsOfAWrite; from += 1) {
      const disk = new Map(start);
      const result = write(disk, {
        fail: (call) => (call.number >= from && isAffected(call) ? code : undefined),
      });
      const set = withoutWork(disk);
      if (result.kind === 'written') expect(set).toEqual(newSet);
      else if (result.kind === 'io' && !result.unfinished) expect(set).toEqual(oldSet);
      else {
        // Not even undoing was possible; it is said so, and every file is whole.
        expect(result).toMatchObject({ kind: 'io', unfinished: true });
        for (const path of union(OLD, NEW).keys())
          expect([OLD.get(path), NEW.get(path)]).toContain(set.get(path));
      }
      expectNextWriteRepairs(disk);
    }
  });

  it('becomes read-only at some call keeps whole files and says whether they may be mixed', () => {
    for (let from = 0; from < callsOfAWrite; from += 1) {
      const disk = new Map(start);
      const isRefused = ({ name, number }: Call) => number >= from && !READING.has(name) && name !== 'close';
      const result = write(disk, { fail: (call) => (isRefused(call) ? 'EROFS' : undefined) });
      const set = withoutWork(disk);
      if (result.kind === 'io' && !result.unfinished) expect(set).toEqual(oldSet);
      else if (result.kind === 'written') expect(set).toEqual(newSet);
      for (const path of union(OLD, NEW).keys())
        expect([OLD.get(path), NEW.get(path)]).toContain(set.get(path));
      expectNextWriteRepairs(disk);
    }
  });
});

describe('a failure', () => {
  it('of planning is a result as well', () => {
    const files = faultyFileSystem(memoryFileSystem(new Map(start)), { fail: () => 'EACCES' });
    expect(planWrite('/out', NEW, { files })).toMatchObject({
      kind: 'io',
      code: 'EACCES',
      unfinished: false,
    });
  });

  it('of a real system is a result: a file in the way of the folder', () => {
    const base = mkdtempSync(join(tmpdir(), 'elastiform-write-'));
    writeFileSync(join(base, 'env'), '');
    const result = writeTree(join(base, 'env', 'prod'), NEW);
    expect(result).toMatchObject({ kind: 'io', code: 'ENOTDIR', path: expect.stringContaining('prod') });
    rmSync(base, { recursive: true });
  });

  it('that is our mistake is thrown', () => {
    expect(() => writeTree('/out', tree({ '../x.tf': '' }))).toThrow('elastiform bug');
    const files = { ...memoryFileSystem(new Map(start)), list: () => JSON.parse('{') };
    expect(() => writeTree('/out', NEW, { files })).toThrow(SyntaxError);
  });
});

function write(disk: Disk, faults: Faults): WriteResult {
  const files = faultyFileSystem(memoryFileSystem(disk), faults);
  return writeTree('/out', NEW, { files, subfolders: SUBFOLDERS, waitMilliseconds: 0 });
}

function countCalls(): number {
  let calls = 0;
  write(new Map(start), {
    meanwhile: () => {
      calls += 1;
    },
  });
  return calls;
}

function isChangeIn(name: string, path: string | undefined, folder: string): boolean {
  // A rename is known by where it starts, and this one ends in the folder.
  const isInto = name === 'rename' && path === '/out/.elastiform-write/new-2';
  return isInto || (!READING.has(name) && path !== undefined && path.startsWith(folder));
}

function withoutWork(disk: Disk): Map<string, string> {
  return new Map([...contentsOf(disk)].filter(([path]) => !path.startsWith(WORK)));
}

function expectNextWriteRepairs(disk: Disk): void {
  expect(write(disk, { writer: 'next' })).toMatchObject({ kind: 'written' });
  expect(contentsOf(disk)).toEqual(newSet);
}
