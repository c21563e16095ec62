import { appendFileSync } from 'node:fs';
import { type FileSystem, nodeFileSystem } from '../file-system.ts';
import { writeTree } from '../write.ts';
import type { WriteResult } from '../write-result.ts';
import { NEW, OLD, SUBFOLDERS } from './example-trees.ts';
import { tree } from './sandbox.ts';

// A process of its own, for tests that kill it or let several of them compete:
//   writing-child.ts alternate <folder>                writes OLD and NEW in turn until it is killed
//   writing-child.ts compete <folder> <name> <rounds> <log>
const [task, folder = '', name = '', rounds = '0', log = ''] = process.argv.slice(2);
if (task === 'alternate') alternate();
else compete();

function alternate(): void {
  process.stdout.write('ready\n');
  for (;;) {
    expectWritten(writeTree(folder, NEW, { subfolders: SUBFOLDERS }));
    expectWritten(writeTree(folder, OLD, { subfolders: SUBFOLDERS }));
  }
}

/** Writes texts of its own again and again, and logs when it enters and leaves the part that must be alone. */
function compete(): void {
  let isInside = false;
  const say = (word: string) => appendFileSync(log, `${word} ${name}\n`);
  const files: FileSystem = {
    ...nodeFileSystem,
    create(path) {
      if (path.endsWith('/new-0')) {
        isInside = true;
        say('enter');
      }
      return nodeFileSystem.create(path);
    },
    remove(path) {
      if (isInside && path.includes('/lock-')) {
        isInside = false;
        say('leave');
      }
      nodeFileSystem.remove(path);
    },
  };
  for (let round = 0; round < Number(rounds); round += 1) {
    const body = `${name} ${round}`;
    const wanted = tree({ 'main.tf': body, 'kubernetes/hpa.tf.json': body, [`only-${name}.tf`]: body });
    expectWritten(writeTree(folder, wanted, { subfolders: SUBFOLDERS, waitMilliseconds: 30_000, files }));
  }
}

function expectWritten(result: WriteResult): void {
  if (result.kind !== 'written') throw new Error(`the write ended as ${JSON.stringify(result)}`);
}
