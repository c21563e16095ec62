import { describe, expect, it } from 'vitest';
import type { FileSystem } from './file-system.ts';
import { planWrite } from './plan.ts';
import { FOREIGN, NEW, OLD, SUBFOLDERS } from './testing/example-trees.ts';
import { faultyFileSystem } from './testing/faulty-file-system.ts';
import { contentsOf, type Disk, diskWith, memoryFileSystem } from './testing/memory-file-system.ts';
import { tree, union } from './testing/sandbox.ts';
import { lockOf, WORK } from './work-folder.ts';
import { writeTree } from './write.ts';
import type { WriteResult } from './write-result.ts';

const OTHER = tree({ 'main.tf': 'of the other', 'kubernetes/other.tf': 'other', 'same.tf': 'same' });
const running = new Set(['host-1-5-0', 'host-2-5-0']);
const ends = [NEW, OTHER].map((end) => union(end, FOREIGN));

describe('two writers', () => {
  it.each(['host-1-5-0', 'host-2-5-0'])('never mix, whenever the other one comes (first is %s)', (first) => {
    const second = first === 'host-1-5-0' ? 'host-2-5-0' : 'host-1-5-0';
    const seen = new Set<string>();
    for (let number = 0, calls = 1; number < calls; number += 1) {
      const disk = diskWith(union(OLD, FOREIGN));
      calls = 0;
      let inner: WriteResult | undefined;
      const outer = write(
        as(disk, first, (call) => {
          calls += 1;
          if (call === number) inner = write(as(disk, second), OTHER);
        }),
        NEW,
      );
      seen.add(`${inner?.kind} in ${outer.kind}`);
      expect(ends, `at call ${number}`).toContainEqual(contentsOf(disk));
      // Who was told to wait has changed nothing.
      if (inner?.kind === 'busy') expect(contentsOf(disk), `at call ${number}`).toEqual(ends[0]);
    }
    expect([...seen].sort()).toEqual(['busy in written', 'written in written']);
  });
});

describe('a lock', () => {
  it('of a running process makes the other wait, and then say so', () => {
    const disk = diskWith(union(OLD, FOREIGN));
    const lock = `/out/${lockOf('host-1-5-0')}`;
    disk.set(`/out/${WORK}`, null).set(lock, Buffer.alloc(0));
    let pauses = 0;
    const files = { ...as(disk, 'host-2-5-0'), pause: () => (pauses += 1) };
    const result = writeTree('/out', NEW, { files, waitMilliseconds: 50 });
    expect(result).toEqual({ kind: 'busy', path: lock, message: expect.stringContaining('process 1') });
    expect(pauses).toBe(5);
    expect([...disk.keys()].filter((path) => path.startsWith(`/out/${WORK}/`))).toEqual([lock]);
    expect(planWrite('/out', NEW, { files })).toMatchObject({ interrupted: false });
  });

  it('is waited for until it is given back', () => {
    const disk = diskWith(union(OLD, FOREIGN));
    disk.set(`/out/${WORK}`, null).set(`/out/${lockOf('host-1-5-0')}`, Buffer.alloc(0));
    const pause = () => {
      disk.delete(`/out/${lockOf('host-1-5-0')}`);
      disk.delete(`/out/${WORK}`);
    };
    expect(write({ ...as(disk, 'host-2-5-0'), pause }, NEW, 50)).toMatchObject({ kind: 'written' });
    expect(contentsOf(disk)).toEqual(ends[0]);
  });

  it('of a process that is gone is taken over', () => {
    const disk = diskWith(union(OLD, FOREIGN));
    disk.set(`/out/${WORK}`, null).set(`/out/${lockOf('host-9-5-0')}`, Buffer.alloc(0));
    expect(planWrite('/out', NEW, { files: as(disk, 'host-1-5-0') })).toMatchObject({ interrupted: true });
    expect(write(as(disk, 'host-1-5-0'), NEW)).toMatchObject({ kind: 'written' });
    expect(contentsOf(disk)).toEqual(ends[0]);
  });

  it('of another host is respected, with the way out', () => {
    const disk = diskWith(union(OLD, FOREIGN));
    disk.set(`/out/${WORK}`, null).set(`/out/${lockOf('far-9-5-0')}`, Buffer.alloc(0));
    const files: FileSystem = { ...as(disk, 'host-1-5-0'), standingOf: () => 'elsewhere' };
    expect(write(files, NEW)).toMatchObject({
      kind: 'busy',
      message: expect.stringContaining(`if it no longer runs, delete /out/${lockOf('far-9-5-0')}`),
    });
  });
});

function as(disk: Disk, writer: string, meanwhile: (call: number) => void = () => {}): FileSystem {
  return faultyFileSystem(memoryFileSystem(disk), {
    writer,
    running,
    meanwhile: ({ number }) => meanwhile(number),
  });
}

function write(files: FileSystem, wanted: ReadonlyMap<string, string>, waitMilliseconds = 0): WriteResult {
  return writeTree('/out', wanted, { files, subfolders: [...SUBFOLDERS], waitMilliseconds });
}
