import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Project } from '../../src/cli/testing/project.ts';
import { knowledge } from '../../src/components/registry.ts';
import { fixtureText } from './read-fixture.ts';

const spec = (name: string): string => readFileSync(new URL(`specs/${name}.yaml`, import.meta.url), 'utf8');

const approving = (expires: string): string => `
policy:
  review:
    approvals:
      - address: aws_db_instance.reports
        action: delete
        reason: moved to databases.postgres
        owner: team-data
        expires: "${expires}"
`;

describe('elastiform review', () => {
  let project: Project;

  beforeAll(() => {
    const files = {
      'specs/base.yaml': spec('base'),
      'specs/prod.yaml': spec('prod'),
      'nothing.json': fixtureText('nothing'),
      'classes.json': fixtureText('classes'),
      'removed.json': fixtureText('removed-without-words'),
      'state.json': '{"format_version":"1.0","terraform_version":"1.11.4","values":{}}',
      'other.json': JSON.stringify({
        format_version: '1.2',
        resource_changes: [
          {
            address: 'aws_sqs_queue.x',
            type: 'aws_sqs_queue',
            mode: 'managed',
            change: { actions: ['update'] },
          },
        ],
      }),
    };
    project = new Project(files, knowledge);
  });

  afterAll(() => project.remove());

  it.each([
    ['nothing to do', ['nothing.json'], 0],
    ['what a person decides', ['classes.json'], 0],
    ['what a person decides, if that is asked for', ['classes.json', '--fail-on', 'human'], 1],
    ['data that would be lost', ['removed.json'], 1],
    ['several plans of which one loses data', ['nothing.json', 'prod=removed.json'], 1],
    ['a file that is not there', ['missing.json'], 74],
    ['a state', ['state.json'], 64],
    ['an environment without a spec', ['qa=nothing.json'], 64],
    ['two plans on standard input', ['-', 'prod=-'], 64],
    ['no plan', [], 64],
    ['another format', ['nothing.json', '--format', 'html'], 64],
  ])('ends for %s with %j', async (_what, words, code) => {
    expect((await project.run('review', ...words)).code).toBe(code);
  });

  it('says what it is that is no plan, and how to make one', async () => {
    const { stderr } = await project.run('review', 'state.json');
    expect(stderr).toContain('state.json is a state and not a plan');
    expect(stderr).toContain('terraform show -json');
  });

  it('reviews a plan of nobody by what it does, and says that it knows no spec', async () => {
    const { code, stdout } = await project.run('review', 'other.json');
    expect([code, stdout.split('\n')[0]]).toEqual([0, 'approval: human (other.json)']);
    expect(stdout).toContain('other.json names no environment, of which there is no spec');
  });

  it('knows the window of today', async () => {
    // The project's day is Wednesday, 2026-11-25.
    const { stdout } = await project.run('review', 'classes.json');
    expect(stdout).toContain('failover, in the next window, Sun 2026-11-29 04:30-05:30 UTC');
  });

  it('reviews all the same when an approval has ended, and fails', async () => {
    project.write('specs/prod.yaml', spec('prod') + approving('2026-11-24'));
    const { code, stdout, stderr } = await project.run('review', 'removed.json');
    expect(code).toBe(1);
    expect(stderr).toContain('policy/expired-approval');
    expect(stdout).toContain('the approval of team-data ended on 2026-11-24');
  });

  it('lets a person decide about what is approved', async () => {
    project.write('specs/prod.yaml', spec('prod') + approving('2026-11-25'));
    const { code, stdout } = await project.run('review', 'removed.json', '--format', 'json');
    expect([code, JSON.parse(stdout).approval]).toEqual([0, 'human']);
  });

  it('makes nothing of a spec with other errors', async () => {
    project.write('specs/prod.yaml', spec('prod').replace('tier: prod', 'tier: production'));
    const { code, stdout } = await project.run('review', 'classes.json');
    expect([code, stdout]).toEqual([1, '']);
  });
});
