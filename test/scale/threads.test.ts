import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeEnvironments } from '../../bench/specs.ts';
import { bundleInto } from '../../tools/package/bundle.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const scratch = realpathSync(mkdtempSync(join(tmpdir(), 'elastiform-threads-')));
afterAll(() => rmSync(scratch, { recursive: true }));

const installed = join(scratch, 'installed');
const project = join(scratch, 'project');
beforeAll(async () => {
  await bundleInto(join(installed, 'dist/package'));
  cpSync(join(root, 'bin'), join(installed, 'bin'), { recursive: true });
  writeEnvironments(project, 5);
  // Findings of some have to stay in order.
  for (const name of ['env-0001', 'env-0003']) {
    const path = join(project, 'specs', `${name}.yaml`);
    writeFileSync(path, `${readFileSync(path, 'utf8')}${SCALED_BY_MEMORY}`);
  }
});

const SCALED_BY_MEMORY = `  extra:
    resources: {requests: {cpu: 250m, memory: 256Mi}}
    autoscaling: {maxReplicas: 2, metrics: {memory: {averageUtilization: 80%}}}
`;

async function synth(jobs: number, out: string): Promise<{ code: number; said: string; tree: unknown }> {
  const { code, said } = await run(['synth', '--jobs', String(jobs), '-o', out]);
  return { code, said, tree: code === 0 ? treeOf(join(project, out)) : undefined };
}

async function run(command: readonly string[]): Promise<{ code: number; said: string }> {
  const words = [join(installed, 'bin/elastiform.js'), ...command];
  const options = { cwd: project, env: { ...process.env, XDG_CACHE_HOME: join(scratch, 'caches') } };
  return promisify(execFile)(process.execPath, words, options).then(
    ({ stderr }) => ({ code: 0, said: stderr }),
    (error: { code: number; stderr: string }) => ({ code: error.code, said: error.stderr }),
  );
}

function treeOf(folder: string): unknown {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return files
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')]);
}

it('writes and says the same, whatever the number of threads', async () => {
  const one = await synth(1, 'one');
  const three = await synth(3, 'three');
  expect(three).toEqual(one);
  expect(one.code).toBe(0);
  expect(one.said).toMatch(/env-0001\.yaml.*memory-utilization[\s\S]*env-0003\.yaml/);
});

it('finds the same with any number of threads, and one environment after the other', async () => {
  const one = await run(['validate', '--jobs', '1']);
  expect(await run(['validate', '--jobs', '3'])).toEqual(one);
  expect(await run(['validate', ...Array.from({ length: 5 }, (_, index) => `env-000${index}`)])).toEqual(one);
  expect(one.said).toMatch(/5 environments valid: env-0000, .*env-0004/);
});

it('takes a thread that ends for a bug of its own', async () => {
  writeFileSync(join(installed, 'bin/worker.js'), "throw new Error('from a thread');\n");
  const { code, said } = await synth(2, 'none');
  expect(code).toBe(70);
  expect(said).toContain('from a thread');
  expect(said).toContain('this is a bug of elastiform');
});
