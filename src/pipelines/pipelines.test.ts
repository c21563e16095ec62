import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ACTIONS } from './actions.ts';
import { CI_NAMES, type PipelineFile, pipelineFiles } from './pipeline.ts';

const ENVIRONMENTS = ['dev', 'prod'];
const fileOf = (files: readonly PipelineFile[], path: string) =>
  files.find((file) => file.path === path)!.text;

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly needs?: string | readonly string[];
  readonly permissions: Readonly<Record<string, string>>;
  readonly environment?: string;
  readonly if?: string;
  readonly steps: readonly Step[];
  readonly 'timeout-minutes': number;
}

const githubText = fileOf(pipelineFiles('github', ENVIRONMENTS), '.github/workflows/elastiform.yml');
const github = parse(githubText) as {
  on: Record<string, unknown>;
  permissions: object;
  jobs: Record<string, Job>;
};
const jobs = Object.entries(github.jobs);
const steps = jobs.flatMap(([, { steps }]) => steps);

describe('the GitHub workflow', () => {
  it('has no permission by itself, and no job more than it needs', () => {
    expect(github.permissions).toEqual({});
    expect(jobs.map(([name, { permissions }]) => [name, permissions])).toEqual([
      ['check', { contents: 'read' }],
      ['plan', { contents: 'read', 'id-token': 'write' }],
      ['review', { contents: 'read', actions: 'read', 'pull-requests': 'write' }],
      ['apply', { contents: 'read', 'id-token': 'write' }],
    ]);
  });

  it('runs no package of npm where there is a role in AWS', () => {
    for (const [name, { permissions, steps }] of jobs) {
      if (permissions['id-token'] === undefined) continue;
      const text = steps.map(({ run = '', uses = '' }) => run + uses).join('\n');
      expect(text, name).not.toMatch(/npm|node|elastiform /);
    }
  });

  it('uses actions by commit, all of them known', () => {
    const used = new Set(steps.flatMap(({ uses }) => uses ?? []));
    expect([...used].sort()).toEqual(
      Object.values(ACTIONS)
        .map((action) => action.split(' # ')[0])
        .sort(),
    );
    for (const action of Object.values(ACTIONS))
      expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it('puts no expression inside of a script, and keeps no credentials of git', () => {
    for (const { run = '', uses = '', with: inputs } of steps) {
      expect(run).not.toContain('${{');
      if (uses.startsWith('actions/checkout')) expect(inputs).toMatchObject({ 'persist-credentials': false });
      if (uses.startsWith('hashicorp/')) expect(inputs).toMatchObject({ terraform_wrapper: false });
    }
  });

  it('listens to pull_request and never to pull_request_target, and holds no key', () => {
    expect(Object.keys(github.on)).toEqual(['pull_request', 'push', 'workflow_dispatch']);
    expect(githubText).not.toMatch(/secrets\.|aws-access-key/);
  });

  it('fails the review, which branches require, when a plan has failed: what is skipped has passed', () => {
    const { if: condition, steps } = github.jobs['review']!;
    expect(condition).toBe("${{ !cancelled() && needs.plan.result != 'skipped' }}");
    expect(steps[0]).toMatchObject({ if: "needs.plan.result != 'success'", run: 'exit 1' });
  });

  it('has an end for every job, and the order check, plan, review, apply', () => {
    expect(jobs.every(([, job]) => job['timeout-minutes'] > 0)).toBe(true);
    expect(jobs.map(([, { needs }]) => needs)).toEqual([undefined, 'check', ['check', 'plan'], 'review']);
  });
});

interface GitlabJob {
  readonly script: readonly string[];
  readonly needs?: readonly string[];
  readonly stage?: string;
  readonly extends?: string;
  readonly rules?: readonly object[];
  readonly parallel: { readonly matrix: readonly object[] };
  readonly resource_group?: string;
}

const gitlab = parse(fileOf(pipelineFiles('gitlab', ENVIRONMENTS), '.gitlab-ci.yml')) as Record<
  string,
  GitlabJob
> & { readonly stages: readonly string[]; readonly variables: Readonly<Record<string, string>> };

describe('the GitLab pipeline', () => {
  it('has jobs for each environment, and scripts that are lists of text', () => {
    expect(gitlab['.terraform']!.parallel.matrix).toEqual([{ ENVIRONMENT: ENVIRONMENTS }]);
    expect(gitlab.variables['ENVIRONMENTS']).toBe('dev prod');
    for (const name of ['check', 'plan', 'review', 'apply', 'apply by hand'])
      for (const line of gitlab[name]!.script) expect(line).toBeTypeOf('string');
  });

  it('applies by itself only what is automatic, and on the default branch only', () => {
    expect(gitlab['apply']!.script[0]).toContain('grep -qx auto');
    expect(gitlab['apply by hand']!.script[0]).toContain('grep -qx human');
    expect(gitlab['apply by hand']!.script[1]).toBe(gitlab['apply']!.script[1]);
    const isOnDefault = { if: '$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH' };
    expect(gitlab['apply']!.rules).toEqual([isOnDefault]);
    expect(gitlab['apply by hand']!.rules).toEqual([{ ...isOnDefault, when: 'manual', allow_failure: true }]);
    expect(gitlab['.apply']!.resource_group).toBe('$ENVIRONMENT');
  });

  it('needs only jobs that exist, of stages that exist', () => {
    for (const [name, job] of Object.entries<Partial<GitlabJob>>(gitlab)) {
      for (const needed of job.needs ?? []) expect(gitlab, name).toHaveProperty([needed]);
      if (job.stage !== undefined) expect(gitlab.stages).toContain(job.stage);
      if (job.extends !== undefined) expect(gitlab).toHaveProperty([job.extends]);
    }
  });
});

interface AtlantisProject {
  readonly name: string;
  readonly dir: string;
  readonly execution_order_group: number;
  readonly depends_on?: readonly string[];
}

const atlantis = pipelineFiles('atlantis', ENVIRONMENTS);

describe('the setup of Atlantis', () => {
  it('has a project for each root, the Kubernetes root after the AWS root', () => {
    const { projects } = parse(fileOf(atlantis, 'atlantis.yaml')) as { projects: AtlantisProject[] };
    expect(projects.map((one) => [one.name, one.dir, one.execution_order_group, one.depends_on])).toEqual([
      ['dev-aws', 'generated/infra/env/dev', 1, undefined],
      ['dev-kubernetes', 'generated/infra/env/dev/kubernetes', 2, ['dev-aws']],
      ['prod-aws', 'generated/infra/env/prod', 1, undefined],
      ['prod-kubernetes', 'generated/infra/env/prod/kubernetes', 2, ['prod-aws']],
    ]);
  });

  it('lets no repository bring or pick its own workflow', () => {
    const { repos, workflows } = parse(fileOf(atlantis, 'atlantis-server.yaml'));
    expect(repos[0]).toMatchObject({
      workflow: 'elastiform',
      allow_custom_workflows: false,
      allowed_overrides: [],
    });
    expect(fileOf(atlantis, 'atlantis.yaml')).not.toContain('workflow');
    expect(repos[0].apply_requirements).toEqual(['approved', 'mergeable', 'undiverged']);
    expect(Object.keys(workflows)).toEqual(['elastiform']);
  });
});

describe('every script', () => {
  const scripts = CI_NAMES.flatMap((ci) =>
    pipelineFiles(ci, ENVIRONMENTS).flatMap(({ path, text }) =>
      scriptsIn(parse(text)).map((script, index) => ({ name: `${path} ${index}`, script, ci })),
    ),
  );

  it.each(scripts)('$name is one that the shell can read', ({ script, ci }) => {
    const shell = ci === 'github' ? 'bash' : 'sh';
    expect(execFileSync(shell, ['-n'], { input: script, encoding: 'utf8', stdio: 'pipe' })).toBe('');
  });
});

/** What stands below `run`, `command`, `script`, `before_script` and `after_script`. */
function scriptsIn(tree: unknown): string[] {
  if (tree === null || typeof tree !== 'object') return [];
  return Object.entries(tree).flatMap(([key, value]) => {
    if (!/^(?:run|command|(?:before_|after_)?script)$/.test(key)) return scriptsIn(value);
    if (typeof value === 'string') return [value];
    return Array.isArray(value) ? [value.join('\n')] : scriptsIn(value);
  });
}
