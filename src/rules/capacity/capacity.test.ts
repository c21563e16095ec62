import { describe, expect, it } from 'vitest';
import { podGroups } from '../../capacity/pod-groups.ts';
import type { ConnectionPooler } from '../../components/databases/schema.ts';
import { poolerPod } from '../../components/databases/terraform/pooler-pod.ts';
import { components, type Model } from '../../components/registry.ts';
import { lintExample } from '../../components/testing/compile-example.ts';
import { placementRules } from '../placement/index.ts';
import { cluster, pooler, USES_POOLER } from './examples.ts';
import { capacityRules } from './index.ts';

const rules = [...capacityRules, ...placementRules] as never;
/** Rules of other kinds may have something to say about the same specs. */
const THEMES = new Set(['capacity', 'placement']);
const findingsFor = (yaml: string) =>
  lintExample(components, yaml, rules).diagnostics.filter(({ code }) => THEMES.has(code.split('/')[0] ?? ''));
const codesFor = (yaml: string) => findingsFor(yaml).map(({ code }) => code);

const workload = (name: string, maxReplicas: number, more = '', requests = '{cpu: 500m, memory: 512Mi}') =>
  `${name}: {image: "registry.example.com/${name}:1.4.2", probes: {readiness: {path: /health, port: 8080}}, resources: {requests: ${requests}}, autoscaling: {minReplicas: 2, maxReplicas: ${maxReplicas}, metrics: {cpu: {averageUtilization: 70%}}}${more}}`;
const group = (name: string, max: number, more = '', types = '[m6i.large]') =>
  `${name}: {instanceTypes: ${types}, size: {min: 2, max: ${max}}${more}}`;
const spec = (
  groups: readonly string[],
  workloads: readonly string[],
  start = 'policy: {surviveZoneLoss: false}',
) => `${start}\nnodeGroups: {${groups.join(', ')}}\nworkloads: {${workloads.join(', ')}}`;

describe('the published incident: 20 and 50 pods on 6 nodes of 4 vCPU', () => {
  it('fails with its arithmetic, every line that it rests on, and what would be enough', () => {
    const yaml = spec(
      [group('main', 6, '', '[m6i.xlarge]')],
      [workload('api', 20), workload('web', 50)],
      'policy: {surviveZoneLoss: true}',
    );
    const api = ['workloads', 'api'];
    const web = ['workloads', 'web'];
    const main = ['nodeGroups', 'main'];
    expect(findingsFor(yaml)).toMatchObject([
      {
        code: 'capacity/not-enough-nodes',
        severity: 'error',
        message:
          '20 pods of workloads.api (500m CPU and 512 MiB each) and 50 pods of workloads.web (500m CPU and 512 MiB each) ask for 35 CPU and 35 GiB in all, but 6 nodes of nodeGroups.main (m6i.xlarge, 3.72 CPU and 13.6 GiB each after the system and the DaemonSets) offer 22.32 CPU and 81.5 GiB: 28 of the pods find no node',
        help: 'raise size.max of nodeGroups.main to 15, use larger instance types, or lower maxReplicas',
        at: { path: [...web, 'autoscaling', 'maxReplicas'] },
        related: [
          { at: { path: [...api, 'autoscaling', 'maxReplicas'] } },
          { at: { path: [...api, 'resources', 'requests'] } },
          { at: { path: [...web, 'resources', 'requests'] } },
          { at: { path: [...main, 'size', 'max'] } },
          { at: { path: [...main, 'instanceTypes'] } },
        ],
        suggestions: [{ change: { path: [...main, 'size', 'max'], value: 15 } }],
      },
    ]);
  });

  it.each([
    ['the nodes that are proposed are enough', 15, []],
    ['one fewer is not when a zone is gone', 14, ['capacity/zone-loss']],
    ['with a third fewer there is no room for a new version', 10, ['capacity/zone-loss']],
    ['nor for the pods', 9, ['capacity/not-enough-nodes']],
  ])('%s', (_, nodes, codes) => {
    const main = group('main', nodes, '', '[m6i.xlarge]');
    const yaml = spec([main], [workload('api', 20), workload('web', 50)], 'policy: {surviveZoneLoss: true}');
    expect(codesFor(yaml)).toEqual(codes);
  });
});

describe('what is told', () => {
  const taint = (name: string) => `, taints: {${name}: {effect: NoSchedule}}, labels: {pool: ${name}}`;
  const placed = (name: string) => `, placement: {groups: [nodeGroups.${name}]}`;

  it.each<[what: string, yaml: string, codes: readonly string[]]>([
    [
      'a pod that is too large hides no shortage of others',
      spec([group('main', 6)], [workload('api', 19), workload('huge', 2, '', '{cpu: "2", memory: 1Gi}')]),
      ['capacity/pod-larger-than-node', 'capacity/not-enough-nodes'],
    ],
    [
      'shortages of groups that share nothing, one by one',
      spec(
        [group('a', 2, taint('a')), group('b', 2, taint('b'))],
        [workload('api', 7, placed('a')), workload('web', 7, placed('b'))],
      ),
      ['capacity/not-enough-nodes', 'capacity/not-enough-nodes'],
    ],
    [
      'pods on known nodes, while those on unknown ones cannot be proved',
      spec(
        [group('a', 2, taint('a')), group('b', 2, taint('b'), '[m99.large, m98.large]')],
        [workload('api', 7, placed('a')), workload('web', 70, placed('b'))],
      ),
      ['capacity/not-enough-nodes', 'capacity/unknown-type'],
    ],
    [
      'the loss of a zone once, and not its consequence for rollouts',
      spec([group('main', 6)], [workload('api', 18)], 'policy: {surviveZoneLoss: true}'),
      ['capacity/zone-loss'],
    ],
    [
      'rollouts that stand still, in one finding',
      spec([group('main', 6)], [workload('api', 9), workload('web', 9)]),
      ['capacity/no-room-to-roll-out'],
    ],
    [
      'a taint against everybody, by the rule about placement alone',
      spec([group('a', 6, taint('a'))], [workload('api', 6)]),
      ['placement/nothing-tolerated'],
    ],
    [
      'a label and a taint that are on no group together',
      spec([group('a', 6, taint('a')), group('b', 6)], [workload('api', 6, ', nodeSelector: {pool: a}')]),
      ['capacity/nowhere-to-run'],
    ],
    [
      'a limit without a request, which Kubernetes takes for the request',
      spec([group('main', 6)], [workload('api', 19).replace('requests', 'limits')]),
      ['capacity/not-enough-nodes'],
    ],
    [
      'the pods that a kubelet takes, where the spec says how many',
      cluster({ requests: '{cpu: 10m, memory: 16Mi}', maxReplicas: 31, group: ', maxPods: 10' }),
      ['capacity/not-enough-nodes'],
    ],
    [
      'too few nodes even for the least pods, in one finding',
      cluster({ minReplicas: 19, maxReplicas: 20 }),
      ['capacity/not-enough-nodes'],
    ],
    ['not the pods on nodes that are full with DaemonSets', cluster({ types: '[t3.micro]' }), []],
    [
      'as many as Terraform keeps, and not the maximum',
      cluster({ maxReplicas: 6, size: '{min: 1, max: 6, initial: 3, owner: terraform}' }),
      [],
    ],
    [
      'more pods than nodes where each node takes one',
      cluster({
        minReplicas: 2,
        maxReplicas: 7,
        requests: '{cpu: 900m, memory: 1Gi}',
        workload: ', spread: {hosts: DoNotSchedule}',
      }),
      ['capacity/not-enough-nodes'],
    ],
    [
      "Cluster Autoscaler's own pods",
      cluster({
        maxReplicas: 12,
        requests: '{cpu: 860m, memory: 512Mi}',
        start: 'clusterAutoscaler: true\npolicy: {surviveZoneLoss: false}\n',
      }),
      ['capacity/not-enough-nodes'],
    ],
  ])('%s', (_, yaml, codes) => {
    expect(codesFor(yaml)).toEqual(codes);
  });

  it('says which label and which taint is in the way on which group', () => {
    const groups = [group('a', 6, taint('a')), group('b', 6, ', labels: {pool: b}')];
    const [finding] = findingsFor(spec(groups, [workload('api', 6, ', nodeSelector: {pool: a}')]));
    expect(finding?.message).toBe(
      'no group of nodes may run the pods: nodeGroups.a has the taint a:NoSchedule, nodeGroups.b has the label pool: b, not a',
    );
    expect(finding?.related?.map(({ at }) => 'path' in at && at.path.join('.'))).toEqual([
      'nodeGroups.a.taints.a',
      'nodeGroups.b.labels.pool',
    ]);
  });

  it('proposes the value of a label that is nearly right', () => {
    const [finding] = findingsFor(
      cluster({ workload: ', nodeSelector: {workload: genral}', minReplicas: 3 }),
    );
    const at = { path: ['workloads', 'api', 'nodeSelector', 'workload'] };
    expect(finding).toMatchObject({ at, suggestions: [{ change: { ...at, value: 'general' } }] });
  });

  it('counts all nodes of pods that are in the way of others', () => {
    const groups = [group('data', 2, ', labels: {pool: data}'), group('general', 6)];
    const data = ', nodeSelector: {pool: data}';
    const [finding] = findingsFor(spec(groups, [workload('api', 20), workload('db', 6, data)]));
    expect(finding?.message).toMatch(
      /^20 pods of workloads\.api .* and 6 pods of workloads\.db .* ask for 13 CPU .*2 nodes of nodeGroups\.data .* and 6 nodes of nodeGroups\.general .* offer 13\.84 CPU/,
    );
  });

  it('leaves out of it who may go elsewhere when the others alone do not fit', () => {
    const groups = [group('data', 2, ', labels: {pool: data}'), group('general', 6)];
    const data = ', nodeSelector: {pool: data}';
    const db = workload('db', 3, data, '{cpu: "1", memory: 512Mi}');
    const [finding] = findingsFor(spec(groups, [workload('api', 6), db]));
    expect(finding?.message).toMatch(
      /^3 pods of workloads\.db .* ask for 3 CPU .* offer 3\.46 CPU .*, but an empty node holds at most 1 of workloads\.db: 1 of the pods finds no node$/,
    );
  });

  it('names the greatest of many, and sums up the others', () => {
    const many = Array.from({ length: 9 }, (_, index) => workload(`w${index}`, 3));
    const [finding] = findingsFor(spec([group('main', 6)], many));
    expect(finding?.message).toMatch(
      /^3 pods of workloads\.w0 .*, 3 pods of workloads\.w4 \(.*\) and 12 pods of 4 others ask for 13\.5 CPU/,
    );
  });
});

describe('the smallest scale', () => {
  const scheduled = (east: string) =>
    `${spec([group('main', 6)], [workload('api', 12), workload('web', 4)])}
schedules:
  day: {timezone: Europe/Berlin, window: "09:00-15:00", floors: {workloads.api: 6, nodeGroups.main: 3}}
  east: {timezone: America/New_York, window: "${east}", floors: {workloads.web: 4}}`;

  it.each([
    // 08:00 in New York is 14:00 in Berlin: 6 and 4 pods at once, on 3 nodes for 9.
    ['windows that overlap', '08:00-20:00', ['at the least, while day and east are on, ']],
    ['windows that do not', '10:00-20:00', []],
  ])('is looked at on the clocks of all zones: %s', (_, east, starts) => {
    expect(findingsFor(scheduled(east)).map(({ message }) => message)).toEqual(
      starts.map((start) => expect.stringMatching(new RegExp(`^${start}6 pods of workloads.api`))),
    );
  });

  it('is not that of the items where windows fill the week', () => {
    const yaml = (night: number) => `${cluster({ minReplicas: 7 })}
schedules:
  day: {timezone: UTC, window: "06:00-22:00", floors: {workloads.api: 6}}
  night: {timezone: UTC, window: "22:00-06:00", floors: {workloads.api: ${night}}}`;
    expect(codesFor(yaml(2))).toEqual([]);
  });
});

describe('the pods of elastiform itself', () => {
  it.each(['rds-managed', 'user-list'])(
    'are as large as the pods of the pooler, with credentials %s',
    (how) => {
      const yaml = cluster({ workload: USES_POOLER, more: pooler(`serverCredentials: ${how}`) });
      const model = lintExample(components, yaml, []).value?.model as Model;
      const own = model.databases.get('postgres')?.connectionPooler as ConnectionPooler;
      const { container } = poolerPod(own, {
        configMap: 'c',
        secretArn: how === 'rds-managed' ? 'arn' : undefined,
        serviceAccount: undefined,
        region: 'us-east-1',
      });
      const requests = container.map(({ resources }) => resources.requests);
      const counted = podGroups(model).find(({ path }) => path[0] === 'databases')?.each;
      expect(counted).toEqual({
        cpuMillicores: requests.reduce((sum, { cpu }) => sum + Number(String(cpu).replace('m', '')), 0),
        memoryMib: requests.reduce((sum, { memory }) => sum + Number(String(memory).replace('Mi', '')), 0),
        pods: 1,
      });
    },
  );
});
