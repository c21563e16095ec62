import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planWrite } from './plan.ts';
import { FOREIGN, NEW, OLD, SUBFOLDERS } from './testing/example-trees.ts';
import { newFolder, ownFiles, put, seededRandom, snapshot, tree, union } from './testing/sandbox.ts';
import { WORK } from './work-folder.ts';
import { writeTree } from './write.ts';

const options = { subfolders: SUBFOLDERS };

// Most of the time of these tests is starting children: as one plain file each starts in a tenth of what tsx needs.
const bundle = newFolder();
const script = join(bundle, 'writing-child.mjs');
beforeAll(() => {
  const source = fileURLToPath(new URL('testing/writing-child.ts', import.meta.url));
  buildSync({ entryPoints: [source], outfile: script, bundle: true, platform: 'node', format: 'esm' });
});
afterAll(() => fs.rmSync(dirname(bundle), { recursive: true }));

describe('SIGKILL at a random moment', () => {
  it('leaves whole files, and the next write finds and repairs it', { timeout: 600_000 }, async () => {
    const random = seededRandom(20261124);
    const children = 4;
    const found = { whole: 0, interrupted: 0 };
    await Promise.all(
      Array.from({ length: children }, async () => {
        const folder = newFolder();
        put(folder, union(OLD, FOREIGN));
        // A run that never hits a write in progress would prove nothing, and how often one does depends on the
        // machine: usually 24 kills are enough, and a slow machine gets more.
        for (let kill = 0; kill < 6 || (found.interrupted < 6 && kill < 60); kill += 1) {
          await writeAndKill(folder, random() * 25);
          const wasInterrupted = examine(folder);
          found[wasInterrupted ? 'interrupted' : 'whole'] += 1;
          const wanted = random() < 0.5 ? OLD : NEW;
          expect(writeTree(folder, wanted, options)).toMatchObject({ kind: 'written' });
          expect(snapshot(folder)).toEqual(union(wanted, FOREIGN));
        }
        fs.rmSync(dirname(folder), { recursive: true });
      }),
    );
    expect(found.interrupted).toBeGreaterThan(0);
  });
});

describe('four processes', () => {
  it('write one after the other', { timeout: 600_000 }, async () => {
    const folder = newFolder();
    fs.mkdirSync(folder);
    const log = join(dirname(folder), 'log');
    const rounds = 15;
    const names = ['a', 'b', 'c', 'd'];
    const codes = await Promise.all(
      names.map(async (name) => {
        const child = start('compete', folder, name, String(rounds), log);
        return (await once(child, 'exit'))[0];
      }),
    );
    expect(codes).toEqual([0, 0, 0, 0]);

    const lines = fs.readFileSync(log, 'utf8').trimEnd().split('\n');
    expect(lines.length).toBe(names.length * rounds * 2);
    for (let index = 0; index < lines.length; index += 2) {
      expect(lines[index + 1]).toBe(lines[index]?.replace('enter', 'leave'));
    }
    const last = lines.at(-1)?.split(' ')[1] ?? '';
    const body = `${last} ${rounds - 1}`;
    expect(snapshot(folder)).toEqual(
      tree({ 'main.tf': body, 'kubernetes/hpa.tf.json': body, [`only-${last}.tf`]: body }),
    );
    fs.rmSync(dirname(folder), { recursive: true });
  });
});

function start(...given: readonly string[]): ChildProcess {
  return spawn(process.execPath, [script, ...given], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
}

async function writeAndKill(folder: string, delayMilliseconds: number): Promise<void> {
  const child = start('alternate', folder);
  const exit = once(child, 'exit');
  if (child.stdout) await Promise.race([once(child.stdout, 'data'), exit]);
  await new Promise((resolve) => setTimeout(resolve, delayMilliseconds));
  child.kill('SIGKILL');
  expect(await exit).toEqual([null, 'SIGKILL']);
}

/** @returns whether a write was under way */
function examine(folder: string): boolean {
  const found = snapshot(folder);
  for (const path of union(OLD, NEW).keys())
    expect([OLD.get(path), NEW.get(path)]).toContain(found.get(path));
  for (const [path, text] of FOREIGN) expect(found.get(path)).toBe(text);
  const plan = planWrite(folder, NEW, options);
  const isInterrupted = fs.existsSync(join(folder, WORK));
  expect(plan).toMatchObject({ kind: 'plan', conflicts: [], interrupted: isInterrupted });
  const own = ownFiles(new Map([...found].filter(([path]) => !path.startsWith('modules/'))));
  if (!isInterrupted) expect([OLD, NEW]).toContainEqual(own);
  return isInterrupted;
}
