import { afterEach, describe, expect, it } from 'vitest';
import { knowledge } from '../../components/registry.ts';
import { Project, validSpec } from '../testing/project.ts';

const SCHEDULES = `
workloads:
  api: {autoscaling: {minReplicas: 3, maxReplicas: 20, metrics: {cpu: {averageUtilization: 70%}}}}
nodeGroups:
  batch: {instanceTypes: [m6i.large], size: {min: 1, max: 5}}
schedules:
  day: {timezone: Europe/Berlin, window: "06:00-22:00", floors: {workloads.api: 5, nodeGroups.batch: 2}}
`;

const EVENTS = `
traffic:
  asOf: "2026-11-25"
  current: 1000/min
  timezone: Europe/Berlin
  events: {launch: {from: "2027-03-01 21:00", to: 2027-03-02, factor: 3}}
`;

let project: Project;
const preview = (schedules: string, ...words: string[]) => {
  project = new Project({ 'specs/dev.yaml': validSpec('dev', schedules) }, knowledge);
  return project.run('schedule', 'preview', 'dev', ...words);
};
afterEach(() => project.remove());

describe('schedule preview', () => {
  it('prints each change on the clock and in UTC, the changes of the clock, and a summary', async () => {
    const { code, stdout } = await preview(SCHEDULES, '--days', '2', '--from', '2027-03-27');
    expect(code).toBe(0);
    expect(stdout.replace(/data \w+/, 'data X')).toBe(
      `dev: Sat 2027-03-27 to Sun 2027-03-28, 2 days (time zone data X)

Europe/Berlin
  local time                   UTC                target            least   why
  Sat 2027-03-27 00:00 +01:00  2027-03-26 23:00Z  nodeGroups.batch  1       outside of all windows
  Sat 2027-03-27 00:00 +01:00  2027-03-26 23:00Z  workloads.api     3       outside of all windows
  Sat 2027-03-27 05:50 +01:00  2027-03-27 04:50Z  nodeGroups.batch  1 -> 2  10m before day
  Sat 2027-03-27 06:00 +01:00  2027-03-27 05:00Z  workloads.api     3 -> 5  day begins
  Sat 2027-03-27 22:00 +01:00  2027-03-27 21:00Z  nodeGroups.batch  2 -> 1  day ends
  Sat 2027-03-27 22:00 +01:00  2027-03-27 21:00Z  workloads.api     5 -> 3  day ends
  Sun 2027-03-28 03:00 +02:00  2027-03-28 01:00Z  -- clocks go forward 1h: 02:00 becomes 03:00
  Sun 2027-03-28 05:50 +02:00  2027-03-28 03:50Z  nodeGroups.batch  1 -> 2  10m before day
  Sun 2027-03-28 06:00 +02:00  2027-03-28 04:00Z  workloads.api     3 -> 5  day begins
  Sun 2027-03-28 22:00 +02:00  2027-03-28 20:00Z  nodeGroups.batch  2 -> 1  day ends
  Sun 2027-03-28 22:00 +02:00  2027-03-28 20:00Z  workloads.api     5 -> 3  day ends

summary
  target                     least  most  mean  max  changes
  nodeGroups.batch.min       1      2     1.7   5    4
  workloads.api.minReplicas  3      5     4.4   20   4
`,
    );
  });

  it('prints the same as JSON', async () => {
    const { stdout } = await preview(SCHEDULES, '--days', '1', '--from', '2026-10-25', '--format', 'json');
    const { formatVersion, from, targets } = JSON.parse(stdout);
    expect([formatVersion, from, targets.length]).toEqual(['1.1', '2026-10-25', 2]);
    expect(targets[1]).toMatchObject({
      target: 'workloads.api',
      timezone: 'Europe/Berlin',
      outside: 3,
      initial: { value: 3, schedule: null, event: null },
      // 16 of 25 hours.
      mean: 4.28,
      changes: [
        { at: '2026-10-25T05:00:00Z', local: '2026-10-25T06:00:00+01:00', from: 3, to: 5, cause: 'begin' },
        { at: '2026-10-25T21:00:00Z', local: '2026-10-25T22:00:00+01:00', from: 5, to: 3, cause: 'end' },
      ],
      clockChanges: [
        {
          at: '2026-10-25T01:00:00Z',
          before: '2026-10-25T03:00:00+02:00',
          after: '2026-10-25T02:00:00+01:00',
        },
      ],
    });
  });

  it('shows events in their days, over the schedules of the week', async () => {
    const { code, stdout } = await preview(SCHEDULES + EVENTS, '--days', '3', '--from', '2027-03-01');
    expect(code).toBe(0);
    expect(stdout.slice(stdout.indexOf('Europe/Berlin'))).toBe(
      `Europe/Berlin
  local time                   UTC                target            least   why
  Mon 2027-03-01 00:00 +01:00  2027-02-28 23:00Z  nodeGroups.batch  1       outside of all windows
  Mon 2027-03-01 00:00 +01:00  2027-02-28 23:00Z  workloads.api     3       outside of all windows
  Mon 2027-03-01 05:50 +01:00  2027-03-01 04:50Z  nodeGroups.batch  1 -> 2  10m before day
  Mon 2027-03-01 06:00 +01:00  2027-03-01 05:00Z  workloads.api     3 -> 5  day begins
  Mon 2027-03-01 20:45 +01:00  2027-03-01 19:45Z  workloads.api     5 -> 9  15m before launch
  Mon 2027-03-01 22:00 +01:00  2027-03-01 21:00Z  nodeGroups.batch  2 -> 1  day ends
  Tue 2027-03-02 05:50 +01:00  2027-03-02 04:50Z  nodeGroups.batch  1 -> 2  10m before day
  Tue 2027-03-02 22:00 +01:00  2027-03-02 21:00Z  nodeGroups.batch  2 -> 1  day ends
  Wed 2027-03-03 00:00 +01:00  2027-03-02 23:00Z  workloads.api     9 -> 3  launch ends
  Wed 2027-03-03 05:50 +01:00  2027-03-03 04:50Z  nodeGroups.batch  1 -> 2  10m before day
  Wed 2027-03-03 06:00 +01:00  2027-03-03 05:00Z  workloads.api     3 -> 5  day begins
  Wed 2027-03-03 22:00 +01:00  2027-03-03 21:00Z  nodeGroups.batch  2 -> 1  day ends
  Wed 2027-03-03 22:00 +01:00  2027-03-03 21:00Z  workloads.api     5 -> 3  day ends

summary
  target                     least  most  mean  max  changes
  nodeGroups.batch.min       1      2     1.7   5    6
  workloads.api.minReplicas  3      9     6.1   20   5
`,
    );
  });

  it('prints events as JSON, also those that are on at the start', async () => {
    const words = ['--days', '1', '--from', '2027-03-02', '--format', 'json'];
    const { stdout } = await preview(SCHEDULES + EVENTS, ...words);
    const [, api] = JSON.parse(stdout).targets;
    expect(api).toMatchObject({
      initial: { value: 9, schedule: null, event: 'launch' },
      changes: [],
      mean: 9,
    });
    const later = await preview(
      SCHEDULES + EVENTS,
      '--days',
      '1',
      '--from',
      '2027-03-03',
      '--format',
      'json',
    );
    expect(JSON.parse(later.stdout).targets[1].initial).toEqual({ value: 3, schedule: null, event: null });
  });

  it('shows targets that no schedule names', async () => {
    const events = (SCHEDULES + EVENTS).replace(/schedules:\n.*\n/, '');
    const { stdout } = await preview(events, '--days', '3', '--from', '2027-03-01');
    expect(stdout).toMatch(/workloads\.api +3 -> 9 +15m before launch\n.* 9 -> 3 +launch ends\n/);
  });

  it('begins today and shows two weeks', async () => {
    const { stdout } = await preview(SCHEDULES);
    expect(stdout).toMatch(/^dev: Wed 2026-11-25 to Tue 2026-12-08, 14 days/);
    expect(stdout).toMatch(/workloads\.api\.minReplicas +3 +5 +4\.3 +20 +28\n$/);
  });

  it('says so when there is nothing', async () => {
    expect((await preview('')).stdout).toMatch(/\n\nno schedules and no events\n$/);
  });

  it('shows findings in place of a calendar', async () => {
    const { code, stdout, stderr } = await preview(
      SCHEDULES.replace('workloads.api: 5', 'workloads.api: 21'),
    );
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('schedule/floor-above-max');
  });

  it.each<[words: string[], text: RegExp]>([
    [['--days', '0'], /--days is "0"\n {2}help: write a number from 1 to 366/],
    [['--days', '367'], /--days is "367"/],
    [['--days', 'all'], /--days is "all"/],
    [['--from', '2026-02-30'], /--from is "2026-02-30"/],
    [['--from', 'monday'], /--from is "monday"/],
    [['--format', 'yaml'], /write one of text, json/],
  ])('refuses %j', async (words, text) => {
    expect(await preview(SCHEDULES, ...words)).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringMatching(text),
    });
  });

  it('has one word so far', async () => {
    project = new Project({ 'specs/dev.yaml': validSpec('dev') }, knowledge);
    const { code, stderr } = await project.run('schedule', 'show', 'dev');
    expect(code).toBe(64);
    expect(stderr).toContain('schedule does not know "show"\n  help: elastiform schedule preview dev');
  });
});
