import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planWrite } from './plan.ts';
import { contentsOf, diskWith, memoryFileSystem } from './testing/memory-file-system.ts';
import { generated, union } from './testing/sandbox.ts';
import { removeTree, writeTree } from './write.ts';

const subfolders = ['kubernetes', 'deep/er'];
const place = fc.constantFrom('', 'kubernetes/', 'deep/er/');
const name = fc.constantFrom('a.tf', 'b.tf', 'c.tf.json', 'd.md', 'e.json', 'long-name_1.tf');
const path = fc.tuple(place, name).map((parts) => parts.join(''));
const ownTree = fc
  .uniqueArray(fc.tuple(path, fc.string()), { selector: ([at]) => at })
  .map((entries) => new Map(entries.map(([at, body]) => [at, generated(at, body.replaceAll('\r', ''))])));

const foreignPlace = fc.constantFrom('', 'kubernetes/', 'deep/er/', 'deep/', '.terraform/', 'modules/mine/');
const foreignName = fc.constantFrom(
  'notes.txt',
  'hand.tf',
  'x_override.tf',
  'terraform.tfstate',
  'README.md',
  '.env',
);
const foreignFiles = fc
  .uniqueArray(fc.tuple(foreignPlace, foreignName, fc.string()), { selector: (entry) => entry[0] + entry[1] })
  .map((entries) => new Map(entries.map(([at, file, text]) => [at + file, `by hand ${text}`])));

describe('whatever the folder holds', () => {
  it('a write leaves exactly the new tree and the foreign files, and a second one does nothing', () => {
    fc.assert(
      fc.property(ownTree, foreignFiles, ownTree, (from, foreign, to) => {
        const disk = diskWith(union(from, foreign));
        const options = { files: memoryFileSystem(disk), subfolders };
        const plan = planWrite('/out', to, options);
        const result = writeTree('/out', to, options);
        expect(result).toMatchObject({ kind: 'written', recovered: false });
        expect(result.kind === 'written' && result.changes).toEqual(plan.kind === 'plan' && plan.changes);
        expect(contentsOf(disk)).toEqual(union(to, foreign));
        expect(writeTree('/out', to, options)).toMatchObject({ changes: [] });
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('a removal leaves exactly the foreign files', () => {
    fc.assert(
      fc.property(ownTree, foreignFiles, (from, foreign) => {
        const disk = diskWith(union(from, foreign));
        expect(removeTree('/out', { files: memoryFileSystem(disk), subfolders })).toMatchObject({
          kind: 'written',
        });
        expect(contentsOf(disk)).toEqual(foreign);
        expect(disk.has('/out')).toBe(foreign.size > 0);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('a foreign file at a wanted path stops the whole write', () => {
    fc.assert(
      fc.property(ownTree, ownTree, fc.nat(), (from, to, pick) => {
        fc.pre(to.size > 0);
        const taken = [...to.keys()][pick % to.size] ?? '';
        const disk = diskWith(union(from, new Map([[taken, 'by hand']])));
        const before = new Map(disk);
        const result = writeTree('/out', to, { files: memoryFileSystem(disk), subfolders });
        expect(result).toMatchObject({ kind: 'conflict', conflicts: [{ path: taken, reason: 'foreign' }] });
        expect(disk).toEqual(before);
      }),
      { numRuns: 1000, seed: 7 },
    );
  });
});
