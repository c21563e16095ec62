import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { autoScalingGroups } from '../../components/auto-scaling-groups/index.ts';
import { clusterAutoscaler } from '../../components/cluster-autoscaler/index.ts';
import { nodeGroups } from '../../components/node-groups/index.ts';
import { compileExample } from '../../components/testing/compile-example.ts';

const KINDS = [autoScalingGroups, nodeGroups, clusterAutoscaler];

async function compile(keys: string, groups: string): Promise<{ aws: string; kubernetes: string }> {
  const { diagnostics, files } = await compileExample(
    KINDS,
    `clusterAutoscaler: {managedBy: elastiform, ${keys}}\n${groups}`,
  );
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return {
    aws: files.get('eks-autoscaling.tf') ?? '',
    kubernetes: files.get('kubernetes/cluster-autoscaler.tf') ?? '',
  };
}

const UUID = '6cc5a1e2-5ea2-5b3a-8c4b-0123456789ab';

describe('priorities', () => {
  const groups = `
autoScalingGroups:
  workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 6}, name: a.b}
nodeGroups:
  spot: {instanceTypes: [m6i.large], size: {min: 1, max: 5}}
  spot-big: {instanceTypes: [m6i.large], size: {min: 1, max: 5}, nameSuffix: none}
`;

  async function priorities(map: string): Promise<Record<string, string[]>> {
    const { kubernetes } = await compile(`expander: priority, priorities: {${map}}`, groups);
    const text = /priorities = <<-?EOT\n([\s\S]*?)\n\s*EOT/.exec(kubernetes)?.[1] ?? '';
    return parse(text);
  }

  it('are expressions over the names of Auto Scaling groups, by number', async () => {
    expect(
      await priorities('autoScalingGroups.workers: 10, nodeGroups.spot: 20, nodeGroups.spot-big: 20'),
    ).toEqual({
      20: ['^eks-spot(-[0-9a-f]{6})?-[0-9a-f-]{36}$', '^eks-spot-big(-[0-9a-f]{6})?-[0-9a-f-]{36}$'],
      10: ['^a\\.b$'],
    });
  });

  it('match their group, also a replacement of it, and none whose name begins alike', async () => {
    const found = await priorities(
      'autoScalingGroups.workers: 3, nodeGroups.spot: 2, nodeGroups.spot-big: 1',
    );
    const [spot, big, workers] = ['2', '1', '3'].map((number) => new RegExp(found[number]?.[0] ?? ''));
    const names = [
      'a.b',
      'aXb',
      'a.b-c',
      ...['spot-3f9a2c', 'spot-000000', 'spot-big'].map((name) => `eks-${name}-${UUID}`),
    ];
    expect(names.filter((name) => spot?.test(name))).toEqual([
      `eks-spot-3f9a2c-${UUID}`,
      `eks-spot-000000-${UUID}`,
    ]);
    expect(names.filter((name) => big?.test(name))).toEqual([`eks-spot-big-${UUID}`]);
    expect(names.filter((name) => workers?.test(name))).toEqual(['a.b']);
  });

  it('are there before the pods that read them', async () => {
    const { kubernetes } = await compile('expander: priority, priorities: {nodeGroups.spot: 1}', groups);
    expect(kubernetes).toMatch(
      /"elastiform\/priorities" += kubernetes_config_map_v1\.eks__cluster_autoscaler\.metadata\[0\]\.name/,
    );
  });

  it('do not let groups that are alike share what one of them gets', async () => {
    const { kubernetes } = await compile('expander: priority, priorities: {nodeGroups.spot: 1}', groups);
    expect(kubernetes).toContain('"--balance-similar-node-groups=false"');
    expect(kubernetes).toContain('"--expander=priority,least-waste"');
  });
});

describe('the pods of Cluster Autoscaler', () => {
  const onSpot = async (groups: string, keys = '') =>
    /(required|preferred)_during_scheduling/.exec((await compile(keys, groups)).kubernetes)?.[1];
  const TAINT = 'taints: {capacity: {value: spot, effect: NoSchedule}}';

  it.each([
    ['never', 'required', 'nodeGroups: {a: {instanceTypes: [m6i.large], size: {min: 1, max: 5}}}', ''],
    ['rather not', 'preferred', 'nodeGroups: {a: {instanceTypes: [m6i.large], size: {min: 0, max: 5}}}', ''],
    [
      'rather not',
      'preferred',
      'nodeGroups: {a: {instanceTypes: [m6i.large], size: {min: 1, max: 5}, capacity: spot}}',
      '',
    ],
    [
      'rather not',
      'preferred',
      `nodeGroups: {a: {instanceTypes: [m6i.large], size: {min: 1, max: 5}, ${TAINT}}}`,
      '',
    ],
    [
      'never',
      'required',
      `nodeGroups: {a: {instanceTypes: [m6i.large], size: {min: 1, max: 5}, ${TAINT}}}`,
      'tolerations: {capacity: {}}',
    ],
    [
      'rather not',
      'preferred',
      'autoScalingGroups: {a: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 1, max: 5}, mixedInstances: {onDemandPercentageAboveBaseCapacity: 0%}}}',
      '',
    ],
    [
      'never',
      'required',
      'autoScalingGroups: {a: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 1, max: 5}, mixedInstances: {onDemandBaseCapacity: 1, onDemandPercentageAboveBaseCapacity: 0%}}}',
      '',
    ],
    ['rather not', 'preferred', '', ''],
  ])('are %s on spot instances (%s) with %j', async (_how, affinity, groups, keys) => {
    expect(await onSpot(groups, keys)).toBe(affinity);
  });
});

it('the tags of self-managed groups are those that the role and the discovery ask for', async () => {
  const { diagnostics, files } = await compileExample(
    KINDS,
    `clusterAutoscaler: {managedBy: elastiform}
autoScalingGroups: {a: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 1, max: 5}}}`,
  );
  expect(diagnostics).toEqual([]);
  const groups = files.get('eks-autoscaling.tf') ?? '';
  const role = files.get('cluster-autoscaler.tf') ?? '';
  const asked = [...role.matchAll(/"aws:ResourceTag\/([^"]+)"\n +values +\S+ \["([^"]+)"\]/g)];
  expect(asked).toHaveLength(2);
  for (const [, key, value] of asked) {
    expect(groups.replace(/ +/g, ' ')).toContain(`key = "${key}"\n value = "${value}"`);
    expect(files.get('kubernetes/cluster-autoscaler.tf')).toContain(key);
  }
});
