import { chmodSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { knowledge } from '../../components/registry.ts';
import type { Asker } from '../../host/terminal.ts';
import { tierOf } from '../../scaffold/answers.ts';
import { Project } from '../testing/project.ts';
import { runInit } from '../testing/run-init.ts';

const EXISTING = ['--cluster', 'shop', '--subnets', 'a,b,c', '--node-role', 'shop-node'];
const BASE = ['--region', 'eu-west-1', '--kubernetes-version', '1.35'];
const ALL = [...EXISTING, ...BASE];

let project: Project;
afterEach(() => project.remove());

const begin = (files: Readonly<Record<string, string>> = {}) => {
  project = new Project(files, knowledge);
  return project;
};

describe('init', () => {
  it.each([
    ['dev', ''],
    ['staging', ''],
    ['prod', ''],
    ['null', ''],
    ['dev', '--no-sample'],
    ['prod', '--no-sample'],
    ['prod', '--account-id=123456789012 --vpc=vpc-0123456789abcdef0 --state-bucket=shop-state'],
    ['prod', '--vpc=shop --cluster=no'],
  ])('%s %s: the spec is right, and only people can answer its warnings', async (environment, more) => {
    begin();
    const options = more.split(' ').filter((word) => word !== '');
    const { code } = await project.run('init', '--env', environment, ...ALL, ...options);
    expect(code).toBe(0);
    const { code: valid, stdout } = await project.run('validate', '--format', 'json');
    expect(valid).toBe(0);
    const found = JSON.parse(stdout) as { diagnostics: { severity: string; code: string }[] };
    const warnings = found.diagnostics
      .filter(({ severity }) => severity === 'warning')
      .map(({ code }) => code);
    const ofPeople = ['alarm/nobody-is-told', 'cache/no-authentication'];
    expect(warnings.filter((code) => !ofPeople.includes(code))).toEqual([]);
  });

  it('a second run changes nothing and says what is there', async () => {
    begin();
    await project.run('init', ...ALL);
    project.write('specs/prod.yaml', `${project.read('specs/prod.yaml')}# mine\n`);
    project.write('.gitignore', 'node_modules/\n.terraform/\n');
    const before = project.files().map((path) => [path, project.read(path)]);
    const { code, stderr } = await project.run('init', '--env', 'prod', ...ALL);
    expect(code).toBe(0);
    expect(project.files().map((path) => [path, project.read(path)])).toEqual(before);
    expect(stderr).toContain('exists specs/prod.yaml, left as it is');
    expect(stderr).toContain('.gitignore, left as it is; it lacks: *.tfstate');
  });

  it('another environment needs only what the base file does not say', async () => {
    begin();
    await project.run('init', ...ALL);
    const { code, stderr } = await project.run('init', '--env', 'dev', ...EXISTING);
    expect([code, stderr]).toEqual([0, expect.stringContaining('create specs/dev.yaml')]);
    expect((await project.run('validate')).code).toBe(0);
    expect(project.read('specs/dev.yaml')).toContain('db.t4g.medium');
  });

  it('all that is missing is said at once', async () => {
    begin();
    const { code, stderr } = await project.run('init', '--cluster', 'shop');
    expect(code).toBe(64);
    expect(stderr).toContain('init needs --region, --kubernetes-version, --subnets, --node-role');
    expect(project.files()).toEqual([]);
  });

  it.each([
    [['--region', 'Paris'], '--region is "Paris"'],
    [['--account-id', '123'], '--account-id is "123"'],
    [['--env', '../x'], '--env is "../x"'],
    [['--env', 'base'], '--env is "base"'],
    [['--ci', 'jenkins'], '--ci is "jenkins"'],
    [['--ci', 'github'], 'init needs --state-bucket'],
    [['--ci', 'github', '--specs', 'infra'], 'pipelines read the folder "specs"'],
  ])('%j is a wrong command line', async (words, message) => {
    begin();
    const { code, stderr } = await project.run('init', ...ALL, ...words);
    expect([code, stderr]).toEqual([64, expect.stringContaining(message)]);
    expect(project.files()).toEqual([]);
  });

  it('a value that only the language knows to be wrong is a finding, and nothing is written', async () => {
    begin();
    const { code, stderr } = await project.run('init', ...ALL, '--node-role', 'two words'.replace(' ', '/'));
    expect([code, stderr]).toEqual([1, expect.stringContaining('nothing was written')]);
    expect(project.files()).toEqual([]);
  });

  it('text of options is text in the spec', async () => {
    begin();
    await project.run('init', ...ALL, '--subnets', 'a]: {x,"b"', '--no-sample');
    expect(project.read('specs/prod.yaml')).toContain('subnets: ["a]:');
  });

  it('--dry-run prints the files and writes none', async () => {
    begin();
    const { code, stdout } = await project.run('init', ...ALL, '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('==> specs/prod.yaml\n# yaml-language-server');
    expect(project.files()).toEqual([]);
  });

  it('where specs are, --ci adds a pipeline and asks nothing', async () => {
    begin();
    await project.run('init', ...ALL, '--no-sample');
    const { code } = await project.run('init', '--ci', 'gitlab');
    expect(code).toBe(0);
    expect(project.read('.gitlab-ci.yml')).toContain('ENVIRONMENTS: "prod"');
  });

  it('writes through no symbolic link', async () => {
    begin();
    symlinkSync('/nonexistent', `${project.folder}/.vscode`);
    const { code, stderr } = await project.run('init', ...ALL);
    expect([code, stderr]).toEqual([74, expect.stringContaining('symbolic link (.vscode)')]);
  });

  it.skipIf(process.getuid?.() === 0)('a folder that may only be read is 74', async () => {
    begin();
    chmodSync(project.folder, 0o555);
    const { code } = await project.run('init', ...ALL);
    chmodSync(project.folder, 0o755);
    expect(code).toBe(74);
  });

  it('a folder that is a file is 74', async () => {
    begin({ '.vscode': 'not a folder' });
    const { code } = await project.run('init', ...ALL);
    expect(code).toBe(74);
    rmSync(`${project.folder}/.vscode`);
  });
});

describe('init at a terminal', () => {
  it('asks for what is missing, offers names, and asks again when an answer cannot be', async () => {
    begin();
    const answers = ['nowhere', 'eu-west-1', '', 'shop', '1.35', '', 'a,b', '', ''];
    const asked: string[] = [];
    const code = await runInit(project.folder, {}, asker(answers, asked));
    expect(code).toBe(0);
    expect(asked[1]).toBe('write something like us-east-1: ');
    expect(asked).toContain('name of the IAM role of the nodes [shop-node]: ');
    expect(project.read('specs/prod.yaml')).toContain('nodeRole: shop-node');
  });

  it('Ctrl-D ends it, and nothing is written', async () => {
    begin();
    expect(await runInit(project.folder, {}, asker(['eu-west-1'], []))).toBe(130);
    expect(project.files()).toEqual([]);
  });
});

function asker(answers: readonly string[], asked: string[]): Asker {
  const left = [...answers];
  return {
    ask: async (question) => {
      asked.push(question);
      return left.shift();
    },
    close: () => {},
  };
}

it.each([
  ['prod', 'prod'],
  ['production-eu', 'prod'],
  ['eu', 'prod'],
  ['pre-staging', 'staging'],
  ['qa', 'staging'],
  ['test', 'dev'],
  ['dev-eu', 'dev'],
] as const)('%s is of the tier %s', (environment, tier) => {
  expect(tierOf(environment)).toBe(tier);
});
