import { chmodSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { Project, validSpec } from './testing/project.ts';

let project: Project;
const open = (files: Record<string, string>) => {
  project = new Project(files);
  return project;
};
afterEach(() => project.remove());

describe('the command line', () => {
  it.each<[words: string[], code: number, text: RegExp]>([
    [[], 0, /turns how much capacity you want/],
    [['help'], 0, /elastiform synth --check/],
    [['help', 'synth'], 0, /--prune +also delete/],
    [['synth', '--help'], 0, /--prune +also delete/],
    [['version'], 0, /^1\.2\.3\n$/],
    [['--version'], 0, /^1\.2\.3\n$/],
    [['schema'], 0, /"title": "elastiform scaling spec, version 1"/],
  ])('%j prints on standard output', async (words, code, text) => {
    const result = await open({}).run(...words);
    expect(result).toMatchObject({ code, stdout: expect.stringMatching(text), stderr: '' });
  });

  it.each<[words: string[], text: RegExp]>([
    [['sinth'], /there is no command "sinth"\n {2}help: did you mean "synth"\?/],
    [['frobnicate'], /elastiform help lists the commands/],
    [['--check'], /the first word is the command, not --check/],
    [['synth', '--chek'], /synth has no option --chek\n {2}help: did you mean --check\?/],
    [['synth', '--format', 'yaml'], /--format is "yaml"\n {2}help: write one of hcl, json/],
    [
      ['synth', 'prdo'],
      /no spec specs\/prdo.yaml names an environment "prdo"\n {2}help: did you mean "prod"\?/,
    ],
    [['synth', 'prod', '--prune'], /--prune looks at all environments/],
    [['resolve'], /resolve needs ENV/],
    [['resolve', 'prod', 'dev'], /resolve does not take "dev"/],
    [['validate', '--specs', '../x'], /--specs is "..\/x"/],
    [['validate', '--specs', 'nowhere'], /the folder of the specs, nowhere, does not exist/],
    [['synth', '--out'], /help synth/],
    [['version', 'x'], /does not take "x"/],
  ])('%j is a mistake of usage', async (words, text) => {
    const result = await open({ 'specs/prod.yaml': validSpec('prod') }).run(...words);
    expect(result).toMatchObject({ code: 64, stdout: '', stderr: expect.stringMatching(text) });
  });

  it('removes what could move the cursor of a terminal', async () => {
    const result = await open({ 'specs/prod.yaml': validSpec('prod') }).run(
      'synth',
      '\u001b[2J\u202eprod\u009b',
    );
    expect(result.code).toBe(64);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
    expect(result.stderr).not.toMatch(/[\u001b\u202e\u009b]/);
  });
});

describe('synth', () => {
  it('writes every environment and the schema, and a second time nothing', async () => {
    open({ 'specs/prod.yaml': validSpec('prod'), 'specs/dev.yaml': validSpec('dev') });
    const first = await project.run('synth');
    expect(first).toMatchObject({ code: 0, stdout: '' });
    expect(project.files('generated')).toEqual([
      'generated/infra/env/dev/providers.tf',
      'generated/infra/env/dev/stateful.json',
      'generated/infra/env/dev/terraform.tf',
      'generated/infra/env/prod/providers.tf',
      'generated/infra/env/prod/stateful.json',
      'generated/infra/env/prod/terraform.tf',
      'generated/reference/alarms.md',
      'generated/reference/rules.md',
      'generated/schema/catalog.schema.json',
      'generated/schema/elastiform.schema.json',
    ]);
    const path = `${project.folder}/generated/infra/env/prod/terraform.tf`;
    const before = statSync(path);
    expect((await project.run('synth')).stderr).toContain('prod: 3 files, nothing to change');
    expect(statSync(path)).toMatchObject({ mtimeMs: before.mtimeMs, ino: before.ino });
    expect(await project.run('synth', '--check')).toMatchObject({ code: 0 });
  });

  it('checks without writing', async () => {
    open({ 'specs/prod.yaml': validSpec('prod') });
    const result = await project.run('synth', '--check');
    expect(result).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('prod: would create terraform.tf'),
    });
    expect(result.stderr).toContain('run `elastiform synth` and commit');
    const elsewhere = await project.run('synth', 'prod', '--check', '-o', 'out', '--format', 'json');
    expect(elsewhere.stderr).toContain('run `elastiform synth prod --out out --format json` and commit');
    expect(project.files()).toEqual(['specs/prod.yaml']);
  });

  it('writes where it is told to', async () => {
    open({ 'specs/prod.yaml': validSpec('prod') });
    expect(await project.run('synth', '-o', 'elsewhere/deep', '--format', 'json')).toMatchObject({ code: 0 });
    expect(project.files('elsewhere')).toContain('elsewhere/deep/infra/env/prod/terraform.tf.json');
  });

  it('changes the format without leaving the other one behind', async () => {
    open({ 'specs/prod.yaml': validSpec('prod') });
    await project.run('synth');
    await project.run('synth', '--format', 'json');
    expect(project.files('generated/infra')).toEqual([
      'generated/infra/env/prod/providers.tf.json',
      'generated/infra/env/prod/stateful.json',
      'generated/infra/env/prod/terraform.tf.json',
    ]);
  });

  it('tells of environments without a spec, and deletes them when asked', async () => {
    open({ 'specs/prod.yaml': validSpec('prod') });
    await project.run('synth');
    project.write('generated/infra/env/prod/mine.tf', '# mine\n');
    project.write('specs/live.yaml', validSpec('live'));
    rmSync(`${project.folder}/specs/prod.yaml`);
    const said = 'prod: 3 files of an environment without a spec';
    expect(await project.run('synth')).toMatchObject({ code: 0, stderr: expect.stringContaining(said) });
    expect(await project.run('synth', '--check')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining(said),
    });
    expect(await project.run('synth', '--prune')).toMatchObject({ code: 0 });
    expect(project.files('generated/infra/env/prod')).toEqual(['generated/infra/env/prod/mine.tf']);
    expect(await project.run('synth', '--check')).toMatchObject({ code: 0 });
  });

  it('writes nothing at all when one spec is wrong', async () => {
    open({ 'specs/prod.yaml': validSpec('prod'), 'specs/dev.yaml': 'environment: [\n' });
    const result = await project.run('synth');
    expect(result).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('nothing was written'),
    });
    expect(result.stderr).toContain('specs/dev.yaml:1:14');
    expect(project.files()).toEqual(['specs/dev.yaml', 'specs/prod.yaml']);
  });

  it('leaves files of other people alone and says so', async () => {
    open({ 'specs/prod.yaml': validSpec('prod'), 'generated/infra/env/prod/terraform.tf': '# by hand\n' });
    const result = await project.run('synth');
    expect(result).toMatchObject({ code: 74, stderr: expect.stringContaining('prod: terraform.tf') });
    expect(project.read('generated/infra/env/prod/terraform.tf')).toBe('# by hand\n');
    expect(project.files('generated/infra/env/prod')).toEqual(['generated/infra/env/prod/terraform.tf']);
  });

  it('says what an interrupted run has left, and repairs it', async () => {
    open({ 'specs/prod.yaml': validSpec('prod') });
    await project.run('synth');
    mkdirSync(`${project.folder}/generated/infra/env/prod/.elastiform-write`);
    project.write('generated/infra/env/prod/.elastiform-write/new-0', 'half');
    expect(await project.run('synth', '--check')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('prod: an interrupted run has left this folder half written'),
    });
    expect(await project.run('synth')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('repaired'),
    });
    expect(await project.run('synth', '--check')).toMatchObject({ code: 0 });
  });

  it.skipIf(process.getuid?.() === 0)(
    'ends with 74 in a folder that cannot be written (skipped: root may write everywhere)',
    async () => {
      open({ 'specs/prod.yaml': validSpec('prod') });
      mkdirSync(`${project.folder}/generated`);
      chmodSync(`${project.folder}/generated`, 0o555);
      expect(await project.run('synth')).toMatchObject({ code: 74 });
    },
  );

  it.skipIf(process.platform !== 'linux')(
    'ends with 74 where nothing can be made (skipped: needs /proc)',
    async () => {
      open({ 'specs/prod.yaml': validSpec('prod') });
      expect(await project.run('synth', '-o', '/proc/nowhere')).toMatchObject({ code: 74 });
    },
  );

  it('ends with 74 where a file stands in the place of the output folder', async () => {
    open({ 'specs/prod.yaml': validSpec('prod'), generated: 'a file\n' });
    expect(await project.run('synth')).toMatchObject({ code: 74 });
    expect(project.read('generated')).toBe('a file\n');
  });
});

describe('the ledger of what holds data', () => {
  it.each<[title: string, change: () => void, said: string]>([
    [
      'is damaged by a merge',
      () => project.write('generated/infra/env/prod/stateful.json', '<<<<<<< HEAD\n'),
      'is damaged',
    ],
    ['was deleted', () => rmSync(`${project.folder}/generated/infra/env/prod/stateful.json`), 'is gone'],
  ])('stops everything when it %s', async (_, change, said) => {
    open({ 'specs/prod.yaml': validSpec('prod') });
    await project.run('synth');
    change();
    for (const verb of ['synth', 'validate']) {
      const result = await project.run(verb);
      expect(result).toMatchObject({
        code: 1,
        stderr: expect.stringContaining(`stateful.json, below the output folder, ${said}`),
      });
    }
  });
});

describe('the specs folder', () => {
  it('has environments and parents; a file that is neither is a mistake', async () => {
    open({
      'specs/base.yaml': 'tier: dev\n',
      'specs/prod.yaml': `extends: ./base.yaml\n${validSpec('prod').replace('tier: dev\n', '')}`,
      'specs/lost.yaml': 'tier: dev\n',
      'specs/old.yml': '',
      'specs/README.md': 'no spec',
    });
    const result = await project.run('validate');
    expect(result.code).toBe(1);
    expect(result.stderr).toContain('specs/lost.yaml names no environment, and no other spec extends it');
    expect(result.stderr).toContain('specs/old.yml would be ignored');
    expect(result.stderr).not.toContain('base.yaml');
  });

  it.each<[title: string, text: string, said: RegExp]>([
    ['misspelt', validSpec('prod').replace('environment', 'enviroment'), /did you mean environment\?/],
    ['missing beside a parent', `extends: ./base.yaml\n`, /the spec has no environment/],
    ['missing beside other mistakes', `tier: dev\nb: *x\n`, /yaml\/unknown-alias/],
  ])('has an environment whose name is %s: one error says so', async (_, text, said) => {
    const base = validSpec('dev').replace(/environment: .*\n/, '');
    open({
      'specs/prod.yaml': text,
      'specs/dev.yaml': 'extends: ./base.yaml\nenvironment: dev\n',
      'specs/base.yaml': base,
    });
    const result = await project.run('validate');
    expect(result).toMatchObject({ code: 1, stderr: expect.stringMatching(said) });
    expect(result.stderr).toMatch(/\n1 error\n$/);
  });

  it('does not follow links', async () => {
    open({ 'elsewhere/prod.yaml': validSpec('prod'), 'specs/dev.yaml': validSpec('dev') });
    symlinkSync('../elsewhere/prod.yaml', `${project.folder}/specs/prod.yaml`);
    const result = await project.run('validate', 'prod');
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('symbolic link') });
  });

  it('may be empty of specs, which is a mistake of usage', async () => {
    open({ 'specs/README.md': '' });
    expect(await project.run('synth')).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('has no spec'),
    });
  });

  it.each<[title: string, text: string]>([
    ['an empty file', ''],
    ['only a comment', '# nothing\n'],
    ['a list', '- a\n'],
    ['binary data', '\u0000\u0001\u0002'],
  ])('with %s gives findings and no exception', async (_, text) => {
    const result = await open({ 'specs/prod.yaml': text }).run('validate');
    expect(result).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('validate', () => {
  it('names what is valid', async () => {
    const result = await open({ 'specs/prod.yaml': validSpec('prod') }).run('validate');
    expect(result).toMatchObject({ code: 0, stdout: '', stderr: '1 environment valid: prod\n' });
  });

  it('shows the place, the line and the reason of every mistake', async () => {
    open({ 'specs/prod.yaml': 'environment: prod\na: *b\nc: "x\n' });
    const { code, stderr } = await project.run('validate');
    expect(code).toBe(1);
    expect(stderr).toContain(`specs/prod.yaml:2:4 error yaml/unknown-alias
  no anchor has the name of the alias "*b"
  1 | environment: prod
  2 | a: *b
    |    ^^
  3 | c: "x
  why:  an alias repeats a value that an anchor has named earlier in the same file
  help: name the value with "&" first, or quote the text if the star is part of it`);
    expect(stderr).toContain('yaml/unclosed-quote');
    expect(stderr).toMatch(/2 errors\n$/);
  });

  it('says which command explains a finding', async () => {
    const { stderr } = await open({ 'specs/prod.yaml': 'environment: prod\na: *b\n' }).run('validate');
    expect(stderr).toContain('\nelastiform explain yaml/unknown-alias says more, with an example\n');
  });

  it('tells tools the same as JSON', async () => {
    open({ 'specs/prod.yaml': 'environment: prod\na: *b\n' });
    const { code, stdout } = await project.run('validate', '--format', 'json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      formatVersion: '1.2',
      diagnostics: [
        {
          code: 'yaml/unknown-alias',
          severity: 'error',
          file: 'specs/prod.yaml',
          range: { start: { line: 2, column: 4 }, end: { line: 2, column: 6 } },
        },
      ],
    });
  });
});

describe('resolve', () => {
  it('prints a spec that is valid and means the same', async () => {
    open({ 'specs/prod.yaml': validSpec('prod') });
    const first = await project.run('resolve', 'prod');
    expect(first).toMatchObject({ code: 0, stderr: '' });
    project.write('specs/prod.yaml', first.stdout);
    expect(await project.run('resolve', 'prod')).toEqual(first);
  });

  it('says where each value comes from', async () => {
    open({ 'specs/prod.yaml': validSpec('prod') });
    const { stdout } = await project.run('resolve', 'prod', '--provenance');
    expect(stdout).toContain('region: us-east-1 # set at specs/prod.yaml:4:15');
    expect(stdout).toContain(
      'nodeInstanceProfile: node # derived: foundation.nodeRole (foundation.nodeRole is node)',
    );
    const { stdout: json } = await project.run('resolve', 'prod', '--format', 'json');
    expect(JSON.parse(json).values).toContainEqual({
      path: 'environment',
      value: 'prod',
      origin: expect.objectContaining({ kind: 'set' }),
    });
  });
});
