import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Repository } from '../../src/host/testing/repository.ts';
import { githubFiles } from '../../src/pipelines/github.ts';
import { cleanEnvironment } from '../e2e/harness/clean-environment.ts';
import { runCommand } from '../e2e/harness/run-command.ts';
import { makeTemporaryFolder, type TemporaryFolder } from '../e2e/harness/temporary-folder.ts';
import { specsOf } from '../review/specs-of.ts';
import { writePrograms } from './programs.ts';
import type { Runner } from './run-steps.ts';
import { runWorkflow } from './run-workflow.ts';
import type { Workflow } from './workflow.ts';

const PLAN = fileURLToPath(new URL('../review/fixtures/minor-versions.golden.json', import.meta.url));

let home: TemporaryFolder;
let repository: Repository;
let runner: Runner;
let runs = 0;

beforeAll(async () => {
  home = await makeTemporaryFolder('workflow');
  await writePrograms(join(home.path, 'bin'));
  repository = new Repository();
  const clean = cleanEnvironment();
  runner = {
    home: home.path,
    repository: repository.folder,
    nextRun: () => (runs += 1),
    env: {
      ...clean,
      PATH: `${home.path}/bin:${clean['PATH']}`,
      CALLS: join(home.path, 'calls'),
      AWS_PLAN: PLAN,
    },
  };
});

afterAll(async () => {
  repository?.remove();
  await home?.remove();
});

// The complete run has many more of these, with Terraform: test/e2e/suite/github-workflow.test.ts.
it('the GitHub workflow: what is merged is checked, planned, reviewed, and applied once a person agrees', async () => {
  const [file] = githubFiles();
  const before = repository.commit(Object.fromEntries(specsOf({ edits: [] })));
  const after = specsOf({
    edits: [
      [
        'engineVersion: "16.8"\n    class: db.r6g.2xlarge',
        'engineVersion: "16.9"\n    class: db.r6g.2xlarge',
      ],
    ],
  });
  for (const [path, text] of after) repository.write(path, text);
  const program = join(home.path, 'bin/elastiform');
  const synth = await runCommand({ program, args: ['synth'], cwd: repository.folder, env: runner.env });
  expect(synth.status, synth.stderr).toBe(0);
  const sha = repository.commit({});

  const happening = { event_name: 'push', ref: 'refs/heads/main', event: { before }, sha } as const;
  const results = await runWorkflow(parse(file?.text ?? '') as Workflow, happening, runner);

  const log = Object.values(results).map((result) => result.log);
  expect(
    Object.entries(results).map(([job, { conclusion }]) => [job, conclusion]),
    log.join('\n'),
  ).toEqual(['check', 'plan', 'review', 'apply'].map((job) => [job, 'success']));
  expect(results['check']?.outputs['matrix']).toBe('{"include":[{"environment":"prod"}]}');
  expect(results['review']?.log).toContain('prod: human');
  expect(results['review']?.log).toContain('16.9');
  expect(results['review']?.outputs['matrix']).toBe('{"include":[{"environment":"prod","gate":"prod"}]}');
  expect(results['apply']?.environments).toEqual(['prod']);
  const root = (name: string, ...verbs: readonly string[]) => verbs.map((verb) => `${name} ${verb}`);
  expect(readFileSync(join(home.path, 'calls'), 'utf8').trim().split('\n')).toEqual([
    ...root('aws', 'init', 'plan', 'show'),
    ...root('kubernetes', 'init', 'plan', 'show'),
    expect.stringContaining('gh api repos/example/shop/environments/prod '),
    ...root('aws', 'init', 'apply'),
    ...root('kubernetes', 'init', 'apply'),
  ]);
});
