import { renameSync, rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { knowledge } from '../../components/registry.ts';
import { Repository } from '../../host/testing/repository.ts';
import { BASE, PROD } from '../scale/testing/example-project.ts';
import { Project } from '../testing/project.ts';

const small = (name: string, tier: string, more: string) => `apiVersion: elastiform/v1
environment: ${name}
extends: ./base.yaml
tier: ${tier}
foundation: {cluster: dapp-${name}, vpc: {name: dapp}}
workloads:
  api: {${more}}
databases:
  postgres: {class: db.t4g.medium, storage: {allocated: 20GiB}}
`;
const SPECS = {
  'specs/base.yaml': BASE.replace(
    'metrics:',
    'behavior: {scaleDown: {stabilizationWindow: 5m}}\n      metrics:',
  ),
  'specs/prod.yaml': PROD.replace('maxReplicas: 20', 'minReplicas: 3\n      maxReplicas: 20')
    .replace('    storage: {alloc', '    readReplicas: {replica-1: {}}\n    storage: {alloc')
    .replace('  api:\n', '  api:\n    database: {ref: postgres, poolSize: 50}\n'),
  'specs/dev.yaml': small('dev', 'dev', 'autoscaling: null, replicas: 1, resources: {requests: {cpu: 250m}}'),
  'specs/staging.yaml': small('staging', 'staging', 'autoscaling: {minReplicas: 2, maxReplicas: 6}'),
};

let project: Project;
let repository: Repository;

beforeAll(() => {
  project = new Project(SPECS, knowledge);
  repository = new Repository(project.folder);
  repository.commit({});
});

afterEach(() => {
  repository.git('checkout', '--quiet', '--', '.');
  repository.git('clean', '--quiet', '--force', '-d');
});

afterAll(() => project.remove());

function edit(name: string, from: string, to: string): void {
  const path = `specs/${name}.yaml`;
  const text = project.read(path);
  expect(text).toContain(from);
  project.write(path, text.replace(from, to));
}

const affected = (...words: string[]) => project.run('affected', '--base', 'HEAD', ...words);

describe('elastiform diff', () => {
  it('says nothing but that, and ends with 0, when nothing differs', async () => {
    edit('prod', 'nodeGroups:', '# a comment\nnodeGroups:');
    edit('base', 'limits: {cpu: "1", memory: 1Gi}', 'limits: {memory: 1Gi, cpu: "1"}');
    const { code, stdout } = await project.run('diff', '--detailed-exitcode');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^against HEAD \([0-9a-f]{10}\): no difference\n$/),
    });
  });

  it('speaks of pods, vCPU, GiB and connections, once for environments that change alike', async () => {
    edit('prod', 'maxReplicas: 20', 'maxReplicas: 25');
    edit('base', 'stabilizationWindow: 5m', 'stabilizationWindow: 6m');
    const { stdout } = await project.run('diff');
    expect(stdout).toContain(
      'pods 3–20 → 3–25: up to 10 → 12.5 vCPU, 10 → 12.5 GiB, 1,000 → 1,250 connections  [specs/prod.yaml:18]',
    );
    expect(stdout).toMatch(/In prod, staging:\n.*stabilizationWindow 5m → 6m {2}\[specs\/base.yaml:8\]/);
    expect(stdout).toContain('The same: dev');
  });

  it('puts first what holds data and goes', async () => {
    edit('prod', 'max: 10,', 'max: 12,');
    edit('prod', '{replica-1: {}}', '{replica-2: {}}');
    const { stdout } = await project.run('diff', 'prod');
    expect(stdout.split('\n')[1]).toBe('Look twice:');
    expect(stdout.split('\n')[2]).toMatch(
      /prod: databases.postgres {2}readReplicas.replica-1 8 values → none \(it holds data, and nothing says that it may go; if it has only another name, say previousName: replica-1 there\)/,
    );
  });

  it('ends with 2 only when asked, in either spelling', async () => {
    edit('dev', 'replicas: 1', 'replicas: 2');
    expect((await project.run('diff')).code).toBe(0);
    expect((await project.run('diff', '--detailed-exitcode')).code).toBe(2);
    expect((await project.run('diff', 'prod', '--detailed-exit-code')).code).toBe(0);
  });

  it('shows what people wrote at the level of the spec', async () => {
    edit('prod', 'poolSize: 50', 'poolSize: 40');
    const { stdout } = await project.run('diff', '--level', 'spec');
    expect(stdout).toMatch(
      /In specs\/prod.yaml:\n {2}workloads.api.database.poolSize {2}50 → 40 {2}\[specs\/prod.yaml:[0-9]+\]/,
    );
  });

  it('shows addresses and attributes at the level of Terraform', async () => {
    edit('prod', 'max: 10,', 'max: 12,');
    const { stdout } = await project.run('diff', 'prod', '--level', 'terraform');
    expect(stdout).toContain(
      'aws_eks_node_group.spot  scaling_config.max_size 10 → 12  [eks-autoscaling.tf]',
    );
  });

  it('contrasts two environments, without what only follows from their names', async () => {
    const { stdout, code } = await project.run('diff', 'staging', 'prod', '--format', 'markdown');
    expect(code).toBe(0);
    expect(stdout).toContain('`pods 2–6 → 3–20');
    expect(stdout).toContain('`only in prod: nodes of m5.large 1–10: up to 20 vCPU, 80 GiB`');
    expect(stdout).not.toMatch(/subnetGroup|Look twice/);
    const wanted = await project.run('diff', 'staging', 'nowhere');
    expect(wanted).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('there is no environment "nowhere"'),
    });
  });

  it('stays within 60 lines, and counts the rest', async () => {
    const tags = Array.from({ length: 80 }, (_, index) => `k${index}: "${index}"`).join(', ');
    edit('prod', 'nodeGroups:', `aws: {tags: {${tags}}}\nnodeGroups:`);
    const { stdout } = await project.run('diff');
    expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
    expect(stdout).toMatch(/… and 24 more lines; --format json has all/);
  });

  it('gives tools everything, with a version', async () => {
    edit('prod', 'maxReplicas: 20', 'maxReplicas: 25');
    const { stdout } = await project.run('diff', 'prod', '--format', 'json');
    const json = JSON.parse(stdout);
    expect(json).toMatchObject({ formatVersion: 1, base: 'HEAD', level: 'effective', isDifferent: true });
    expect(json.differences[0].items[0].lines[0].values).toEqual([
      {
        path: 'workloads.api.autoscaling.maxReplicas',
        before: '20',
        after: '25',
        place: 'specs/prod.yaml:18',
      },
    ]);
  });

  it('compares with another folder, and says when there is none', async () => {
    const other = new Project(SPECS, knowledge);
    edit('prod', 'maxReplicas: 20', 'maxReplicas: 25');
    expect((await project.run('diff', 'prod', '--base', other.folder)).stdout).toContain('pods 3–20 → 3–25');
    other.remove();
    expect(await project.run('diff', '--base', other.folder)).toMatchObject({ code: 64 });
    expect(await project.run('diff', '--base', '--upload-pack=x')).toMatchObject({ code: 64 });
    expect(await project.run('diff', '--base', './specs')).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('does not exist at ./specs'),
    });
  });
});

describe('elastiform affected', () => {
  it('names nobody for comments, order and the spelling of values', async () => {
    edit('base', 'stabilizationWindow: 5m', 'stabilizationWindow: 300s');
    expect(await affected()).toMatchObject({ code: 0, stdout: '' });
    expect((await affected('--format', 'github-matrix')).stdout).toBe('{"include":[]}\n');
  });

  it('names those that inherit a value, and not those that override it', async () => {
    edit('base', 'requests: {cpu: 500m, memory: 512Mi}', 'requests: {cpu: 600m, memory: 512Mi}');
    expect((await affected()).stdout).toBe('prod\nstaging\n');
    expect((await affected('--why')).stdout).toContain(
      'prod\n  workloads.api.resources.requests.cpu  500m → 600m  [specs/base.yaml:6]\n',
    );
  });

  it('names added, untracked, removed and renamed environments', async () => {
    project.write(
      'specs/qa.yaml',
      project.read('specs/dev.yaml').replace('environment: dev', 'environment: qa'),
    );
    rmSync(`${project.folder}/specs/staging.yaml`);
    expect((await affected('--why')).stdout).toBe('qa\n  is new\nstaging\n  is gone\n');
    const matrix = await affected('--format', 'github-matrix');
    expect(matrix).toMatchObject({
      stdout: '{"include":[{"environment":"qa"}]}\n',
      stderr: expect.stringContaining('staging'),
    });
    expect((await project.run('diff')).stdout).toContain('staging is gone: held data in databases.postgres');
  });

  it('does not mind when a parent has another name', async () => {
    renameSync(`${project.folder}/specs/base.yaml`, `${project.folder}/specs/common.yaml`);
    for (const name of ['dev', 'prod', 'staging'])
      edit(name, 'extends: ./base.yaml', 'extends: ./common.yaml');
    expect((await affected()).stdout).toBe('');
  });

  it('counts what cannot be compared, then or now', async () => {
    edit('prod', 'tier: staging', 'tier: production');
    expect(await affected('--why')).toMatchObject({
      code: 1,
      stdout: 'prod\n  cannot be compared, because of errors\n',
      stderr: expect.stringContaining('prod cannot be compared: 1 error now'),
    });
    const broken = repository.commit({});
    repository.git('checkout', '--quiet', 'HEAD^', '--', '.');
    const fixed = await project.run('affected', '--base', broken);
    expect(fixed).toMatchObject({
      code: 0,
      stdout: 'prod\n',
      stderr: expect.stringContaining(`1 error at ${broken}`),
    });
    repository.git('reset', '--quiet', '--hard', 'HEAD^');
  });

  it('compares what only a rule finds fault with, but makes no Terraform of it', async () => {
    edit('prod', 'maxReplicas: 20', 'maxReplicas: 2');
    const found = await project.run('diff', 'prod');
    expect(found).toMatchObject({ code: 0, stderr: expect.stringContaining('prod has 1 error now') });
    expect(found.stdout).toContain('pods 3–20 → 3–2: up to 10 → 1 vCPU');
    const terraform = await project.run('diff', 'prod', '--level', 'terraform');
    expect(terraform).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('cannot be compared: 1 error now'),
    });
  });

  it('takes all for new where there were no specs', async () => {
    const other = new Project({}, knowledge);
    const empty = new Repository(other.folder);
    empty.commit({ README: 'nothing yet' });
    for (const [path, text] of Object.entries(SPECS)) other.write(path, text);
    expect(await other.run('affected', '--base', 'HEAD')).toMatchObject({
      code: 0,
      stdout: 'dev\nprod\nstaging\n',
      stderr: expect.stringContaining('there are no specs in specs at HEAD'),
    });
    other.remove();
  });

  it('asks for a base', async () => {
    expect(await project.run('affected')).toMatchObject({
      code: 64,
      stderr: expect.stringContaining('--base REF'),
    });
  });
});
