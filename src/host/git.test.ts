import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Commit, findCommit } from './git-commit.ts';
import { commitFiles } from './git-files.ts';
import { Repository } from './testing/repository.ts';

let repository: Repository;
let first: string;
let second: string;
const scratch = mkdtempSync(join(tmpdir(), 'elastiform-git-'));

beforeAll(() => {
  repository = new Repository();
  repository.link('infra/ß ö/specs/linked.yaml', '/etc/passwd');
  repository.link('linked', 'infra');
  first = repository.commit({
    'infra/ß ö/specs/prod.yaml': 'a: 1\r\n',
    'infra/ß ö/specs/ünï "code".yaml': 'b: 2\n',
    'infra/ß ö/specs/deep/base.yaml': '\uFEFFc: 3',
    'infra/ß ö/specs/latin.yaml': new Uint8Array([0xe4]),
    'infra/ß ö/specs/empty.yaml': '',
    'infra/ß ö/specs/large.yaml': 'x'.repeat(3 * 1024 * 1024 + 1),
    // What would change the bytes, or start a program, if git were asked for anything but the blob.
    '.gitattributes': '*.yaml text eol=lf filter=evil diff=evil\n',
  });
  repository.git('config', 'core.autocrlf', 'true');
  second = repository.commit({ 'infra/ß ö/specs/prod.yaml': 'a: 2\n' });
  repository.git('config', 'core.fsmonitor', 'touch evil');
});

afterAll(() => {
  repository.remove();
  rmSync(scratch, { recursive: true });
});

const project = () => `${repository.folder}/infra/ß ö`;
const found = (ref: string, folder = project()) => findCommit(folder, ref) as Commit;

describe('findCommit', () => {
  it.each(['HEAD^', 'main~1', 'main^...main', 'HEAD^...'])('finds the commit that %s means', (ref) => {
    expect(found(ref)).toEqual({ hash: first, prefix: 'infra/ß ö/' });
  });

  it('works with a detached HEAD, and in a worktree of another folder', () => {
    const folder = `${scratch}/worktree`;
    repository.git('worktree', 'add', '--quiet', '--detach', folder, first);
    expect(found('HEAD', folder)).toEqual({ hash: first, prefix: '' });
    expect(found('main', folder).hash).toBe(second);
  });

  it.each([
    '--upload-pack=touch evil',
    '-h',
    '',
    'no such',
    'nothing',
    'main..HEAD',
    'a\0b',
    'HEAD:infra',
    '--...HEAD',
  ])('takes %j for no commit', (ref) => {
    expect(findCommit(project(), ref)).toMatchObject({ problem: 'no-such-revision' });
  });

  it('tells a folder outside of every repository', () => {
    expect(findCommit(scratch, 'HEAD')).toMatchObject({ problem: 'no-repository' });
    expect(findCommit(`${scratch}/missing`, 'HEAD')).toMatchObject({ problem: 'no-repository' });
  });

  it('tells when there is no git', () => {
    const path = process.env['PATH'];
    process.env['PATH'] = scratch;
    try {
      expect(findCommit(project(), 'HEAD')).toMatchObject({ problem: 'no-git' });
    } finally {
      process.env['PATH'] = path;
    }
  });

  it('tells what a shallow clone needs', () => {
    const folder = `${scratch}/shallow`;
    repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, folder);
    expect(found('HEAD', folder).hash).toBe(second);
    expect(findCommit(folder, 'origin/release')).toMatchObject({
      problem: 'shallow',
      help: 'git fetch --depth=1 origin release, and then --base FETCH_HEAD',
    });
    expect(findCommit(folder, 'HEAD^')).toMatchObject({ help: expect.stringContaining('--unshallow') });
    expect(findCommit(folder, first)).toMatchObject({ help: expect.stringContaining(first) });
  });

  it('does not listen to the repository of a hook', () => {
    process.env['GIT_DIR'] = `${scratch}/elsewhere`;
    try {
      expect(found('HEAD').hash).toBe(second);
    } finally {
      delete process.env['GIT_DIR'];
    }
  });
});

describe('commitFiles', () => {
  const open = (ref: string, specs = 'specs', folder = project()) => {
    const files = commitFiles(folder, found(ref, folder), specs);
    if ('problem' in files) throw new Error(files.message);
    return files;
  };

  it('reads what was committed, byte for byte, whatever the settings are', () => {
    const files = open('HEAD^');
    expect(files.list('specs')).toEqual({
      names: [
        'deep',
        'empty.yaml',
        'large.yaml',
        'latin.yaml',
        'linked.yaml',
        'prod.yaml',
        'ünï "code".yaml',
      ],
    });
    expect(files.read('specs/ünï "code".yaml')).toEqual({ text: 'b: 2\n' });
    expect(files.read('specs/deep/base.yaml')).toEqual({ text: '\uFEFFc: 3' });
    expect(files.read('specs/empty.yaml')).toEqual({ text: '' });
    expect(open('HEAD').read('specs/prod.yaml')).toEqual({ text: 'a: 2\n' });
    expect(existsSync(`${repository.folder}/evil`)).toBe(false);
  });

  it.each([
    ['specs/linked.yaml', 'symlink'],
    ['specs/linked.yaml/x', 'symlink'],
    ['specs/deep', 'not-a-file'],
    ['specs/missing.yaml', 'missing'],
    ['specs/large.yaml', 'too-large'],
    ['specs/latin.yaml', 'unreadable'],
    ['specs/../prod.yaml', 'outside'],
    ['.gitattributes', 'missing'],
  ])('refuses %s as %s, as the loader does on the disk', (path, problem) => {
    expect(open('HEAD').read(path)).toMatchObject({ problem });
  });

  it('tells a folder that was not there from one that is a link', () => {
    expect(open('HEAD', 'nowhere').list('nowhere')).toMatchObject({ problem: 'missing' });
    expect(open('HEAD', 'linked', repository.folder).list('linked')).toMatchObject({
      problem: 'not-a-folder',
    });
    expect(open('HEAD', '', repository.folder).list('')).toMatchObject({
      names: ['.gitattributes', 'infra', 'linked'],
    });
  });

  it('says that a partial clone has not got a file, and fetches none', () => {
    const folder = `${scratch}/partial`;
    repository.git('config', 'uploadpack.allowFilter', 'true');
    repository.git(
      'clone',
      '--quiet',
      '--no-checkout',
      '--filter=blob:none',
      `file://${repository.folder}`,
      folder,
    );
    expect(commitFiles(folder, found('HEAD', folder), 'infra/ß ö/specs')).toMatchObject({
      problem: 'shallow',
    });
  });
});
