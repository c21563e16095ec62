import { execFile } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LEDGER_FILE, printLedger } from '../../src/compiler/ledger/ledger.ts';
import { treeOf } from '../support/compile-folder.ts';
import { goldenFile, goldenNames, goldenTree, ledgerBeside } from '../support/golden-specs.ts';
import { filesIn, type Installed, installPackage } from './installed.ts';

const run = promisify(execFile);
const isFullRun = process.env['ELASTIFORM_E2E'] === 'full';
const SAMPLES = ['dev', 'prod', 'staging'];

describe('the package', () => {
  let installed: Installed;
  beforeAll(async () => {
    installed = await installPackage(isFullRun);
  });
  afterAll(() => installed?.remove());
  const keptFor = (verb: string) =>
    [...filesIn(installed.caches).keys()].filter((path) => path.endsWith(`/${verb}`));

  it('is at most 2 MB, and has what it needs to run and nothing of the sources', () => {
    expect(installed.packedBytes).toBeLessThan(2_000_000);
    const others = installed.files.filter((path) => !path.startsWith('dist/package/types/'));
    expect(others.sort()).toEqual([
      ...[
        'README.md',
        'bin/cache-folder.js',
        'bin/elastiform.js',
        'bin/package.json',
        'bin/start.js',
        'bin/worker.js',
      ],
      ...['dist/package/THIRD-PARTY.txt', 'dist/package/bindings.cjs', 'dist/package/elastiform.cjs'],
      ...['dist/package/index.js', 'dist/package/texts.cjs', 'package.json'],
    ]);
  });

  it('depends on nothing and runs nothing when it is installed', () => {
    const manifest = JSON.parse(readFileSync(join(installed.folder, 'package.json'), 'utf8'));
    for (const key of ['dependencies', 'peerDependencies', 'optionalDependencies', 'bundleDependencies'])
      expect([key, manifest[key]]).toEqual([key, undefined]);
    const scripts = Object.keys(manifest.scripts);
    expect(scripts.filter((name) => /^(?:pre|post)?install$|^prepare$/.test(name))).toEqual([]);
    expect(existsSync(join(installed.folder, 'node_modules'))).toBe(false);
  });

  it('names the licence of everything that it holds', () => {
    const notices = readFileSync(join(installed.folder, 'dist/package/THIRD-PARTY.txt'), 'utf8');
    expect(notices.match(/^\S+ [0-9.]+ \(.+\)$/gm)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^cdktf /), expect.stringMatching(/^yaml /)]),
    );
  });

  // The second run reads what the first one has kept of the compiled bundle.
  it.each(['first', 'second'])('writes the Terraform of the samples in its %s run', async (which) => {
    await installed.elastiform('synth', '--out', which);
    for (const name of SAMPLES) {
      const tree = await treeOf(`specs/${name}.yaml`);
      expect(filesIn(join(installed.project, which, 'infra/env', name))).toEqual(tree);
    }
    expect(keptFor('synth').length).toBe(3);
  });

  it('runs where nothing can be kept, and where what was kept is not whole', async () => {
    const atNoHome = await installed.elastiformAtHome('/dev/null', 'validate');
    await installed.elastiform('validate');
    const [kept = ''] = keptFor('validate');
    truncateSync(join(installed.caches, kept), 100_000);
    expect(await installed.elastiform('validate')).toEqual(atNoHome);
    expect(statSync(join(installed.caches, kept)).size).toBeGreaterThan(1_000_000);
    // Whoever may write there can say what is run.
    chmodSync(installed.caches, 0o777);
    expect(await installed.elastiform('version')).toEqual({ stdout: expect.any(String), stderr: '' });
    expect(keptFor('version')).toEqual([]);
  });

  it('says the same about a spec as the compiler that is not bundled', async () => {
    const text = readFileSync('specs/prod.yaml', 'utf8').replace('maxReplicas', 'maxReplica');
    mkdirSync(join(installed.project, 'wrong'));
    copyFileSync('specs/base.yaml', join(installed.project, 'wrong/base.yaml'));
    writeFileSync(join(installed.project, 'wrong/prod.yaml'), text);
    const said = async (result: Promise<{ stdout: string; stderr: string }>) => {
      const { stdout, stderr, code } = await result.then(
        (value) => ({ ...value, code: 0 }),
        (error) => error,
      );
      return { stdout, stderr, code };
    };
    const parameters = ['validate', '--specs', 'wrong'];
    const unbundled = [import.meta.resolve('tsx'), resolve('src/main.ts')];
    const expected = await said(installed.node('--import', ...unbundled, ...parameters));
    expect(expected.code).toBe(1);
    expect(await said(installed.elastiform(...parameters))).toEqual(expected);
  });

  it('is a library: text in, Terraform out', async () => {
    const program = join(installed.project, 'program.mjs');
    mkdirSync(join(installed.project, 'node_modules'));
    symlinkSync(installed.folder, join(installed.project, 'node_modules/elastiform'));
    copyFileSync('test/package/consumer/program.mjs', program);
    const { stdout } = await installed.node(program);
    expect(new Map(JSON.parse(stdout))).toEqual(await treeOf('specs/prod.yaml'));
  });

  it.runIf(isFullRun)(
    'has types that a strict program can use, and a manifest that tools understand',
    async () => {
      const consumer = join(installed.project, 'typed');
      cpSync('test/package/consumer', consumer, { recursive: true });
      // Its name hides it from the checks of our own code, which has no package to find.
      renameSync(join(consumer, 'program.mts.txt'), join(consumer, 'program.mts'));
      await run('npx', [
        '--no-install',
        'tsc',
        '--project',
        consumer,
        '--typeRoots',
        resolve('node_modules/@types'),
      ]);
      const { publint } = await import('publint');
      expect((await publint({ pkgDir: installed.folder, strict: true })).messages).toEqual([]);
    },
  );

  it.runIf(isFullRun)('writes the Terraform of every golden spec', async () => {
    const out = join(installed.project, 'golden');
    for (const name of goldenNames) {
      const ledger = ledgerBeside(goldenFile(name));
      if (!ledger) continue;
      mkdirSync(join(out, 'infra/env', name), { recursive: true });
      writeFileSync(join(out, 'infra/env', name, LEDGER_FILE), printLedger(ledger));
    }
    for (const format of ['hcl', 'json'] as const) {
      await installed.elastiform('synth', '--specs', 'test/golden/specs', '--out', out, '--format', format);
      for (const name of goldenNames)
        expect(filesIn(join(out, 'infra/env', name))).toEqual(await goldenTree(name, format));
    }
  });
});
