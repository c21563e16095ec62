import { afterEach, describe, expect, it } from 'vitest';
import { knowledge } from '../../components/registry.ts';
import { Project, validSpec } from '../testing/project.ts';

const api = (name: string) =>
  `  ${name}: {autoscaling: {minReplicas: 3, maxReplicas: 40, metrics: {cpu: {averageUtilization: 70%}}}}\n`;
const TRAFFIC = `traffic:
  asOf: "2026-11-25"   # from the dashboard
  current: 1000/min
  growth: {12mo: 10000/min}
`;
const SUMMARY = JSON.stringify({
  metrics: {
    http_reqs: { rate: 50 },
    http_req_duration: { 'p(95)': 210 },
    http_req_failed: { value: 0 },
  },
});

let project: Project;
afterEach(() => project?.remove());
const open = (more: string, files: Readonly<Record<string, string>> = {}) => {
  project = new Project({ 'specs/prod.yaml': validSpec('prod', more), ...files }, knowledge);
  return project;
};
const loadtest = (...words: string[]) => project.run('loadtest', 'prod', ...words);

describe('a script', () => {
  it('is printed, or written into a new file and never over another', async () => {
    open(`workloads:\n${api('api')}${TRAFFIC}`);
    const { code, stdout } = await loadtest('--url', 'https://x.example/');
    expect(code).toBe(0);
    expect(stdout).toContain("duration: '5m', target: 10000");
    expect(await loadtest('--out', 'test/load.js')).toMatchObject({
      code: 0,
      stderr: 'wrote test/load.js\n',
    });
    expect(await loadtest('--out', 'test/load.js')).toMatchObject({ code: 64 });
    expect(project.read('test/load.js')).toContain('const TARGET_URL = __ENV.TARGET_URL || "";');
  });

  it('that the autoscaling cannot follow is written all the same, with the line to change', async () => {
    open(`workloads:\n${api('api').replace('40', '20')}${TRAFFIC}`);
    const { code, stdout, stderr } = await loadtest('--format', 'json');
    expect(code).toBe(1);
    expect(stderr).toContain('specs/prod.yaml:7:52: the autoscaling cannot follow: ');
    expect(JSON.parse(stdout)).toMatchObject({
      formatVersion: 1,
      obstructions: [{ place: 'specs/prod.yaml:7:52' }],
    });
  });

  it('for another day has the rate of that day', async () => {
    open(`workloads:\n${api('api')}${TRAFFIC}`);
    expect((await loadtest('--on', '2026-11-25')).stdout).not.toContain('ramp_peak');
    expect(await loadtest('--on', 'tomorrow')).toMatchObject({ code: 64 });
  });

  it('needs traffic', async () => {
    open(`workloads:\n${api('api')}`);
    const { code, stderr } = await loadtest();
    expect([code, stderr]).toEqual([
      1,
      'specs/prod.yaml: there is no traffic to test with; write traffic.asOf and traffic.current\n',
    ]);
  });
});

describe('a run', () => {
  const files = { 'run.json': SUMMARY };

  it('is read back into the spec, with its comments, and can be taken back', async () => {
    open(`workloads:\n${api('api')}${TRAFFIC}`, files);
    const before = project.read('specs/prod.yaml');
    const { code, stderr } = await loadtest('--from', 'run.json', '--pods', '9');
    expect(code).toBe(0);
    expect(stderr).toContain('the run: 3,000/min ÷ 9 pods = 333/min (p95 210 ms, 0.00 % failed)');
    const after = project.read('specs/prod.yaml');
    expect(after).toContain('asOf: "2026-11-25"   # from the dashboard');
    expect(after).toContain('  workloads:\n    api: {ratePerPod: 333/min}\n');
    expect((await project.run('resolve', 'prod')).stdout).toContain('ratePerPod: 333/min');
    await project.run('scale', 'prod', '--undo');
    expect(project.read('specs/prod.yaml')).toBe(before);
  });

  it('of one of several workloads needs its name', async () => {
    open(`workloads:\n${api('api')}${api('web')}${TRAFFIC}  workloads: {web: {share: 50%}}\n`, files);
    const from = ['--from', 'run.json', '--pods', '5', '--dry-run'];
    expect((await loadtest(...from)).stderr).toContain('--workload api or --workload web');
    expect((await loadtest(...from, '--workload', 'wep')).stderr).toContain('did you mean "web"?');
    const { stdout, stderr } = await loadtest(...from, '--workload', 'web');
    expect(stderr).toContain('3,000/min × 50% ÷ 5 pods = 5rps');
    expect(stdout).toContain('ratePerPod: 5rps');
  });

  it.each([
    ['no pods', ['--from', 'run.json'], 64, 'say it: --pods 9'],
    ['pods that are no number', ['--from', 'run.json', '--pods', '1e3'], 64, 'is no number of pods'],
    ['no such file', ['--from', 'gone.json', '--pods', '3'], 64, 'gone.json does not exist'],
    ['no summary', ['--from', 'specs/prod.yaml', '--pods', '3'], 1, 'is no summary of a run of k6'],
  ])('%s', async (_, words, code, text) => {
    open(`workloads:\n${api('api')}${TRAFFIC}`, files);
    const result = await loadtest(...words);
    expect(result.code).toBe(code);
    expect(result.stderr).toContain(text);
  });
});
