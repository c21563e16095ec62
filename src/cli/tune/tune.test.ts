import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { knowledge } from '../../components/registry.ts';
import { Project } from '../testing/project.ts';
import { isPodOf } from './match.ts';
import { percentile, readableCpu, readableMemory } from './policy.ts';

const spec = (workloads: string) => `apiVersion: elastiform/v1
environment: prod
tier: dev
aws: {region: us-east-1, accountId: "123456789012"}
foundation: {cluster: dapp, kubernetesVersion: "1.33", subnets: [a, b], nodeRole: node}

workloads:
${workloads}`;

const API = `  api:
    image: registry.example.com/api:1.4.2   # pinned
    probes: {readiness: {path: /health}, liveness: {path: /health}}
    port: 8080
    resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {cpu: "1", memory: 1Gi}}
    autoscaling:
      minReplicas: 2
      maxReplicas: 10
      metrics: {cpu: {averageUtilization: 70%}}
`;
const FIXED = API.replace(/ {4}autoscaling:[\s\S]*$/, '    replicas: 3\n');

let project: Project;
afterEach(() => project?.remove());
const open = (workloads: string, files: Readonly<Record<string, string>> = {}) => {
  project = new Project({ 'specs/prod.yaml': spec(workloads), ...files }, knowledge);
  return project;
};
const tune = (...words: string[]) => project.run('tune', 'prod', ...words);
const text = () => project.read('specs/prod.yaml');

const POD = 'api-7c9f6d5b8d-x2x4z';
const top = (cpu: string, memory: string, container = 'api', pod = POD) =>
  `default  ${pod}  ${container}  ${cpu}  ${memory}\n`;

/** A day and more of samples, every five minutes. */
const day = (values: readonly number[], labels = { namespace: 'default', pod: POD, container: 'api' }) =>
  JSON.stringify({
    status: 'success',
    data: {
      resultType: 'matrix',
      result: [
        {
          metric: labels,
          values: Array.from({ length: 300 }, (_, index) => [
            index * 300,
            String(values[index % values.length]),
          ]),
        },
      ],
    },
  });
const MI = 2 ** 20;
const measured = (cores: readonly number[], mebibytes: readonly number[]) => ({
  'cpu.json': day(cores),
  'memory.json': day(mebibytes.map((value) => value * MI)),
});
const FILES = ['--cpu', 'cpu.json', '--memory', 'memory.json'];

describe('tune', () => {
  it('proposes, with now, measured, change and saving, and writes nothing', async () => {
    open(FIXED, measured([0.1], [200]));
    const before = text();
    const { code, stdout, stderr } = await tune(...FILES);
    expect(code).toBe(0);
    expect(stdout).toContain(`api (container api, 3 pods in the spec, 1 pod measured)
  value                      now    measured            proposed  change  over all pods
  resources.requests.cpu     500m   p95 100m, max 100m  120m      -76%    -1.14 cores
  resources.requests.memory  512Mi  max 200Mi           240Mi     -53%    -0.8 GiB
  resources.requests.cpu: p95 of the hottest pod 100m × 1.15 = 115m; rounded up 120m
  resources.requests.memory: the largest use 200Mi × 1.2 = 240Mi; rounded up 240Mi

requests of all pods: -1.14 cores, -0.8 GiB
`);
    expect(stdout).toContain(
      '+    resources: {requests: {cpu: 120m, memory: 240Mi}, limits: {cpu: "1", memory: 1Gi}}',
    );
    expect(stderr).toContain('nothing was written; --write writes it into the spec');
    expect(text()).toBe(before);
  });

  it('keeps the pods for the load when the autoscaler measures by the request', async () => {
    open(API, measured([0.1], [460]));
    const { stdout } = await tune(...FILES, '--write');
    expect(stdout).toContain(
      'the autoscaler lets each pod use 70% of 500m = 350m, and 350m / 90% = 389m covers that; rounded up 390m',
    );
    expect(stdout).toContain('500m × 70% = 350m = 390m × 90%: the same pods for the same load');
    expect(text()).toBe(spec(API.replace('cpu: 500m', 'cpu: 390m').replace('70%', '90%')));
    // The second time there is nothing to do: no spiral.
    expect(await tune(...FILES)).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('there is nothing to change'),
    });
    expect(await project.run('scale', 'prod', '--undo')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('took back: elastiform tune prod --write'),
    });
    expect(text()).toBe(spec(API));
  });

  it('keeps limits that are equal to requests equal, and raises those that come too near', async () => {
    open(
      FIXED.replace('limits: {cpu: "1", memory: 1Gi}', 'limits: {cpu: 500m, memory: 640Mi}'),
      measured([0.7], [600]),
    );
    await tune(...FILES, '--write');
    expect(text()).toContain(
      'resources: {requests: {cpu: 810m, memory: 720Mi}, limits: {cpu: 810m, memory: 912Mi}}',
    );
  });

  it('takes what KRR recommends, with its own headroom', async () => {
    const request = (cpu: unknown, memory: unknown) => ({
      requests: { cpu: { value: cpu }, memory: { value: memory } },
    });
    const object = { namespace: 'default', kind: 'Deployment', name: 'api', container: 'api' };
    open(FIXED, {
      'krr.json': JSON.stringify({
        scans: [
          { object, recommended: request(0.213, 314572800) },
          { object: { ...object, container: 'istio-proxy' }, recommended: request(0.01, 1e8) },
        ],
      }),
      'part.json': JSON.stringify({ scans: [{ object, recommended: request('?', 314572800) }] }),
    });
    expect((await tune('--from', 'krr.json')).stdout).toContain(
      '+    resources: {requests: {cpu: 220m, memory: 304Mi}, limits: {cpu: "1", memory: 1Gi}}',
    );
    expect((await tune('--from', 'part.json')).stdout).toContain('note: its cpu was not measured');
  });

  it('says that one moment is no day, and raises but does not lower by it', async () => {
    open(FIXED, { top: top('700m', '100Mi') });
    const { stderr } = await tune('--from', 'top', '--write');
    expect(stderr).toMatch(
      /api: 1 sample of each kind: a moment and not a day \(100 samples over 24 hours do\); 1 lower value shown and not taken/,
    );
    expect(text()).toContain('requests: {cpu: 810m, memory: 512Mi}');
    await tune('--from', 'top', '--write', '--trust-few-samples');
    expect(text()).toContain('requests: {cpu: 810m, memory: 128Mi}');
  });

  it('ignores sidecars and pods of others, with a line', async () => {
    open(FIXED, {
      top:
        top('440m', '420Mi') +
        top('12m', '48Mi', 'istio-proxy') +
        top('900m', '900Mi', 'api', 'api-v2-7c9f6d5b8d-x2x4z') +
        top('900m', '900Mi', 'api').replace('default', 'other'),
    });
    const { stdout, stderr, code } = await tune('--from', 'top');
    expect({ code, stderr }).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('there is nothing to change'),
    });
    expect(stdout).toContain(
      "note: the container istio-proxy of 1 pod is not the workload's own and was ignored",
    );
    expect(stdout).toContain('max 440m');
  });

  it('says what is only declared where somebody else manages the Deployment', async () => {
    const elsewhere = API.replace(/ {4}(?:image|probes|port):.*\n/g, '');
    open(elsewhere, {
      ...measured([0.1], [440]),
      'one.json': day([0.1], { namespace: 'default', pod: POD, container: 'app' }),
    });
    const { stdout } = await tune(...FILES);
    expect(stdout).toContain(
      'somebody else manages the Deployment: the resources here are only declared; change the Deployment first; until then the new target of cpu means 90% of 500m = 450m for each pod',
    );
    expect((await tune('--cpu', 'one.json')).stdout).toContain('its only container is app');
  });

  it('warns where the numbers do not tell all', async () => {
    const files = { top: top('990m', '1020Mi') + top('12m', '48Mi', 'istio-proxy') };
    open(API.replace('cpu: 500m', 'cpu: 900m'), files);
    const { stdout } = await tune('--from', 'top');
    expect(stdout).toContain(
      'its cpu went up to 990m of the limit 1: it may need more than could be measured',
    );
    expect(stdout).toContain('its memory went up to 1020Mi of the limit 1Gi');
    expect(stdout).toContain('the autoscaler also counts istio-proxy');
  });

  it('speaks JSON', async () => {
    open(FIXED, measured([0.1], [200]));
    const { stdout } = await tune(...FILES, '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      formatVersion: '1.0',
      source: 'Prometheus',
      written: false,
      workloads: [
        {
          workload: 'api',
          isEnough: true,
          values: [
            { path: 'workloads.api.resources.requests.cpu', now: '500m', proposed: '120m', isTaken: true },
            { path: 'workloads.api.resources.requests.memory', now: '512Mi', proposed: '240Mi' },
          ],
          saving: { atLeast: { cores: 1.14 } },
        },
      ],
      diff: expect.stringContaining('120m'),
    });
    open(FIXED, { top: top('440m', '420Mi') });
    expect(JSON.parse((await tune('--from', 'top', '--format', 'json')).stdout)).toMatchObject({
      written: false,
      workloads: [{ samples: 1 }],
    });
  });

  it.each<[words: string[], code: number, why: RegExp]>([
    [[], 64, /tune needs measurements/],
    [['--from', 'nowhere'], 64, /nowhere does not exist/],
    [['--from', 'specs'], 64, /specs is a folder/],
    [['--from', 'bad'], 64, /bad: this is no measurement/],
    [['--from', 'binary'], 64, /binary is not UTF-8 text/],
    [['--from', 'top', '--cpu', 'cpu.json'], 64, /kubectl top and Prometheus cannot be mixed/],
    [['--from', 'cpu.json'], 64, /do not say what they measure/],
    [['--cpu', 'top'], 64, /is the output of kubectl top/],
    [['--from', 'others'], 1, /no pod of the Deployment api.*\n.*nothing of this environment was measured/],
    [['--from', 'named'], 1, /the pods have no container api, but app/],
  ])('%j ends with %i', async (words, code, why) => {
    open(FIXED, {
      ...measured([1], [1]),
      top: top('1m', '1Mi'),
      bad: 'what',
      others: top('1m', '1Mi', 'x', 'x-7c9f6d5b8d-x2x4z'),
      named: top('1m', '1Mi', 'app'),
      binary: '',
    });
    project.write('binary', Buffer.from([0xff, 0xfe, 0x00]) as unknown as string);
    expect(await tune(...words)).toMatchObject({ code, stderr: expect.stringMatching(why) });
    expect(text()).toBe(spec(FIXED));
  });

  it('stops at a spec with errors', async () => {
    open(FIXED.replace('replicas: 3', 'replicas: many'), { top: top('1m', '1Mi') });
    expect(await tune('--from', 'top')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('shape/wrong-type'),
    });
  });

  it('prints no name that moves the cursor', async () => {
    const evil = '\u001b]0;x\u0007\u202e\u009bevil';
    open(FIXED, {
      top: top('1m', '1Mi') + top('1m', '1Mi', evil),
      bad: `${evil}\n`,
      'cpu.json': day([1], { namespace: 'default', pod: POD, container: evil }),
    });
    for (const words of [
      ['--from', 'top'],
      ['--from', 'bad'],
      ['--cpu', 'cpu.json'],
    ]) {
      const { stdout, stderr } = await tune(...words);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is the point
      expect(stdout + stderr).not.toMatch(/[\u0007\u001b\u202e\u009b]/);
    }
    // In JSON they are escaped.
    const { stdout } = await tune('--from', 'top', '--format', 'json');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: see above
    expect(stdout).not.toMatch(/[\u0007\u001b\u202e\u009b]/);
    expect(JSON.stringify(JSON.parse(stdout))).toContain('evil');
  });

  it('proposes the same again after it has written, whatever was measured', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(API, FIXED),
        fc.double({ min: 0, max: 3, noNaN: true }),
        fc.integer({ min: 1, max: 4000 }),
        async (workloads, cores, mebibytes) => {
          open(workloads, measured([cores], [mebibytes]));
          expect((await tune(...FILES, '--write')).code).toBe(0);
          const once = text();
          expect((await tune(...FILES, '--write')).stderr).toContain('there is nothing to change');
          expect(text()).toBe(once);
          project.remove();
        },
      ),
      { numRuns: 5 },
    );
  });
});

describe('the policy', () => {
  it.each([
    [1, 10],
    [99.2, 100],
    [101, 110],
    [400.00000000000006, 400],
    [1001, 1050],
  ])('%d milli-CPU are read as %d', (value, expected) => expect(readableCpu(value)).toBe(expected));

  it.each([
    [1, 100],
    [201, 208],
    [1024, 1024],
    [1025, 1088],
  ])('%d MiB are read as %d', (value, expected) => expect(readableMemory(value * MI)).toBe(expected * MI));

  it.each([
    [[5], 95, 5],
    [[1, 2, 3, 4], 50, 2],
    [Array.from({ length: 100 }, (_, index) => index + 1), 95, 95],
  ])('of %j, %i%% are below %d', (values, percent, expected) =>
    expect(percentile(values, percent)).toBe(expected),
  );
});

describe('isPodOf', () => {
  const long = 'a'.repeat(60);
  it.each<[pod: string, deployment: string, is: boolean]>([
    ['api-7c9f6d5b8d-x2x4z', 'api', true],
    ['api-v2-7c9f6d5b8d-x2x4z', 'api', false],
    ['api-v2-7c9f6d5b8d-x2x4z', 'api-v2', true],
    ['api-0', 'api', false],
    ['api-x2x4z', 'api', false],
    ['api', 'api', false],
    ['xapi-7c9f6d5b8d-x2x4z', 'api', false],
    [`${`${'a'.repeat(50)}-7c9f6d5b8d-`.slice(0, 58)}x2x4z`, 'a'.repeat(50), true],
    [`${long.slice(0, 58)}x2x4z`, long, false],
  ])('%s of %s: %j', (pod, deployment, is) => expect(isPodOf(pod, deployment)).toBe(is));
});
