import { describe, expect, it } from 'vitest';
import { changeSpec, type SpecChange } from './change-spec.ts';
import { unifiedDiff } from './unified-diff.ts';

const PROD = `# yaml-language-server: $schema=x
apiVersion: elastiform/v1
environment: prod
tier: prod

nodeGroups:
  spot-nodes:
    instanceTypes: [m5.large, m5a.large]  # one shape
    size: {min: 1, max: 10, owner: cluster-autoscaler}
    labels: {workload: non-critical}

workloads:
  # The backend of everything.
  blockchain-backend:
    autoscaling:
      minReplicas: 3
      metrics:
        # 5.6 a second and pod
        http_requests_per_second: {kind: pods, averageValue: 100}
        # end of the metrics

databases:
  postgres:
    class: db.r6g.2xlarge
    readReplicas:
      replica-1:
        class: "db.r6g.2xlarge"   # as its primary
    changes:
      apply: maintenance-window
`;

const ORDERS: Readonly<Record<string, readonly string[]>> = {
  '': ['apiVersion', 'environment', 'tier', 'foundation', 'nodeGroups', 'workloads', 'databases', 'caches'],
  'workloads.blockchain-backend': ['name', 'resources', 'replicas', 'autoscaling'],
  'workloads.blockchain-backend.autoscaling': ['minReplicas', 'maxReplicas', 'metrics'],
  'nodeGroups.spot-nodes.size': ['min', 'max', 'initial', 'owner'],
  'databases.postgres': ['identifier', 'class', 'storage', 'readReplicas', 'changes'],
};

/** `workloads.api` as a path; keys of the test have no dots. */
const at = (path: string) => path.split('.');
const set = (
  path: string,
  value: SpecChange extends infer C ? (C extends { value: infer V } ? V : never) : never,
): SpecChange => ({ path: at(path), value });
const remove = (path: string): SpecChange => ({ path: at(path), remove: true });

function change(text: string, ...changes: SpecChange[]): string {
  const options = { orderOf: (path: readonly string[]) => ORDERS[path.join('.')] };
  const result = changeSpec({ file: 's.yaml', text }, changes, options);
  if (result.text === undefined) throw new Error(JSON.stringify(result.diagnostics));
  return result.text;
}

/** The changed lines of the diff alone. */
const lines = (text: string, ...changes: SpecChange[]) =>
  unifiedDiff('s', text, change(text, ...changes))
    .split('\n')
    .slice(2)
    .filter((line) => /^[-+]/.test(line));

describe('a spec', () => {
  it.each<[what: string, SpecChange[], string[]]>([
    [
      'takes a value in brackets',
      [set('nodeGroups.spot-nodes.size.max', 20)],
      [
        '-    size: {min: 1, max: 10, owner: cluster-autoscaler}',
        '+    size: {min: 1, max: 20, owner: cluster-autoscaler}',
      ],
    ],
    [
      'takes a new key in brackets, at its place',
      [set('nodeGroups.spot-nodes.size.initial', 5)],
      [
        '-    size: {min: 1, max: 10, owner: cluster-autoscaler}',
        '+    size: {min: 1, max: 10, initial: 5, owner: cluster-autoscaler}',
      ],
    ],
    [
      'keeps the quotes and the comment of a value',
      [set('databases.postgres.readReplicas.replica-1.class', 'db.r6g.4xlarge')],
      [
        '-        class: "db.r6g.2xlarge"   # as its primary',
        '+        class: "db.r6g.4xlarge"   # as its primary',
      ],
    ],
    [
      'takes a new key on a line of its own, at its place',
      [set('workloads.blockchain-backend.autoscaling.maxReplicas', 40)],
      ['+      maxReplicas: 40'],
    ],
    [
      'takes a new map beside others in their style',
      [set('databases.postgres.readReplicas.replica-2.class', 'db.r6g.4xlarge')],
      ['+      replica-2:', '+        class: db.r6g.4xlarge'],
    ],
    [
      'takes a new map as the others of the file are',
      [set('databases.postgres.storage.max', '800GiB')],
      ['+    storage: {max: 800GiB}'],
    ],
    [
      'takes several keys of a new map',
      [
        set('workloads.blockchain-backend.resources.requests.cpu', '390m'),
        set('workloads.blockchain-backend.resources.requests.memory', '1'),
        set('workloads.blockchain-backend.resources.limits.cpu', '1'),
      ],
      ['+    resources:', '+      requests: {cpu: 390m, memory: "1"}', '+      limits: {cpu: "1"}'],
    ],
    [
      'takes a key behind the comments of the one before',
      [set('workloads.blockchain-backend.podDisruptionBudget', false)],
      ['+    podDisruptionBudget: false'],
    ],
    [
      'takes a new section with an empty line before it',
      [set('caches.redis.shards.initial', 6)],
      ['+', '+caches:', '+  redis:', '+    shards: {initial: 6}'],
    ],
    [
      'takes a list item by item',
      [set('nodeGroups.spot-nodes.instanceTypes', ['m5.large', 'm6i.large', 'm6a.large'])],
      [
        '-    instanceTypes: [m5.large, m5a.large]  # one shape',
        '+    instanceTypes: [m5.large, m6i.large, m6a.large]  # one shape',
      ],
    ],
    [
      'loses a key in brackets',
      [remove('nodeGroups.spot-nodes.size.owner')],
      ['-    size: {min: 1, max: 10, owner: cluster-autoscaler}', '+    size: {min: 1, max: 10}'],
    ],
    [
      'loses a key with the lines below it',
      [remove('workloads.blockchain-backend.autoscaling.metrics')],
      [
        '-      metrics:',
        '-        # 5.6 a second and pod',
        '-        http_requests_per_second: {kind: pods, averageValue: 100}',
        '-        # end of the metrics',
      ],
    ],
    [
      'keeps a map that loses its last key',
      [remove('databases.postgres.changes.apply')],
      ['-    changes:', '-      apply: maintenance-window', '+    changes: {}'],
    ],
    ['stays as it is when it says so already', [set('nodeGroups.spot-nodes.size.max', 10)], []],
  ])('%s', (_, changes, expected) => expect(lines(PROD, ...changes)).toEqual(expected));
});

describe('setting a value', () => {
  it.each<[from: string, path: string, value: Parameters<typeof set>[1], to: string]>([
    ['a: 1', 'a', 2, 'a: 2'],
    ['a: 1', 'b', 2, 'a: 1\nb: 2'],
    ['a: 1\n', 'b', 2, 'a: 1\nb: 2\n'],
    ['a: 1\r\nc: 3\r\n', 'b', 2, 'a: 1\r\nc: 3\r\nb: 2\r\n'],
    ['\ufeffa: 1\n', 'a', 2, '\ufeffa: 2\n'],
    ['a: "1"\n', 'a', '2', 'a: "2"\n'],
    ["a: 'x'\n", 'a', "it's", "a: 'it''s'\n"],
    ['a: x\n', 'a', '2', 'a: "2"\n'],
    ['a: x\n', 'a', 'on', 'a: "on"\n'],
    ['a: x\n', 'a', 'Sun 04:30-05:30', 'a: "Sun 04:30-05:30"\n'],
    ['a: "x"\n', 'a', 5, 'a: 5\n'],
    ['a: null   # off\n', 'a.b', 5, 'a: {b: 5}   # off\n'],
    ['a:   # later\nc: 1\n', 'a.b', 5, 'a:   # later\n  b: 5\nc: 1\n'],
    ['a:\n', 'a', 5, 'a: 5\n'],
    ['a: {}\n', 'a.b', 5, 'a: {b: 5}\n'],
    ['a: { x: 1 }\n', 'a.b', 5, 'a: { x: 1, b: 5 }\n'],
    ['a: {\n  x: 1,  # one\n}\n', 'a.b', 5, 'a: {\n  x: 1,  # one\n  b: 5,\n}\n'],
    ['a: {\n  x: 1  # one\n}\n', 'a.b', 5, 'a: {\n  x: 1,  # one\n  b: 5\n}\n'],
    ['a:\n    x: 1\n', 'a.b.c', 5, 'a:\n    x: 1\n    b:\n        c: 5\n'],
    ['a:\n  - x   # one\n  - y\n', 'a', ['x', 'z', '7'], 'a:\n  - x   # one\n  - z\n  - "7"\n'],
    ['a:\n  - x   # one\n  - y\n', 'a', ['x'], 'a:\n  - x   # one\n'],
    ['a: [x, y]\n', 'a', [], 'a: []\n'],
    ['a: |\n  text\n  more\nb: 1\n', 'a', 'x', 'a: x\nb: 1\n'],
    ['a:\n  b: 1\nc: 2\n', 'a', null, 'a: null\nc: 2\n'],
    ['l:\n  - name: x\n    age: 1\n', 'l.0.age', 2, 'l:\n  - name: x\n    age: 2\n'],
    ['l:\n  - name: x\n', 'l.0.age', 2, 'l:\n  - name: x\n    age: 2\n'],
    ['b: &x 5\na: 1\n', 'a', 2, 'b: &x 5\na: 2\n'],
    ['b: &x 5\nc: *x\n', 'a', 2, 'b: &x 5\nc: *x\na: 2\n'],
  ])('%j, %s = %j', (from, path, value, to) => expect(change(from, set(path, value))).toBe(to));
});

describe('what is refused', () => {
  it.each<[from: string, SpecChange, code: string]>([
    ['a: &x {b: 1}\nc: *x\n', set('a.b', 2), 'edit/shared-value'],
    ['a: &x {b: 1}\nc: *x\n', set('c.b', 2), 'edit/shared-value'],
    ['a: &x 5\nc: *x\n', set('c', 2), 'edit/shared-value'],
    ['a: false\n', set('a.b', 2), 'edit/not-a-map'],
    ['a: [x]\n', set('a.b', 2), 'edit/not-a-map'],
    ['a: 1\n', remove('b'), 'edit/no-such-key'],
    ['a: 1\n', remove('a.b'), 'edit/no-such-key'],
    ['a: &x\nb: 1\n', set('a', 2), 'edit/layout'],
    ['a: |+\n  text\n\n', set('b', 2), 'edit/layout'],
    ['a: {b: 1, # one\n  c: 2}\n', remove('a.c'), 'edit/comment-in-the-way'],
    ['a: [x, # one\n  y]\n', set('a', ['x']), 'edit/comment-in-the-way'],
    ['a: 1\na: 2\n', set('a', 3), 'yaml/duplicate-key'],
    ['- a\n', set('a', 3), 'yaml/root-not-map'],
    ['a: 1\n', set('a', '\ud800'), 'edit/layout'],
    ['a: 1\n', set('__proto__', 1), 'edit/layout'],
  ])('%j, %j: %s', (text, wanted, code) => {
    const result = changeSpec({ file: 's.yaml', text }, [wanted]);
    expect(result).toMatchObject({ diagnostics: [{ code, severity: 'error' }] });
    expect(result.text).toBeUndefined();
  });
});
