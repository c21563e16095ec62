import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APPLY_SCRIPT } from './apply-script.ts';
import {
  AFFECTED_SCRIPT,
  COMMENT_SCRIPT,
  GATES_SCRIPT,
  LATEST_SCRIPT,
  REVIEWERS_SCRIPT,
} from './github-scripts.ts';
import { PLAN_SCRIPT } from './plan-script.ts';
import { GATE_SCRIPT, REVIEW_SCRIPT } from './review-script.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'elastiform-script-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const read = (path: string) => readFileSync(join(folder, path), 'utf8');
const program = (name: string, script: string) => {
  write(`bin/${name}`, `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, `bin/${name}`), 0o755);
};

/** As GitHub runs it with `shell: bash`. @returns what it ended with and printed */
function bash(
  script: string,
  env: Readonly<Record<string, string>> = {},
): readonly [status: number, text: string] {
  write('script.sh', `exec 2>&1\n${script}`);
  const path = `${folder}/bin:${process.env['PATH']}`;
  const own = { ENVIRONMENT: 'prod', REPOSITORY: 'example/shop', GITHUB_OUTPUT: join(folder, 'output') };
  try {
    const args = ['--noprofile', '--norc', '-eo', 'pipefail', 'script.sh'];
    const options = {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, ...own, ...env, PATH: path },
    } as const;
    return [0, execFileSync('bash', args, options)];
  } catch (error) {
    const { status, stdout } = error as { status: number; stdout: string };
    return [status, stdout];
  }
}

describe('affected', () => {
  const says = (matrix: string, words = '') =>
    program(
      'elastiform',
      `echo "$3" > base; ls -d "$3/specs" > specs; echo '${words}' >&2; echo '${matrix}'`,
    );

  it.each([
    ['pull_request', '', /^HEAD\^1$/],
    ['push', 'abc0', /^abc0$/],
    ['workflow_dispatch', 'v1', /^v1$/],
  ])('%s %s compares with what was there before', (EVENT, BEFORE, base) => {
    says('M');
    expect(bash(AFFECTED_SCRIPT, { EVENT, BEFORE })[0]).toBe(0);
    expect(read('base').trim()).toMatch(base);
    expect(read('output')).toBe('matrix=M\n');
  });

  it('the first push of a branch is compared with nothing', () => {
    says('M');
    const [status, text] = bash(AFFECTED_SCRIPT, { EVENT: 'push', BEFORE: '0'.repeat(40) });
    expect([status, text]).toEqual([0, expect.stringContaining('every environment counts as affected')]);
    expect(read('specs').trim()).toBe(`${read('base').trim()}/specs`);
  });

  it('an environment whose spec is gone is a warning of the run', () => {
    says('M', 'not in the matrix, because the spec is gone: dev');
    expect(bash(AFFECTED_SCRIPT, { EVENT: 'push', BEFORE: 'a' })[1]).toMatch(/^::warning::.*: dev$/m);
  });

  it('a comparison that fails ends it', () => {
    program('elastiform', 'echo no such commit >&2; exit 64');
    expect(bash(AFFECTED_SCRIPT, { EVENT: 'push', BEFORE: 'a' })).toEqual([64, 'no such commit\n']);
  });
});

describe('plan and apply', () => {
  /** @param statuses what "plan" of a root ends with; 2 is "there are changes" */
  const plans = (statuses: { readonly aws: number; readonly kubernetes: number }) => {
    write('generated/infra/env/prod/kubernetes/terraform.tf', '');
    program(
      'terraform',
      `case $1 in */kubernetes) root=kubernetes; status=${statuses.kubernetes} ;; *) root=aws; status=${statuses.aws} ;; esac
echo "$root $2" >> calls
case $2 in
  init) touch "\${1#-chdir=}/.terraform.lock.hcl" ;;
  plan) touch "plans/prod/$root.tfplan"; exit $status ;;
  show) echo {} ;;
esac`,
    );
  };
  const calls = () => read('calls').trim().split('\n');

  it('what a Kubernetes root is missing the AWS root may be about to make: then only that one is applied', () => {
    plans({ aws: 2, kubernetes: 1 });
    expect(bash(PLAN_SCRIPT)[0]).toBe(0);
    expect(existsSync(join(folder, 'plans/prod/kubernetes.tfplan'))).toBe(false);
    const [status, text] = bash(APPLY_SCRIPT);
    expect([status, text]).toEqual([1, expect.stringContaining('Run the pipeline again')]);
    expect(calls().slice(-2)).toEqual(['aws init', 'aws apply']);
  });

  it('without anything to make, a Kubernetes root that has no plan is an error', () => {
    plans({ aws: 0, kubernetes: 1 });
    expect(bash(PLAN_SCRIPT)[0]).toBe(1);
  });

  it('an AWS root that has no plan is an error', () => {
    plans({ aws: 1, kubernetes: 0 });
    expect(bash(PLAN_SCRIPT)[0]).toBe(1);
    expect(calls()).toEqual(['aws init', 'aws plan']);
  });
});

describe('review', () => {
  it('keeps what it ends with until the comment is there, and says what has no plan yet', () => {
    program(
      'elastiform',
      'case "$*" in *json) echo \'{"approval":"blocked"}\' ;; *) echo "$*" ;; esac; exit 1',
    );
    write('plans/prod/aws.json', '{}');
    write('plans/prod/kubernetes.deferred', 'no plan yet\n');
    expect(bash(REVIEW_SCRIPT)).toEqual([0, 'prod: blocked\n']);
    expect(read('review.md')).toBe(
      'review prod=plans/prod/aws.json --format markdown\n\n**prod**: no plan yet\n',
    );
    expect(bash(GATE_SCRIPT)).toEqual([1, '']);
    expect(bash(GATES_SCRIPT)[0]).toBe(1);
  });

  it('gives each environment its gate', () => {
    write('plans/dev/approval', 'auto\n');
    write('plans/prod/approval', 'human\n');
    expect(bash(GATES_SCRIPT)[0]).toBe(0);
    expect(read('output')).toBe(
      'matrix={"include":[{"environment":"dev","gate":"dev-auto"},{"environment":"prod","gate":"prod"}]}\n',
    );
  });

  it.each([
    ['auto', 'exit 1', 0],
    ['human', 'echo branch_policy required_reviewers', 0],
    ['human', 'echo branch_policy', 1],
    ['human', 'echo no such environment >&2; exit 1', 1],
  ])('%s with a GitHub that says "%s": %i', (approval, gh, status) => {
    program('gh', gh);
    write('plans/prod/approval', `${approval}\n`);
    expect(bash(REVIEWERS_SCRIPT)[0]).toBe(status);
  });

  it.each([
    ['', 'POST repos/example/shop/issues/7/comments'],
    ['12\n34', 'PATCH repos/example/shop/issues/comments/12'],
  ])('comments once: "%s"', (ids, call) => {
    program('gh', `echo "$*" >> calls; case "$*" in *--paginate*) printf '${ids}' ;; esac`);
    expect(bash(COMMENT_SCRIPT, { NUMBER: '7' })[0]).toBe(0);
    expect(read('calls').trim().split('\n').at(-1)).toBe(`api --method ${call} -F body=@review.md --silent`);
  });

  it('does not apply over what was merged in the meantime', () => {
    for (const here of ['', 'latest/']) write(`${here}generated/infra/env/prod/main.tf`, 'one\n');
    expect(bash(LATEST_SCRIPT, { GITHUB_REF_NAME: 'main' })).toEqual([0, '']);
    write('latest/generated/infra/env/prod/main.tf', 'two\n');
    const [status, text] = bash(LATEST_SCRIPT, { GITHUB_REF_NAME: 'main' });
    expect([status, text]).toEqual([1, expect.stringContaining('::error::main says something else of prod')]);
  });
});
