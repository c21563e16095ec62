import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { Project } from '../../src/cli/testing/project.ts';
import { knowledge } from '../../src/components/registry.ts';

const read = (name: string) => readFileSync(new URL(`recorded/${name}`, import.meta.url), 'utf8');
const NAMES = [
  'rds.json',
  'redis.json',
  'redis-nodes.json',
  'groups.json',
  'templates.json',
  'nodegroup.json',
  'cluster.json',
  'k8s.yaml',
];

let project: Project | undefined;
afterEach(() => project?.remove());

function withFiles(files: Readonly<Record<string, string>>): Project {
  project = new Project(files, knowledge);
  return project;
}

async function importText(text: string, ...words: string[]) {
  return withFiles({ input: text }).run('import', 'input', ...words);
}

describe('everything at once', () => {
  const all = Object.fromEntries(NAMES.map((name) => [name, read(name)]));

  it('makes a spec that validates, of everything that the language can say', async () => {
    const made = await withFiles(all).run('import', ...NAMES, '--out', 'specs/prod.yaml');
    expect(made.code).toBe(0);
    expect(project?.read('specs/prod.yaml')).toBe(read('expected.yaml'));
    const { code, stderr } = (await project?.run('validate', 'prod')) ?? {};
    expect(code).toBe(0);
    expect(stderr).not.toContain('error ');
  });

  it('imports in Terraform whatever it generates for AWS', async () => {
    await withFiles(all).run('import', ...NAMES, '--out', 'specs/prod.yaml');
    expect((await project?.run('synth', 'prod'))?.code).toBe(0);
    const texts = (project?.files('generated/infra') ?? []).filter((path) => path.endsWith('.tf'));
    const hcl = texts.map((path) => project?.read(path)).join('\n');
    const made = [...hcl.matchAll(/^resource "([^"]+)" "([^"]+)"/gm)].map(
      ([, type, name]) => `${type}.${name}`,
    );
    const imported = [...hcl.matchAll(/^ {2}to += (\S+)$/gm)].map(([, address]) => address);
    expect(made.sort()).toEqual(imported.sort());
  });

  it('is the same in any order of the files', async () => {
    const forth = await withFiles(all).run('import', ...NAMES);
    const back = await project?.run('import', ...[...NAMES].reverse());
    expect(back?.stdout).toBe(forth.stdout);
  });

  it('never overwrites', async () => {
    const { code } = await withFiles({ ...all, 'specs/prod.yaml': 'mine' }).run(
      'import',
      ...NAMES,
      '--out',
      'specs/prod.yaml',
    );
    expect(code).toBe(64);
    expect(project?.read('specs/prod.yaml')).toBe('mine');
  });

  it('prints no value of a secret', async () => {
    const { stdout, stderr } = await withFiles(all).run('import', ...NAMES);
    expect(stdout + stderr).not.toMatch(/hunter2|SECRET_TOKEN|U0VDUkVU/);
  });
});

describe('Terraform', () => {
  it.each([
    ['a state', read('state.show.json')],
    ['a plan', JSON.stringify({ ...planOf(JSON.parse(read('state.show.json'))) })],
  ])('%s is read, without what is sensitive, deposed or planned', async (_what, text) => {
    const { code, stdout } = await importText(text);
    expect(code).toBe(0);
    expect(stdout).not.toContain('hunter2');
    expect(stdout).not.toContain('not-there-yet');
    expect(parse(stdout)).toMatchObject({
      databases: { postgres: { adopt: true, class: 'db.t3.large', engineVersion: '16.8' } },
      caches: { redis: { adopt: true, shards: { initial: 3 }, replicasPerShard: 1 } },
      nodeGroups: { 'spot-nodes': { adopt: true, size: { min: 1, max: 5 } } },
      autoScalingGroups: { workers: { adopt: true, ami: 'ami-12c6146b' } },
    });
    expect(stdout).toContain('aws_db_instance.main (deposed)');
  });
});

describe('what belongs to several', () => {
  const rds = JSON.parse(read('rds.json')) as { DBInstances: Record<string, unknown>[] };
  const [first] = rds.DBInstances;
  const GROUP = 'tuned-16';
  const withGroup = (identifier: string) => ({
    ...first,
    DBInstanceIdentifier: identifier,
    DBParameterGroups: [{ DBParameterGroupName: GROUP }],
  });
  const user = (ParameterName: string, ParameterValue: string) => ({
    ParameterName,
    ParameterValue,
    Source: 'user',
    ApplyMethod: 'pending-reboot',
  });
  const parameters = (...values: object[]) => ({ Parameters: values });
  const set = user('max_connections', '400');

  it.each<[string, object[], object | undefined]>([
    ['an answer that nothing else can be about', [parameters(set)], { max_connections: { value: '400' } }],
    [
      'an answer that names its group',
      [{ DBParameterGroupName: GROUP, ...parameters(set) }, parameters(user('work_mem', '1'))],
      { max_connections: { value: '400' } },
    ],
    ['two answers without a name', [parameters(set), parameters(user('work_mem', '1'))], undefined],
    ['a value that cannot be written down', [parameters(set, user('search_path', ''))], undefined],
    ['a default of the engine', [parameters({ ...set, Source: 'engine-default' })], undefined],
  ])('reads parameters of %s', async (_what, answers, expected) => {
    const { stdout } = await importText(JSON.stringify([{ DBInstances: [withGroup('main')] }, ...answers]));
    const { main } = parse(stdout).databases;
    expect(main.parameterGroup).toEqual({ name: GROUP });
    expect(main.parameters).toEqual(expected);
  });

  it('leaves a parameter group and a subnet group of two databases as they are', async () => {
    const both = { DBInstances: [withGroup('main'), withGroup('other')], ...parameters(set) };
    const { stdout, code } = await importText(JSON.stringify(both));
    const { main, other } = parse(stdout).databases;
    expect([main.parameters, other.parameters]).toEqual([undefined, undefined]);
    expect(main.subnetGroup).toEqual({ name: expect.any(String), managedBy: 'elsewhere' });
    expect(other.subnetGroup).toEqual(main.subnetGroup);
    expect(stdout).toContain(`its parameter group ${GROUP} has other users`);
    expect(code).toBe(0);
  });

  const id = 'prod-redis-cluster';
  const scaled = {
    ResourceId: `replication-group/${id}`,
    ScalableDimension: 'elasticache:replication-group:NodeGroups',
  };
  const target = { ...scaled, MinCapacity: 1, MaxCapacity: 6 };
  const policy = {
    ...scaled,
    PolicyName: 'cpu',
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: {
      TargetValue: 55,
      PredefinedMetricSpecification: { PredefinedMetricType: 'ElastiCachePrimaryEngineCPUUtilization' },
    },
  };

  it('imports what Application Auto Scaling does with a cache', async () => {
    const answers = [
      JSON.parse(read('redis.json')),
      JSON.parse(read('redis-nodes.json')),
      { ScalableTargets: [target], ScalingPolicies: [policy] },
    ];
    const { stdout, code } = await importText(JSON.stringify(answers));
    expect(parse(stdout).caches['redis-cluster'].shards).toMatchObject({
      owner: 'application-auto-scaling',
      min: 1,
      max: 6,
      targetCpuUtilization: '55%',
      adopt: { cpuPolicy: 'cpu' },
    });
    expect(code).toBe(0);
  });

  it.each([
    ['without a policy', { ScalableTargets: [target] }, 'describe-scaling-policies'],
    [
      'by steps',
      { ScalableTargets: [target], ScalingPolicies: [{ ...policy, PolicyType: 'StepScaling' }] },
      'cannot say the policies',
    ],
    ['of another service', { ScalableTargets: [{ ResourceId: 'service/x' }] }, 'for caches alone'],
  ])('says what it cannot read of scaling %s', async (_what, scaling, reason) => {
    const answers = [JSON.parse(read('redis.json')), JSON.parse(read('redis-nodes.json')), scaling];
    expect((await importText(JSON.stringify(answers))).stdout).toContain(reason);
  });
});

describe('a state of others', () => {
  it.each([
    ['of nothing', { root_module: {} }],
    ['of 200 buckets', { root_module: { resources: buckets() } }],
  ])('%s is a spec with everything to fill in', async (_what, values) => {
    const text = JSON.stringify({ format_version: '1.0', terraform_version: '1.11.0', values });
    const { code, stdout } = await importText(text);
    expect(code).toBe(0);
    expect(stdout).toContain('To fill in');
    expect(stdout.split('\n').length).toBeLessThan(60);
  });
});

function buckets() {
  return Array.from({ length: 200 }, (_, index) => ({
    address: `aws_s3_bucket.b${index}`,
    mode: 'managed',
    type: 'aws_s3_bucket',
    values: { bucket: `b${index}` },
  }));
}

function planOf(state: unknown) {
  const planned = { type: 'aws_db_instance', mode: 'managed', values: { identifier: 'not-there-yet' } };
  return {
    format_version: '1.2',
    terraform_version: '1.10.5',
    planned_values: { root_module: { resources: [planned] } },
    resource_changes: [],
    prior_state: state,
  };
}

describe('what cannot be imported is said', () => {
  const hpa = (spec: object, metadata: object = {}) =>
    JSON.stringify({
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'api', namespace: 'shop', ...metadata },
      spec: {
        maxReplicas: 5,
        scaleTargetRef: { kind: 'Deployment', name: 'api' },
        metrics: [{ type: 'Resource', resource: { name: 'cpu', target: { averageUtilization: 70 } } }],
        ...spec,
      },
    });
  const cache = JSON.parse(read('redis.json')) as { ReplicationGroups: [Record<string, unknown>] };
  const nodes = JSON.parse(read('redis-nodes.json')) as object;
  const group = JSON.parse(read('nodegroup.json')) as { nodegroup: object };

  it.each([
    ['a StatefulSet', hpa({ scaleTargetRef: { kind: 'StatefulSet', name: 'db' } }), 'scales a StatefulSet'],
    [
      'an owner',
      hpa({}, { ownerReferences: [{ kind: 'ScaledObject', name: 'x' }] }),
      'ScaledObject x owns it',
    ],
    ['a tolerance', hpa({ behavior: { scaleUp: { tolerance: '5%' } } }), 'tolerance'],
    ['an unknown metric', hpa({ metrics: [{ type: 'New' }] }), 'New is not in the language'],
    ['no pods at all', hpa({ minReplicas: 0 }), 'workload/scale-to-zero'],
    ['autoscaling/v1', hpa({}).replace('autoscaling/v2', 'autoscaling/v1'), 'v2.autoscaling'],
    ['a cache without its nodes', read('redis.json'), 'describe-cache-clusters'],
    ['nodes without their cache', read('redis-nodes.json'), 'describe-replication-groups'],
    [
      'a global datastore',
      JSON.stringify({
        ReplicationGroups: [
          { ...cache.ReplicationGroups[0], GlobalReplicationGroupInfo: { GlobalReplicationGroupId: 'g' } },
        ],
        ...nodes,
      }),
      'global datastore g',
    ],
    ['a group without its template', read('groups.json'), 'describe-launch-template-versions'],
    [
      'a node group with a template',
      JSON.stringify({ nodegroup: { ...group.nodegroup, launchTemplate: { id: 'lt-1' } } }),
      'it has a launch template',
    ],
    [
      'two shapes in a node group',
      JSON.stringify({ nodegroup: { ...group.nodegroup, instanceTypes: ['t3.large', 't3.xlarge'] } }),
      'elastiform refuses it',
    ],
    [
      'an administrator without a name',
      read('rds.json').replaceAll(/"MasterUsername": ?"postgres",/g, ''),
      'another one would replace the database',
    ],
    [
      'another region',
      read('rds.json').replace('rds:us-east-1:123456789012:db:billing', 'rds:eu-west-1:1:db:billing'),
      'it is in eu-west-1',
    ],
  ])('%s', async (_what, text, reason) => {
    const { code, stdout } = await importText(text);
    expect(stdout).toContain(reason);
    expect(code).toBe(0);
  });
});

it('keeps the pods that its nodes cannot hold, for they run somewhere', async () => {
  const files = {
    nodes: read('nodegroup.json'),
    cluster: read('cluster.json'),
    pods: read('k8s.yaml').replace('maxReplicas: 20', 'maxReplicas: 900'),
  };
  const { code, stdout } = await withFiles(files).run('import', 'nodes', 'cluster', 'pods');
  expect(parse(stdout)).toMatchObject({
    foundation: { otherNodes: true },
    workloads: { backend: { autoscaling: { maxReplicas: 900 } } },
  });
  expect(code).toBe(0);
});

describe('hostile input', () => {
  it.each([
    ['truncated JSON', read('rds.json').slice(0, 900), 'is no complete JSON'],
    ['nothing', ' \n', 'is empty'],
    ['another kind', '{"Buckets": []}', 'is nothing that import knows'],
    ['text', 'hello', 'is nothing that import knows'],
    ['parameters of another service', '{"Parameters": [{"Name": "x"}]}', 'is nothing that import knows'],
    ['a state file', '{"version": 4, "serial": 1, "lineage": "x"}', 'terraform show -json FILE'],
    ['broken YAML', 'apiVersion: v1\nkind: [', 'is no YAML: line'],
    ['an alias bomb', 'apiVersion: v1\nkind: &a List\nitems: [*a]\n', 'aliases'],
  ])('%s ends with 1 and no spec', async (_what, text, problem) => {
    const { code, stdout, stderr } = await importText(text);
    expect(stderr).toContain(problem);
    expect(stdout).toBe('');
    expect(code).toBe(1);
  });

  it.each([
    ['a byte order mark', (text: string) => `\ufeff${text}`],
    ['CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
    [
      'prototype keys',
      (text: string) => text.replace('{', '{"__proto__": {"DBInstances": 1}, "constructor": 1, '),
    ],
  ])('%s changes nothing', async (_what, edit) => {
    const plain = await importText(read('rds.json'));
    project?.remove();
    expect(await importText(edit(read('rds.json')))).toEqual(plain);
  });

  it.each(['\u001b[31mred', 'a\u202eb', 'a\nretired: {}'])('the name %j goes nowhere', async (name) => {
    const rds = read('rds.json').replaceAll('"billing"', JSON.stringify(name));
    const { code, stdout, stderr } = await importText(rds);
    expect(code).toBe(0);
    expect(stdout + stderr).not.toContain(name);
    expect(stdout).toContain('a DB instance: it has no identifier');
  });

  it('gives colliding names keys of their own and says so', async () => {
    const rds = JSON.parse(read('rds.json')) as { DBInstances: Record<string, unknown>[] };
    const [first, , , last] = rds.DBInstances;
    const text = JSON.stringify({ DBInstances: [first, { ...last, DBInstanceIdentifier: 'postgres' }] });
    const { stdout } = await importText(text);
    expect(Object.keys(parse(stdout).databases)).toEqual(['postgres', 'postgres-2']);
    expect(stdout).toContain('its key is postgres-2');
  });
});
