import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Repository } from '../../../src/host/testing/repository.ts';
import { writePrograms } from '../../pipelines/programs.ts';
import {
  type AtlantisProject,
  type AtlantisStep,
  planFile,
  runAtlantis,
} from '../../pipelines/run-atlantis.ts';
import { type GitlabJob, runGitlab } from '../../pipelines/run-gitlab.ts';
import type { Runner } from '../../pipelines/run-steps.ts';
import { type Happening, runWorkflow } from '../../pipelines/run-workflow.ts';
import type { Workflow } from '../../pipelines/workflow.ts';
import { cleanEnvironment } from '../harness/clean-environment.ts';
import { renderCliConfig } from '../harness/cli-config.ts';
import { describeFullE2e } from '../harness/describe-e2e.ts';
import { applyFixture } from '../harness/fixture.ts';
import { type MockAws, startMockAws } from '../harness/mock-aws.ts';
import { renderOverride } from '../harness/override.ts';
import { runCommand } from '../harness/run-command.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../harness/temporary-folder.ts';
import type { TerraformRoot } from '../harness/terraform.ts';

const MINUTES = 60_000;
const EXISTING = [
  '--region=us-east-1',
  '--account-id=123456789012',
  '--cluster=dapp-prod',
  '--kubernetes-version=1.35',
  '--vpc=dapp-prod',
  '--subnets=dapp-prod-private-a,dapp-prod-private-b,dapp-prod-private-c',
  '--node-role=dapp-prod-node',
  '--state-bucket=dapp-terraform-state',
];
const NODES = `
clusterAutoscaler: {managedBy: elsewhere}
nodeGroups:
  general:
    instanceTypes: [m6i.large]
    size: {min: 3, max: 6}
workloads:
  web:
    resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {memory: 256Mi}}
    autoscaling: {minReplicas: 3, maxReplicas: 6, metrics: {cpu: {averageUtilization: 70%}}}
`;

// What `init --ci` writes, in a repository of its own, step by step, with the real Terraform and the mock.
describeFullE2e('the pipelines', (tools) => {
  let mock: MockAws;
  let fixture: TerraformRoot;
  let home: TemporaryFolder;
  let repository: Repository;
  let runner: Runner;
  let runs = 0;

  const elastiform = async (...args: string[]) => {
    const program = join(home.path, 'bin/elastiform');
    const { status, stderr } = await runCommand({ program, args, cwd: repository.folder, env: runner.env });
    expect(status, stderr).toBe(0);
  };
  const spec = () => readFileSync(`${repository.folder}/specs/prod.yaml`, 'utf8');
  const state = () => readFileSync(join(home.path, 'prod.tfstate'), 'utf8');
  const calls = () => readFileSync(join(home.path, 'calls'), 'utf8').trim().split('\n');
  const commitSpec = async (text: string) => {
    repository.write('specs/prod.yaml', text);
    await elastiform('synth');
    return repository.commit({});
  };
  const happen = (sha: string, before: string, event_name: Happening['event_name'] = 'push', mode = '') => {
    const workflow = parse(
      readFileSync(`${repository.folder}/.github/workflows/elastiform.yml`, 'utf8'),
    ) as Workflow;
    const head = { repo: { full_name: 'example/shop' } };
    const event = event_name === 'push' ? { before } : { pull_request: { number: 7, head } };
    const ref = event_name === 'push' ? 'refs/heads/main' : 'refs/pull/7/merge';
    const own = { ...runner, env: { ...runner.env, KUBERNETES: mode } };
    return runWorkflow(workflow, { event_name, ref, event, sha }, own);
  };
  const conclusions = (results: Awaited<ReturnType<typeof happen>>) =>
    Object.fromEntries(Object.entries(results).map(([name, { conclusion }]) => [name, conclusion]));

  beforeAll(async () => {
    mock = await startMockAws(tools());
    fixture = await applyFixture(tools(), mock, 'prod');
    home = await makeTemporaryFolder('workflow');
    const file = (name: string, text: string) => writeFileSync(join(home.path, name), text);
    file('terraform.rc', await renderCliConfig(tools().providers));
    file(
      'override.json',
      renderOverride({ endpoint: mock.endpoint, statePath: join(home.path, 'prod.tfstate') }),
    );
    const terraform = { program: tools().terraform, override: join(home.path, 'override.json') };
    await writePrograms(join(home.path, 'bin'), terraform);
    repository = new Repository();
    const clean = cleanEnvironment();
    runner = {
      home: home.path,
      repository: repository.folder,
      nextRun: () => (runs += 1),
      env: {
        ...clean,
        PATH: `${home.path}/bin:${clean['PATH']}`,
        TF_CLI_CONFIG_FILE: join(home.path, 'terraform.rc'),
        AWS_ENDPOINT_URL: mock.endpoint,
        CALLS: join(home.path, 'calls'),
      },
    };
    await elastiform('init', '--ci', 'github', '--no-sample', ...EXISTING);
    await elastiform('synth');
    repository.commit({});
  }, 15 * MINUTES);

  beforeEach(() => {
    writeFileSync(join(home.path, 'calls'), '');
  });

  afterAll(async () => {
    repository?.remove();
    await home?.remove();
    await fixture?.remove();
    await mock?.stop();
  });

  it(
    'asks a person about what is new, and applies the AWS root, then the Kubernetes root, as planned',
    async () => {
      const before = repository.git('rev-parse', 'HEAD').trim();
      const sha = await commitSpec(spec() + NODES);
      const results = await happen(sha, before);
      const log = Object.values(results)
        .map(({ log }) => log)
        .join('\n');
      expect(conclusions(results), log).toEqual({
        check: 'success',
        plan: 'success',
        review: 'success',
        apply: 'success',
      });
      expect(results['plan']?.environments).toEqual(['prod-plan']);
      expect(results['apply']?.environments).toEqual(['prod']);
      const order = ['init', 'plan', 'show', 'init', 'plan', 'show'].map(
        (verb, i) => `${i < 3 ? 'aws' : 'kubernetes'} ${verb}`,
      );
      expect(calls()).toEqual([
        ...order,
        expect.stringContaining('gh api repos/example/shop/environments/prod '),
        ...['aws init', 'aws apply', 'kubernetes init', 'kubernetes apply'],
      ]);
      expect(state()).toContain('"aws_eks_node_group"');
    },
    10 * MINUTES,
  );

  it('applies by itself what is automatic', async () => {
    const before = repository.git('rev-parse', 'HEAD').trim();
    const sha = await commitSpec(spec().replace('size: {min: 3, max: 6}', 'size: {min: 3, max: 8}'));
    const results = await happen(sha, before);
    expect(results['review']?.outputs['matrix'], results['review']?.log).toBe(
      '{"include":[{"environment":"prod","gate":"prod-auto"}]}',
    );
    expect(results['apply']).toMatchObject({ conclusion: 'success', environments: ['prod-auto'] });
  }, 300_000);

  it(
    'plans nothing for a comment',
    async () => {
      const before = repository.git('rev-parse', 'HEAD').trim();
      const results = await happen(await commitSpec(`# a comment\n${spec()}`), before);
      expect(conclusions(results)).toEqual({
        check: 'success',
        plan: 'skipped',
        review: 'skipped',
        apply: 'skipped',
      });
    },
    5 * MINUTES,
  );

  it(
    'comments on a pull request, applies nothing there, and asks a person after the merge',
    async () => {
      const before = repository.git('rev-parse', 'HEAD').trim();
      const sha = await commitSpec(spec().replace('{min: 3, max: 8}', '{min: 3, max: 5}'));
      const asked = await happen(sha, before, 'pull_request');
      expect(conclusions(asked)).toEqual({
        check: 'success',
        plan: 'success',
        review: 'success',
        apply: 'skipped',
      });
      expect(calls().at(-1)).toContain(
        'gh api --method POST repos/example/shop/issues/7/comments -F body=@review.md',
      );
      expect(readFileSync(join(home.path, 'calls.review.md'), 'utf8')).toMatch(/^<!-- elastiform-review -->/);
      const merged = await happen(sha, before);
      expect(merged['review']?.outputs['matrix']).toBe('{"include":[{"environment":"prod","gate":"prod"}]}');
      expect(merged['apply']?.environments).toEqual(['prod']);
    },
    10 * MINUTES,
  );

  it(
    'stops at a plan that is blocked, after the comment, and applies the AWS root alone where the other has no plan yet',
    async () => {
      const before = repository.git('rev-parse', 'HEAD').trim();
      const sha = await commitSpec(spec().replace('{min: 3, max: 5}', '{min: 3, max: 7}'));
      const results = await happen(sha, before, 'pull_request', 'incomplete');
      expect(conclusions(results)).toEqual({
        check: 'success',
        plan: 'success',
        review: 'failure',
        apply: 'skipped',
      });
      expect(calls().at(-1)).toContain('gh api --method POST');
      const merged = await happen(sha, before, 'push', 'fails');
      expect(conclusions(merged)).toEqual({
        check: 'success',
        plan: 'success',
        review: 'success',
        apply: 'failure',
      });
      expect(merged['apply']?.log).toContain('Run the pipeline again to plan the Kubernetes root');
      expect(calls().slice(-2)).toEqual(['aws init', 'aws apply']);
    },
    10 * MINUTES,
  );

  it(
    'goes no further than the check when the Terraform is not of this spec',
    async () => {
      const before = repository.git('rev-parse', 'HEAD').trim();
      const sha = repository.commit({ 'specs/prod.yaml': spec().replace('max: 7}', 'max: 9}') });
      expect(conclusions(await happen(sha, before))).toEqual({
        check: 'failure',
        plan: 'skipped',
        review: 'skipped',
        apply: 'skipped',
      });
    },
    5 * MINUTES,
  );

  it(
    'GitLab: the same of what is automatic, and nothing for who waits',
    async () => {
      repository.git('checkout', '--quiet', '--', '.');
      await commitSpec(spec());
      await elastiform('init', '--ci', 'gitlab');
      const before = repository.commit({});
      const sha = await commitSpec(spec().replace(/max: 9}/, 'max: 10}'));
      const pipeline = parse(readFileSync(`${repository.folder}/.gitlab-ci.yml`, 'utf8')) as Record<
        string,
        GitlabJob
      >;
      const variables = { ENVIRONMENTS: 'prod', CI_COMMIT_BEFORE_SHA: before };
      const names = ['check', 'plan', 'review', 'apply', 'apply by hand'];
      const results = await runGitlab(pipeline, names, { sha, variables }, runner);
      const log = Object.values(results)
        .map(({ log }) => log)
        .join('\n');
      expect(
        Object.entries(results).map(([name, { isSuccess }]) => [name, isSuccess]),
        log,
      ).toEqual(names.map((name) => [name, true]));
      expect(results['apply']?.log).toContain('Apply complete!');
      expect(results['apply by hand']?.log).toBe('prod: nothing that waits for a person\n');
    },
    10 * MINUTES,
  );

  it(
    'Atlantis: plans and applies both roots in order, each from the plan that was reviewed, and keeps none that is blocked',
    async () => {
      repository.git('checkout', '--quiet', '--', '.');
      await elastiform('init', '--ci', 'atlantis');
      const read = (name: string) => parse(readFileSync(`${repository.folder}/${name}`, 'utf8'));
      const { projects } = read('atlantis.yaml') as { projects: readonly AtlantisProject[] };
      const { plan, apply } = read('atlantis-server.yaml').workflows.elastiform as Record<
        string,
        { readonly steps: readonly AtlantisStep[] }
      >;
      const text = spec().includes('nodeGroups:') ? spec() : spec() + NODES;
      await commitSpec(text.replace(/size: {min: 3, max: \d+}/, 'size: {min: 3, max: 11}'));
      const clone = join(home.path, 'atlantis');
      repository.git('clone', '--quiet', '--depth=1', `file://${repository.folder}`, clone);
      const run = async (steps: readonly AtlantisStep[] | undefined, index: number, mode = '') => {
        const project = projects[index]!;
        return runAtlantis(steps ?? [], project, clone, { ...runner.env, KUBERNETES: mode });
      };
      const blocked = await run(plan?.steps, 1, 'incomplete');
      expect(blocked.isSuccess, blocked.log).toBe(false);
      expect(existsSync(planFile(projects[1]!, clone))).toBe(false);
      writeFileSync(join(home.path, 'calls'), '');
      for (const stage of [plan, apply]) {
        for (const [index] of projects.entries()) {
          const { isSuccess, log } = await run(stage?.steps, index);
          expect(isSuccess, log).toBe(true);
          if (stage === plan) expect(log).toContain('approval: ');
        }
      }
      const order = ['init', 'plan', 'show'].map((verb) => `aws ${verb}`);
      const other = order.map((call) => call.replace('aws', 'kubernetes'));
      expect(calls()).toEqual([...order, ...other, 'aws apply', 'kubernetes apply']);
      const elsewhere = { name: 'prod-aws', dir: 'specs' };
      expect((await runAtlantis(plan?.steps ?? [], elsewhere, clone, runner.env)).isSuccess).toBe(false);
    },
    10 * MINUTES,
  );
});
