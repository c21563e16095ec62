import { describe, expect, it } from 'vitest';
import type { FileSystem } from './file-system.ts';
import type { FileTree } from './file-tree.ts';
import { withLock } from './lock.ts';
import { placeFor, planWrite } from './plan.ts';
import { recover } from './recover.ts';
import { FOREIGN, NEW, OLD, SUBFOLDERS } from './testing/example-trees.ts';
import { type Call, Crash, type Faults, faultyFileSystem, type Side } from './testing/faulty-file-system.ts';
import { contentsOf, type Disk, diskWith, memoryFileSystem } from './testing/memory-file-system.ts';
import { ownFiles, union } from './testing/sandbox.ts';
import { WORK } from './work-folder.ts';
import { removeTree, writeTree } from './write.ts';

type Run = (files: FileSystem) => unknown;

const options = { subfolders: SUBFOLDERS };
const nothing: FileTree = new Map();
const writeNew: Run = (files) => writeTree('/out', NEW, { ...options, files });
const writeOld: Run = (files) => writeTree('/out', OLD, { ...options, files });
const remove: Run = (files) => removeTree('/out', { ...options, files });
const recoverOnly: Run = (files) => {
  const place = placeFor('/out', { ...options, files });
  return withLock(place, 0, () => recover(place));
};
// The second file that is moved into place is refused, so that the first has to be taken back.
const refuseSecond = ({ name, path }: Call) =>
  name === 'rename' && path?.endsWith('new-1') ? 'EACCES' : undefined;

const attempts: readonly {
  readonly name: string;
  readonly from: FileTree;
  readonly to: FileTree;
  readonly foreign: FileTree;
  readonly run: Run;
  readonly faults?: Faults;
}[] = [
  { name: 'an update', from: OLD, to: NEW, foreign: FOREIGN, run: writeNew },
  { name: 'the first write', from: nothing, to: NEW, foreign: nothing, run: writeNew },
  { name: 'a removal', from: OLD, to: nothing, foreign: FOREIGN, run: remove },
  {
    name: 'an update that is taken back',
    from: OLD,
    to: NEW,
    foreign: FOREIGN,
    run: writeNew,
    faults: { fail: refuseSecond },
  },
];

describe.each(attempts)('a crash during $name', ({ from, to, foreign, run, faults = {} }) => {
  const start = diskWith(union(from, foreign));
  const points = crashPoints(start, run, faults);

  it('leaves every file whole, and the plan tells the truth', () => {
    expect(points.length).toBeGreaterThan(150);
    for (const point of points) {
      const disk = crashed(start, run, point, faults);
      expectWholeFiles(contentsOf(disk), from, to, foreign);
      expectHonestPlan(disk);
      const { interrupted, own } = planned(disk);
      if (!interrupted)
        expect([[...from.keys()].sort(), [...to.keys()].sort()]).toContainEqual([...own.keys()]);
    }
  });

  it.each([
    { next: 'writing the new tree', repair: writeNew, ends: [NEW] },
    { next: 'writing the old tree', repair: writeOld, ends: [OLD] },
    { next: 'removing', repair: remove, ends: [nothing] },
    { next: 'recovery alone', repair: recoverOnly, ends: [from, to] },
  ])('is repaired by $next, with nothing left over', ({ repair, ends }) => {
    for (const point of points) {
      const disk = crashed(start, run, point, faults);
      repair(survivorOn(disk));
      expectOneOf(disk, ends, foreign);
    }
  });

  it('is repaired after a crash of the repair', () => {
    // Every pair of crashes would take minutes; the strides have no factor in common with the two sides.
    for (const [index, point] of points.entries()) {
      if (index % 19 !== 1) continue;
      const disk = crashed(start, run, point, faults);
      for (const [second, repairPoint] of crashPoints(disk, writeOld, {}).entries()) {
        if (second % 17 !== index % 17) continue;
        const again = crashed(disk, writeOld, repairPoint, { writer: 'second' });
        expectHonestPlan(again);
        writeNew(survivorOn(again));
        expectOneOf(again, [NEW], foreign);
      }
    }
  }, 30_000);
});

interface Point {
  readonly number: number;
  readonly side: Side;
}

/** Every call of a run, on both sides. A write is cut in the middle as well. */
function crashPoints(start: Disk, run: Run, faults: Faults): readonly Point[] {
  const points: Point[] = [];
  const meanwhile = ({ name, number }: Call) => {
    points.push({ number, side: 'before' }, { number, side: 'after' });
    if (name === 'write') points.push({ number, side: 'midway' });
  };
  run(faultyFileSystem(memoryFileSystem(new Map(start)), { ...faults, meanwhile }));
  return points;
}

function crashed(start: Disk, run: Run, { number, side }: Point, faults: Faults): Disk {
  const disk = new Map(start);
  const crash = (call: Call) => (call.number === number ? side : undefined);
  const files = faultyFileSystem(memoryFileSystem(disk), { writer: 'first', ...faults, crash });
  expect(() => run(files)).toThrow(Crash);
  return disk;
}

function survivorOn(disk: Disk): FileSystem {
  return faultyFileSystem(memoryFileSystem(disk), { writer: 'survivor' });
}

function expectWholeFiles(found: FileTree, from: FileTree, to: FileTree, foreign: FileTree): void {
  for (const path of union(from, to).keys()) {
    expect([from.get(path), to.get(path)], path).toContain(found.get(path));
  }
  for (const [path, text] of foreign) expect(found.get(path), path).toBe(text);
}

function expectHonestPlan(disk: Disk): void {
  const before = new Map(disk);
  const { plan, interrupted, own } = planned(disk);
  const differing = [...union(own, NEW).keys()].filter((path) => own.get(path) !== NEW.get(path));
  expect(plan).toMatchObject({ kind: 'plan', conflicts: [], interrupted });
  expect(plan.kind === 'plan' && plan.changes.map(({ path }) => path)).toEqual(differing.sort());
  expect(disk).toEqual(before);
}

/** The plan, and what it should have seen. */
function planned(disk: Disk) {
  const found = contentsOf(disk);
  const own = ownFiles(new Map([...found].filter(([path]) => !path.startsWith('modules/'))));
  const interrupted = disk.has(`/out/${WORK}`);
  return { plan: planWrite('/out', NEW, { ...options, files: survivorOn(disk) }), own, interrupted };
}

function expectOneOf(disk: Disk, ends: readonly FileTree[], foreign: FileTree): void {
  const found = [...contentsOf(disk)].sort();
  expect(ends.map((end) => [...union(end, foreign)].sort())).toContainEqual(found);
}
