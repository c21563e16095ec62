import { describe, expect, it } from 'vitest';
import type { FileTree } from './file-tree.ts';
import { FOREIGN, NEW, OLD, SUBFOLDERS } from './testing/example-trees.ts';
import { type Call, Crash, faultyFileSystem } from './testing/faulty-file-system.ts';
import { contentsOf, type Disk, diskWith, memoryFileSystem } from './testing/memory-file-system.ts';
import { generated, union } from './testing/sandbox.ts';
import { JOURNAL, JOURNAL_UNDO, lockOf, WORK } from './work-folder.ts';
import { writeTree } from './write.ts';
import type { WriteResult } from './write-result.ts';

describe('after a crash in the middle of moving files into place', () => {
  it('a target that became foreign stops everything, and both are kept', () => {
    const disk = interrupted();
    const waiting = contentsOf(disk).get(`${WORK}/new-2`);
    expect(waiting).toBe(NEW.get('kubernetes/hpa.tf.json'));
    disk.set('/out/kubernetes/hpa.tf.json', Buffer.from('{"mine": true}'));
    disk.delete(`/out/${lockOf('first')}`); // the one thing that may go: its owner is dead
    const before = contentsOf(disk);
    // The path is needed by the new tree, so the plan says it already; without that, recovery does.
    const without = new Map([...NEW].filter(([path]) => !path.startsWith('kubernetes/')));
    for (const wanted of [NEW, without]) {
      expect(write(disk, wanted)).toMatchObject({
        kind: 'conflict',
        conflicts: [{ path: 'kubernetes/hpa.tf.json', reason: 'foreign' }],
      });
      expect(contentsOf(disk)).toEqual(before);
    }
    disk.delete('/out/kubernetes/hpa.tf.json');
    expect(write(disk, NEW)).toMatchObject({ kind: 'written', recovered: true });
    expect(contentsOf(disk)).toEqual(union(NEW, FOREIGN));
  });

  it('a file that is in place already and became foreign is left to the plan', () => {
    const disk = interrupted();
    disk.set('/out/alarms.tf', Buffer.from('mine'));
    const without = new Map([...NEW].filter(([path]) => path !== 'alarms.tf'));
    expect(write(disk, without)).toMatchObject({ kind: 'written', recovered: true });
    expect(contentsOf(disk)).toEqual(union(without, FOREIGN, new Map([['alarms.tf', 'mine']])));
  });

  it('a file that was to be deleted and became foreign stays', () => {
    const disk = interrupted();
    disk.set('/out/stale.tf.json', Buffer.from('{}'));
    expect(write(disk, NEW)).toMatchObject({ kind: 'written', recovered: true });
    expect(contentsOf(disk)).toEqual(union(NEW, FOREIGN, new Map([['stale.tf.json', '{}']])));
  });

  it.each<[string, (disk: Disk) => void]>([
    ['a content that is not the one of the journal', (disk) => tamper(disk, `${WORK}/new-2`, 'evil')],
    ['a journal that is no JSON', (disk) => tamper(disk, JOURNAL, '{"version": 1, "steps": [')],
    ['a journal of another version', (disk) => tamper(disk, JOURNAL, '{"version": 2, "steps": []}')],
    ['a journal that leads outside', (disk) => tamper(disk, JOURNAL, journalFor('../../etc/evil.tf'))],
    ['a journal that leads into hidden folders', (disk) => tamper(disk, JOURNAL, journalFor('.git/evil.tf'))],
    ['an undo journal that leads outside', (disk) => tamper(disk, JOURNAL_UNDO, journalFor('../evil.tf'))],
  ])('%s is not used, and the next write repairs all', (_, disturb) => {
    const disk = interrupted();
    disturb(disk);
    expect(write(disk, NEW)).toMatchObject({ kind: 'written' });
    expect(contentsOf(disk)).toEqual(union(NEW, FOREIGN));
    expect([...disk.keys()].filter((path) => path.includes('evil'))).toEqual([]);
  });
});

describe('a file that somebody puts down while we write', () => {
  it('is not overwritten, and the whole write is taken back', () => {
    const disk = diskWith(union(OLD, FOREIGN));
    const meanwhile = ({ name, path }: Call) => {
      // Just before the first file moves into place, after the last look at the second.
      if (name === 'rename' && path?.endsWith('new-0'))
        disk.set('/out/kubernetes/hpa.tf.json', Buffer.from('{}'));
    };
    const files = faultyFileSystem(memoryFileSystem(disk), { meanwhile });
    expect(writeTree('/out', NEW, { files, subfolders: SUBFOLDERS })).toMatchObject({
      kind: 'conflict',
      conflicts: [{ path: 'kubernetes/hpa.tf.json', reason: 'foreign' }],
    });
    expect(contentsOf(disk)).toEqual(union(OLD, FOREIGN, new Map([['kubernetes/hpa.tf.json', '{}']])));
  });
});

/** A disk on which the write from OLD to NEW died after two files were moved into place. */
function interrupted(): Disk {
  const disk = diskWith(union(OLD, FOREIGN));
  const crash = ({ name, path }: Call) =>
    name === 'rename' && path?.endsWith('new-1') ? ('after' as const) : undefined;
  const files = faultyFileSystem(memoryFileSystem(disk), { writer: 'first', crash });
  expect(() => writeTree('/out', NEW, { files, subfolders: SUBFOLDERS })).toThrow(Crash);
  return disk;
}

function write(disk: Disk, wanted: FileTree): WriteResult {
  const files = faultyFileSystem(memoryFileSystem(disk), { writer: 'survivor' });
  return writeTree('/out', wanted, { files, subfolders: SUBFOLDERS });
}

function tamper(disk: Disk, path: string, text: string): void {
  disk.set(`/out/${path}`, Buffer.from(text));
}

function journalFor(path: string): string {
  const [before, after] = ['a'.repeat(64), 'b'.repeat(64)];
  return JSON.stringify({ version: 1, steps: [{ path, before, after }], text: generated('main.tf', '') });
}
