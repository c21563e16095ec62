import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../catalog/catalog.ts';
import { compileSpec } from '../compiler/compile.ts';
import { knowledge, type Model } from '../components/registry.ts';
import { loadTestOf } from './load-test-of.ts';
import { ratePerPod } from './rate-per-pod.ts';
import { readSummary } from './read-summary.ts';
import { k6Script, SUMMARY_FILE } from './script.ts';
import { breakpointStages, peakStages } from './stages.ts';
import { runScript, type Service } from './testing/k6-stand-in.ts';

const SPEC = `apiVersion: elastiform/v1
environment: prod
tier: staging
aws: {region: us-east-1}
foundation: {cluster: c, kubernetesVersion: "1.35", subnets: [a, b, c], nodeRole: n, securityGroups: {nodes: n}}
nodeGroups: {general: {instanceTypes: [m6i.large], size: {min: 2, max: 20}}}
workloads:
  api:
    resources: {requests: {cpu: 500m, memory: 512Mi}}
    autoscaling: {minReplicas: 3, maxReplicas: 40, metrics: {cpu: {averageUtilization: 70%}}, behavior: {scaleUp: {stabilizationWindow: 1m, percent: 100% per 30s}}}
slo: {p95: 500ms, errorRate: 1%}
traffic:
  asOf: "2026-11-25"
  current: 1000/min
  growth: {3mo: 3000/min, 12mo: 10000/min}
  loadTest: {url: "https://api.example.com/health"}
`;

function modelOf(text: string): Model {
  const files = { read: () => ({ text }) };
  const { value, diagnostics } = compileSpec('specs/prod.yaml', files, knowledge, { today: '2026-11-27' });
  if (!value) throw new Error(JSON.stringify(diagnostics));
  return value.model as unknown as Model;
}

function testOf(text = SPEC, variant: 'peak' | 'breakpoint' = 'peak') {
  const model = modelOf(text);
  return loadTestOf('prod', model, model.traffic!, builtInCatalog, { variant });
}

/** Answers in 100 ms up to its capacity, and ever slower beyond it. */
const serving =
  (capacityPerMinute: number): Service =>
  (rate) => ({
    milliseconds: rate <= capacityPerMinute ? 100 : 100 * (rate / capacityPerMinute) ** 8,
    failed: false,
  });

describe('the script for the peak', () => {
  const { test, obstructions } = testOf();
  const script = k6Script(test);

  it('reaches the projected peak and holds it within the slo', () => {
    const { files, exitCode, greatestRate, options } = runScript(script, serving(20_000));
    expect(obstructions).toEqual([]);
    expect(greatestRate).toBe(10_000);
    expect(exitCode).toBe(0);
    expect(options.thresholds['http_req_duration{stage:hold_peak}']).toEqual([{ threshold: 'p(95)<500' }]);
    expect(options.thresholds['http_req_failed{stage:hold_peak}']).toEqual([{ threshold: 'rate<0.01' }]);
    expect(files['stdout']).toContain('within slo  hold_peak: 10000 of 10000 requests a minute, p95 100 ms');
  });

  it('ends with 99 when the service is too slow at the peak, and says at which rate', () => {
    const { files, exitCode } = runScript(script, serving(6000));
    expect(exitCode).toBe(99);
    expect(files['stdout']).toContain('within slo  hold_now');
    expect(files['stdout']).toContain('beyond slo  hold_peak');
  });

  it('ramps no faster than pods and nodes come', () => {
    const ramp = test.stages.find(({ name }) => name === 'ramp_peak');
    expect(test.working.join('\n')).toContain(
      'api: 3 → 30 pods in 195 s (45 s until the metrics tell, 60 s stabilizationWindow, 90 s by the policies of scaleUp)',
    );
    // 195 s, and 90 s for nodes, in whole minutes.
    expect(ramp?.seconds).toBe(300);
  });

  it('does not run without an address, which the run can be given', () => {
    const nameless = k6Script(testOf(SPEC.replace(/ {2}loadTest.*\n/, '')).test);
    expect(() => runScript(nameless, serving(1))).toThrow('say what to ask for');
    const env = { TARGET_URL: 'http://localhost:8080/' };
    expect(runScript(nameless, serving(20_000), env).exitCode).toBe(0);
  });

  it('has an address that could be code as a text', () => {
    const url = 'https://x.example/"+process.exit(1)+"\u2028*/';
    const hostile = k6Script({ ...test, url, working: ['*/\nboom()\u2028boom()'] });
    expect(runScript(hostile, serving(20_000)).exitCode).toBe(0);
  });
});

describe('what the autoscaling cannot follow', () => {
  it.each([
    ['too few pods', ['maxReplicas: 40', 'maxReplicas: 20'], 'maxReplicas is 20, and the peak needs 30 pods'],
    [
      'too few nodes',
      ['max: 20}', 'max: 5}'],
      'size.max is 5, and the pods of the peak need 10 nodes of m6i.large',
    ],
    [
      'no scaling up',
      ['percent: 100% per 30s', 'selectPolicy: Disabled'],
      'scaleUp does not bring 3 to 30 pods within an hour',
    ],
    [
      'too slow a policy',
      ['percent: 100% per 30s', 'pods: 1 per 10m'],
      'scaleUp does not bring 3 to 30 pods within an hour',
    ],
  ])('%s', (_, [from = '', to = ''], text) => {
    const { obstructions, test } = testOf(SPEC.replace(from, to));
    expect(obstructions.map((each) => each.text).join('\n')).toContain(text);
    expect(k6Script(test)).toContain(`// It cannot follow: `);
  });
});

describe('the script that looks for the limit', () => {
  const script = k6Script(testOf(SPEC, 'breakpoint').test);

  it('stops at the first rate beyond the slo, and knows the last one within', () => {
    const { files, exitCode, greatestRate } = runScript(script, serving(9000));
    expect(exitCode).toBe(99);
    expect(greatestRate).toBeLessThan(13_000);
    const run = readSummary(files[SUMMARY_FILE] ?? '', { p95Milliseconds: 500, errorRate: 1 });
    // From 1,000 to 20,000 in ten steps: 8,600 is the fourth, and 10,500 still below 500 ms.
    expect(run).toMatchObject({ ok: true, stage: 'hold_05', environment: 'prod' });
    expect(run.ok && Math.round(run.rate)).toBe(10_500);
  });
});

it('a step ends the run only by what it has had half a minute for, and after the autoscaling had its ramp', () => {
  const { stages } = testOf(SPEC, 'breakpoint').test;
  const script = k6Script(testOf(SPEC, 'breakpoint').test);
  // Pods and nodes of the peak take 285 s.
  expect(stages.slice(0, 3).map(({ name, seconds }) => [name, seconds])).toEqual([
    ['ramp_01', 300],
    ['hold_01', 180],
    ['ramp_02', 300],
  ]);
  // k6 counts from the beginning of the test: 300 s, and 780 s, and 30 s each.
  expect([...script.matchAll(/delayAbortEval: '(\d+)s'/g)].slice(0, 4).map(([, text]) => text)).toEqual([
    '330',
    '330',
    '810',
    '810',
  ]);
});

it('a script reads the newer summary of k6, too', () => {
  const script = k6Script(
    testOf(SPEC.replace('current: 1000', 'current: 60').replace(/ {2}growth.*\n/, '')).test,
  );
  const { files } = runScript(script, serving(20_000), {}, 'list');
  const run = readSummary(files[SUMMARY_FILE] ?? '', { p95Milliseconds: 500, errorRate: 1 });
  expect(run).toMatchObject({ ok: true, stage: 'hold_now' });
});

describe('a run that is read back', () => {
  const slo = { p95Milliseconds: 500, errorRate: 1 };

  it('gives what a pod served, within a hundredth of what it can', () => {
    const { files } = runScript(k6Script(testOf().test), serving(20_000));
    const run = readSummary(files[SUMMARY_FILE] ?? '', slo);
    expect(run.ok && run.stage).toBe('hold_peak');
    expect(run.ok && ratePerPod(run.rate, 100, 30)).toBe('333/min');
  });

  it.each([
    [
      'of --summary-export',
      {
        metrics: {
          http_reqs: { count: 6000, rate: 20 },
          http_req_duration: { 'p(95)': 210 },
          http_req_failed: { value: 0.001, passes: 6, fails: 5994 },
        },
      },
      { ok: true, rate: 1200, stage: undefined },
    ],
    [
      'of handleSummary of another script',
      {
        metrics: {
          http_reqs: { values: { count: 6000, rate: 20 } },
          http_req_duration: { values: { 'p(95)': 210 } },
          http_req_failed: { values: { rate: 0 } },
        },
      },
      { ok: true, rate: 1200, environment: undefined },
    ],
    [
      'beyond the slo',
      {
        metrics: {
          http_reqs: { rate: 20 },
          http_req_duration: { 'p(95)': 900 },
          http_req_failed: { value: 0.2 },
        },
      },
      {
        ok: false,
        problem:
          'has no rate that was served within slo (p95 500 ms, 1 % failed): the run has p95 900 ms and 20.00 % failed',
      },
    ],
    [
      'of --new-machine-readable-summary, which has a list and no rate of requests',
      {
        version: '1.0.0',
        config: { duration: 300.5, execution: 'local', script: 'test.js' },
        results: {
          metrics: [
            { name: 'http_reqs', type: 'counter', contains: 'default', values: { count: 6010 } },
            { name: 'http_req_duration', type: 'trend', contains: 'time', values: { 'p(95)': 210 } },
            { name: 'http_req_failed', type: 'rate', values: { rate: 0, matches: 0, total: 6010 } },
            null,
          ],
        },
      },
      { ok: true, rate: 1200, stage: undefined },
    ],
    [
      'without p(95), which is not taken for 0 ms',
      {
        metrics: {
          http_reqs: { values: { count: 6000, rate: 20 } },
          http_req_duration: { values: { avg: 900 } },
          http_req_failed: { values: { rate: 0 } },
        },
      },
      {
        ok: false,
        problem: expect.stringContaining('the run has no p(95) of http_req_duration in its summary'),
      },
    ],
    [
      'of more requests than there are numbers for',
      {
        metrics: {
          http_reqs: { values: { count: 6000, rate: 1e308 } },
          http_req_duration: { values: { 'p(95)': 210 } },
          http_req_failed: { values: { rate: 0 } },
        },
      },
      { ok: false, problem: expect.stringContaining('no possible rate of http_reqs') },
    ],
    [
      'without requests',
      { metrics: {} },
      { ok: false, problem: 'is no summary of a run of k6 with requests' },
    ],
    ['that is a list', [], { ok: false }],
    [
      'with hostile stages',
      {
        metrics: { http_reqs: {} },
        elastiform: { stages: [null, 1, { name: 3 }, { name: 'x', seconds: -1, hold: true }] },
      },
      { ok: false },
    ],
  ])('%s', (_, summary, expected) => {
    expect(readSummary(JSON.stringify(summary), slo)).toMatchObject(expected);
  });

  it.each(['', 'running (1m0.0s)', '{"metrics":', 'null'])('that is none: %j', (text) => {
    expect(readSummary(text, slo)).toMatchObject({ ok: false });
  });
});

it.each([
  [10_000, 100, 30, '333/min'],
  [60, 100, 1, '1rps'],
  [100, 50, 3, '16.666/min'],
  [0.0001, 1, 10, '0.001/min'],
])('%d a minute, %d %% of them on %d pods, are %s', (rate, share, pods, written) => {
  expect(ratePerPod(rate, share, pods)).toBe(written);
});

it('stages never fall short of the peak, whatever grows or shrinks', () => {
  for (const [now, peak] of [
    [1, 1],
    [1000, 10],
    [1, 5],
    [7, 100_000],
  ] as const) {
    const rates = { now, peak };
    expect(Math.max(...peakStages(rates, 0).map(({ target }) => target))).toBe(Math.max(now, peak));
    const targets = breakpointStages(rates, 0).map(({ target }) => target);
    expect(targets.at(-1)).toBeGreaterThanOrEqual(2 * peak);
    expect(targets).toEqual([...targets].sort((a, b) => a - b));
  }
});
