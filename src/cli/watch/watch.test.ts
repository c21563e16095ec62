import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Project, validSpec } from '../testing/project.ts';

const bundle = new Project({});
const script = `${bundle.folder}/elastiform-child.mjs`;
beforeAll(() => {
  const source = fileURLToPath(new URL('../testing/elastiform-child.ts', import.meta.url));
  // What it would load to write Terraform is in other files, which are never read.
  buildSync({
    entryPoints: [source],
    outdir: bundle.folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    external: ['cdktf', 'constructs', '@cdktf/*'],
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
  });
});
afterAll(() => bundle.remove());

// A test that fails must leave nobody behind who watches for ever.
const watchers: Watcher[] = [];
afterEach(() => {
  for (const watcher of watchers.splice(0)) watcher.end();
});

/** A watching process, and all that it has said. */
class Watcher {
  readonly project: Project;
  readonly #child: ChildProcess;
  #said = '';
  #read = 0;

  constructor(files: Record<string, string>, ...words: string[]) {
    this.project = new Project(files);
    this.#child = spawn(process.execPath, [script, 'validate', '--watch', ...words], {
      cwd: this.project.folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#child.stderr?.on('data', (piece: Buffer) => {
      this.#said += piece.toString();
      this.#child.emit('said');
    });
    this.#child.on('exit', () => this.#child.emit('said'));
    watchers.push(this);
  }

  /** Waits until it has said something new that matches. */
  async says(text: RegExp): Promise<string> {
    for (;;) {
      const found = text.exec(this.#said.slice(this.#read));
      if (found) {
        this.#read += found.index + found[0].length;
        return found[0];
      }
      expect(this.#child.exitCode, this.#said).toBeNull();
      await once(this.#child, 'said');
    }
  }

  end(): void {
    this.#child.kill('SIGKILL');
    this.project.remove();
  }

  async interrupt(): Promise<number | null> {
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGINT');
    const [code] = await ended;
    return code as number | null;
  }
}

const WRONG = validSpec('prod', 'wrong: 1\n');
const RIGHT = validSpec('prod');

describe('validate --watch', () => {
  it('checks again after every way in which editors save, and ends at Ctrl-C with 130', async () => {
    const watcher = new Watcher({ 'specs/prod.yaml': WRONG });
    const spec = `${watcher.project.folder}/specs/prod.yaml`;
    await watcher.says(/"wrong" is not a key[\s\S]*1 error[\s\S]*watching specs; Ctrl-C ends it\n/);

    writeFileSync(spec, RIGHT);
    await watcher.says(/――― specs\/prod\.yaml changed ―――\n\n1 environment valid: prod\n/);

    // A file of its own that is renamed over the old one.
    writeFileSync(`${spec}~`, WRONG);
    renameSync(`${spec}~`, spec);
    await watcher.says(/specs\/prod\.yaml changed[\s\S]*"wrong" is not a key/);

    // The old one moved away first.
    renameSync(spec, `${spec}.bak`);
    writeFileSync(spec, RIGHT);
    await watcher.says(/specs\/prod\.yaml changed[\s\S]*1 environment valid/);
    expect(await watcher.interrupt()).toBe(130);
  });

  it('follows parents and new specs, and waits for a folder that is gone', async () => {
    const child = `extends: ./parts/base.yaml\n${RIGHT}`;
    const watcher = new Watcher({ 'specs/prod.yaml': child, 'specs/parts/base.yaml': 'tier: dev\n' });
    const { folder } = watcher.project;
    await watcher.says(/1 environment valid: prod\nwatching/);

    watcher.project.write('specs/parts/base.yaml', 'wrong: 1\n');
    await watcher.says(/specs\/parts\/base\.yaml changed[\s\S]*specs\/parts\/base\.yaml:1:1 error/);

    rmSync(`${folder}/specs`, { recursive: true });
    await watcher.says(/the folder of the specs, specs, does not exist; waiting for it\n/);

    mkdirSync(`${folder}/specs`);
    writeFileSync(`${folder}/specs/prod.yaml`, RIGHT);
    writeFileSync(`${folder}/specs/dev.yaml`, validSpec('dev'));
    await watcher.says(/2 environments valid: dev, prod\n/);
    expect(await watcher.interrupt()).toBe(130);
  });
});
