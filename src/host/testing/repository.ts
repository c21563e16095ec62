import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real git repository of its own for one test. */
export class Repository {
  readonly folder: string;

  /** @param folder an existing one; a new temporary one if left out */
  constructor(folder = realpathSync(mkdtempSync(join(tmpdir(), 'elastiform-git-')))) {
    this.folder = folder;
    this.git('init', '--quiet', '--initial-branch=main');
  }

  /** Writes files and commits everything. @returns the hash */
  commit(files: Readonly<Record<string, string | Uint8Array>>): string {
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '--message', 'test');
    return this.git('rev-parse', 'HEAD').trim();
  }

  write(path: string, text: string | Uint8Array): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  link(path: string, target: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    symlinkSync(target, join(this.folder, path));
  }

  /** Runs git as somebody who has no settings. */
  git(...words: readonly string[]): string {
    return execFileSync('git', words, {
      cwd: this.folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1', ...AUTHOR },
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const AUTHOR = {
  GIT_AUTHOR_NAME: 'test',
  GIT_AUTHOR_EMAIL: 'test@example.com',
  GIT_COMMITTER_NAME: 'test',
  GIT_COMMITTER_EMAIL: 'test@example.com',
};
