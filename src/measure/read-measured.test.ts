import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Resource } from './measured.ts';
import { together } from './measured.ts';
import { readMeasured } from './read-measured.ts';

const MI = 2 ** 20;
const read = (text: string, resource?: Resource) => {
  const result = readMeasured(text, resource);
  if (!result.ok) throw new Error(`${result.problem}: ${result.help}`);
  return result.measured;
};
const problem = (text: string, resource?: Resource) => {
  const result = readMeasured(text, resource);
  return result.ok ? 'was read' : `${result.problem}; ${result.help}`;
};

/** As printed by kubectl 1.33, metrics_printer.go: columns padded with spaces, three behind the last. */
const TOP_ALL = `NAMESPACE     POD                       NAME          CPU(cores)   MEMORY(bytes)   
default       api-7c9f6d5b8d-x2x4z      api           210m         300Mi           
default       api-7c9f6d5b8d-x2x4z      istio-proxy   12m          48Mi            
kube-system   coredns-565d847f94-dfgpz  coredns       2m           12Mi            
`;

describe('kubectl top', () => {
  const api = { pod: 'api-7c9f6d5b8d-x2x4z', container: 'api', cpu: [210], memory: [300 * MI] };

  it('is read with namespaces', () => {
    const { source, uses, remarks } = read(TOP_ALL);
    expect({ source, remarks }).toEqual({ source: 'kubectl top', remarks: [] });
    expect(uses).toHaveLength(3);
    expect(uses[0]).toEqual({ namespace: 'default', ...api });
  });

  it.each([
    ['with a header', 'POD  NAME  CPU(cores)  MEMORY(bytes)\napi-7c9f6d5b8d-x2x4z  api  210m  300Mi\n'],
    ['without a header', 'api-7c9f6d5b8d-x2x4z  api  210m  300Mi\n'],
    [
      'with Windows line endings',
      'POD  NAME  CPU(cores)  MEMORY(bytes)\r\napi-7c9f6d5b8d-x2x4z  api  210m  300Mi\r\n',
    ],
    ['with a byte order mark', '\ufeffapi-7c9f6d5b8d-x2x4z  api  210m  300Mi'],
    [
      'with sums',
      'POD  NAME  CPU(cores)  MEMORY(bytes)\napi-7c9f6d5b8d-x2x4z  api  210m  300Mi\n      ________   ________\n      210m   300Mi\n',
    ],
  ])('is read %s', (_, text) => expect(read(text).uses).toEqual([{ namespace: undefined, ...api }]));

  it('is read several times below each other', () => {
    expect(read(`${TOP_ALL}${TOP_ALL.replace('210m', '1')}`).uses[0]).toMatchObject({
      cpu: [210, 1000],
      memory: [300 * MI, 300 * MI],
    });
  });

  it.each([
    [
      'NAME  CPU(cores)  MEMORY(bytes)\napi-7c9f6d5b8d-x2x4z  210m  300Mi\n',
      /no column for the containers.*--containers/,
    ],
    [
      'NAMESPACE NAME  CPU(cores)  MEMORY(bytes)\ndefault api-7c9f6d5b8d-x2x4z  210m  300Mi\n',
      /no column for the containers/,
    ],
    ['api-7c9f6d5b8d-x2x4z  210m  300Mi\n', /no column for the containers/],
    ['', /the file is empty/],
    ['error: Metrics API not available', /this is no measurement: "error: Metrics API not available"/],
    ['a b 210m 300M', /no measurement/],
    ['a b -210m 300Mi', /no measurement/],
    ['a b NaN 300Mi', /no measurement/],
    ['a b 99999999999m 300Mi', /no measurement/],
  ])('%j is refused', (text, why) => expect(problem(text)).toMatch(why));

  it('tells of lines that it did not read', () => {
    expect(read(`${TOP_ALL}api-x  api  <unknown>  <unknown>\n`).remarks).toEqual([
      expect.stringMatching(/^1 lines were not read/),
    ]);
  });
});

const matrix = (metric: object, values: readonly (readonly [number, string])[]) =>
  JSON.stringify({ status: 'success', data: { resultType: 'matrix', result: [{ metric, values }] } });
const labels = { namespace: 'default', pod: 'api-7c9f6d5b8d-x2x4z', container: 'api' };

describe('Prometheus', () => {
  it('is read as a range, with the metric by its name', () => {
    const text = matrix({ __name__: 'container_memory_working_set_bytes', ...labels }, [
      [1000, '1e8'],
      [1060, '2e8'],
    ]);
    expect(read(text)).toMatchObject({
      source: 'Prometheus',
      spanSeconds: 60,
      uses: [{ ...labels, cpu: [], memory: [1e8, 2e8] }],
    });
  });

  it('is read as a moment, with the metric by a flag', () => {
    const text = JSON.stringify({
      data: { resultType: 'vector', result: [{ metric: labels, value: [1000.1, '0.25'] }] },
    });
    expect(read(text, 'cpu')).toMatchObject({ spanSeconds: 0, uses: [{ ...labels, cpu: [250] }] });
  });

  it('is read without its frame, by old labels, and by a recording rule', () => {
    const metric = {
      __name__: 'node_namespace_pod_container:container_cpu_usage_seconds_total:sum_irate',
      namespace: 'default',
      pod_name: labels.pod,
      container_name: 'api',
    };
    const text = JSON.stringify({ resultType: 'vector', result: [{ metric, value: [1000, '2'] }] });
    expect(read(text).uses).toEqual([{ ...labels, cpu: [2000], memory: [] }]);
  });

  it('makes the rate of the counter of cAdvisor, over its restarts', () => {
    const metric = { __name__: 'container_cpu_usage_seconds_total', ...labels };
    const text = matrix(metric, [
      [0, '100'],
      [60, '130'],
      [120, '6'],
      [180, '36'],
    ]);
    expect(read(text).uses).toEqual([{ ...labels, cpu: [500, 500], memory: [] }]);
    const moment = JSON.stringify({
      data: { resultType: 'vector', result: [{ metric, value: [0, '100'] }] },
    });
    expect(problem(moment)).toMatch(/is a counter.*query rate\(container_cpu_usage_seconds_total\[5m\]\)/);
  });

  it('leaves out what is no use, and says so', () => {
    const text = matrix(labels, [
      [1, 'NaN'],
      [2, '+Inf'],
      [3, '-5'],
      [4, '1e300'],
      [5, ''],
      [6, '0.1'],
    ]);
    expect(read(text, 'cpu')).toMatchObject({
      uses: [{ cpu: [100] }],
      remarks: [expect.stringMatching(/^5 samples/)],
    });
  });

  it('leaves out pods as a whole and their network', () => {
    const result = [{ ...labels, container: '' }, { ...labels, container: 'POD' }, labels].map((metric) => ({
      metric,
      value: [1, '0.1'],
    }));
    const { uses, remarks } = read(JSON.stringify({ data: { resultType: 'vector', result } }), 'cpu');
    expect(uses).toHaveLength(1);
    expect(remarks).toEqual([expect.stringMatching(/^1 series without/)]);
  });

  it.each<[string, Resource | undefined, RegExp]>([
    [matrix(labels, [[1, '1']]), undefined, /do not say what they measure; name the file with --cpu/],
    [matrix({ ...labels, __name__: 'up' }, [[1, '1']]), undefined, /neither CPU nor memory/],
    [matrix({}, [[1, '1']]), 'cpu', /no series has the labels pod and container/],
    [matrix(labels, []), 'cpu', /found no samples/],
    ['{"status":"error","error":"bad query"}', 'cpu', /has no result/],
    ['{"data":{"resultType":"scalar","result":[1,"2"]}}', 'cpu', /is a scalar/],
    [
      '{"data":{"resultType":"vector","result":[null,1,"x",[],{"metric":1,"value":{}}]}}',
      'cpu',
      /no series has/,
    ],
  ])('%s is refused', (text, resource, why) => expect(problem(text, resource)).toMatch(why));

  it('is put together from two files', () => {
    const cpu = read(
      matrix(labels, [
        [0, '0.1'],
        [100, '0.2'],
      ]),
      'cpu',
    );
    const memory = read(
      matrix(labels, [
        [0, '1e8'],
        [50, '2e8'],
      ]),
      'memory',
    );
    expect(together([cpu, memory])).toMatchObject({
      spanSeconds: 50,
      uses: [{ cpu: [100, 200], memory: [1e8, 2e8] }],
    });
  });
});

/** The form of `krr simple -f json` 1.x, shortened to what is read and what stands around it. */
const KRR = {
  scans: [
    {
      object: {
        cluster: null,
        name: 'api',
        container: 'api',
        pods: [{ name: 'api-7c9f6d5b8d-x2x4z', deleted: false }],
        hpa: null,
        namespace: 'default',
        kind: 'Deployment',
        allocations: {
          requests: { cpu: 0.5, memory: 536870912 },
          limits: { cpu: 1, memory: null },
          info: {},
        },
        warnings: [],
        labels: {},
        annotations: {},
      },
      recommended: {
        requests: {
          cpu: { value: 0.213, severity: 'WARNING' },
          memory: { value: 314572800, severity: 'OK' },
        },
        limits: { cpu: { value: null, severity: 'GOOD' }, memory: { value: 314572800, severity: 'OK' } },
        info: { cpu: null, memory: null },
      },
      severity: 'WARNING',
      metrics: {},
    },
    {
      object: { name: 'new', container: 'new', namespace: 'default', kind: 'Deployment' },
      recommended: {
        requests: { cpu: { value: '?', severity: 'UNKNOWN' }, memory: { value: '?', severity: 'UNKNOWN' } },
        limits: {},
        info: { cpu: 'Not enough data', memory: 'Not enough data' },
      },
      severity: 'UNKNOWN',
    },
  ],
  score: 65,
  resources: ['cpu', 'memory'],
  strategy: { name: 'simple', settings: { cpu_percentile: 95, memory_buffer_percentage: 15 } },
};

describe('KRR', () => {
  it('is read in cores and bytes', () => {
    const { source, recommendations, remarks } = read(JSON.stringify(KRR));
    expect(source).toBe('KRR');
    expect(recommendations).toEqual([
      {
        namespace: 'default',
        kind: 'Deployment',
        name: 'api',
        container: 'api',
        cpu: 213,
        memory: 314572800,
      },
      {
        namespace: 'default',
        kind: 'Deployment',
        name: 'new',
        container: 'new',
        cpu: undefined,
        memory: undefined,
      },
    ]);
    expect(remarks).toEqual(['KRR does not know enough about 1 containers']);
  });

  it.each(['{"scans":[]}', '{"scans":[null,1,{"object":{"name":1}}]}'])('%s is refused', (text) =>
    expect(problem(text)).toMatch(/recommended nothing/),
  );
});

describe('any text', () => {
  it('is read or refused, and never thrown at', () => {
    const json = fc
      .json()
      .chain((text) =>
        fc.constantFrom(
          text,
          `{"scans":[${text}]}`,
          `{"data":{"resultType":"matrix","result":[${text}]}}`,
          `{"data":{"resultType":"vector","result":[{"metric":${text},"value":${text}}]}}`,
          `{"data":${text}}`,
        ),
      );
    const lines = fc
      .array(
        fc.constantFrom(
          'a',
          '1m',
          '2Mi',
          ' ',
          '\n',
          'POD',
          'NAME',
          'CPU(cores)',
          'MEMORY(bytes)',
          '-5m',
          '\u001b[2J',
          '{',
          '_',
        ),
        { maxLength: 40 },
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(
        fc.oneof(json, lines, fc.string({ unit: 'binary' })),
        fc.constantFrom(undefined, 'cpu' as const, 'memory' as const),
        (text, resource) => {
          const result = readMeasured(text, resource);
          if (!result.ok) return;
          for (const { cpu, memory } of result.measured.uses)
            for (const value of [...cpu, ...memory]) expect(value >= 0 && value <= 2 ** 50).toBe(true);
        },
      ),
      { numRuns: 600 },
    );
  });

  it('may be large', () => {
    const many = Array.from(
      { length: 50_000 },
      (_, index) => `api-7c9f6d5b8d-x2x4z api ${index % 500}m 300Mi`,
    ).join('\n');
    expect(read(many).uses[0]?.cpu).toHaveLength(50_000);
    expect(problem(`[${'['.repeat(1_000_000)}`)).toMatch(/broken JSON|neither/);
  });
});
