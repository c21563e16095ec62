import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileText } from '../../import/compile-text.ts';
import { callAws } from '../harness/call-aws.ts';
import { describeFullE2e } from '../harness/describe-e2e.ts';
import { applyFixture } from '../harness/fixture.ts';
import { createLegacyProduction } from '../harness/legacy.ts';
import { type MockAws, startMockAws } from '../harness/mock-aws.ts';
import { type PlannedChange, summarizePlan } from '../harness/plan-summary.ts';
import { TerraformRoot } from '../harness/terraform.ts';
import { withoutKubernetes } from './aws-root.ts';

describeFullE2e('import of what somebody made by hand', (tools) => {
  let mock: MockAws;
  let fixture: TerraformRoot;

  beforeAll(async () => {
    mock = await startMockAws(tools());
    fixture = await applyFixture(tools(), mock, 'prod');
    await createLegacyProduction(mock, fixture);
    await joinCluster(mock);
  });

  afterAll(async () => {
    await fixture?.remove();
    await mock?.stop();
  });

  it('is a spec whose first plan imports what it says, and neither creates, replaces nor destroys', async () => {
    const answers = await describeEverything(mock);
    const { spec, tree } = await compileText(answers);
    await using root = await TerraformRoot.initialised({
      tools: tools(),
      mock,
      files: withoutKubernetes(tree),
    });
    const changes = summarizePlan(await (await root.plan()).json());
    for (const { actions } of changes) {
      expect(actions, spec).not.toContain('replace');
      expect(actions, spec).not.toContain('delete');
    }
    const imported = changes.filter(({ actions }) => actions.includes('import'));
    expect(
      imported.map(({ address, importId }) => [address, importId]),
      spec,
    ).toEqual([
      ['aws_db_instance.postgres', 'prod-postgres'],
      ['aws_db_instance.postgres__replica_1', 'prod-postgres-replica-1'],
      ['aws_db_subnet_group.postgres', 'prod-postgres'],
      ['aws_eks_node_group.plain', expect.stringMatching(/:plain$/)],
      ['aws_elasticache_replication_group.redis_cluster', 'prod-redis-cluster'],
      ['aws_elasticache_subnet_group.redis_cluster', 'prod-redis'],
    ]);
    expect(changes.filter((change) => !imported.includes(change))).toEqual([]);
    expect(changesOfAws(changes), spec).toEqual({
      'aws_db_instance.postgres': ['auto_minor_version_upgrade'],
      'aws_db_instance.postgres__replica_1': ['auto_minor_version_upgrade'],
      // AWS chooses one where nobody does; the mock's is no time of a day, and a note says so.
      'aws_elasticache_replication_group.redis_cluster': ['snapshot_window'],
    });
    expect(spec).toContain('its daily window 05:00-6:00, which the language cannot say');
    expect(spec).toContain('its launch template names no security group');
  }, 600_000);
});

/** What is there with a Terraform of its own: other names, texts, tags, parameters, and groups with templates. */
describeFullE2e('import of what another Terraform made', (tools) => {
  let mock: MockAws;
  let fixture: TerraformRoot;
  let foreign: TerraformRoot;

  beforeAll(async () => {
    mock = await startMockAws(tools());
    fixture = await applyFixture(tools(), mock, 'prod');
    const files = fileURLToPath(new URL('../../import/foreign', import.meta.url));
    foreign = await TerraformRoot.initialised({ tools: tools(), mock, files });
    await foreign.apply();
  }, 600_000);

  afterAll(async () => {
    await foreign?.remove();
    await fixture?.remove();
    await mock?.stop();
  });

  const cluster = () =>
    callAws(mock, [{ service: 'eks', operation: 'describe_cluster', arguments: { name: 'dapp-prod' } }]);

  it.each([
    ['the plan of that Terraform', async () => [await (await foreign.plan()).json(), ...(await cluster())]],
    ['the answers of AWS', async () => describeForeign(mock)],
  ])(
    'by %s: a first plan of imports alone',
    async (_way, inputs) => {
      const { spec, tree } = await compileText(await inputs());
      await using root = await TerraformRoot.initialised({
        tools: tools(),
        mock,
        files: withoutKubernetes(tree),
      });
      const changes = summarizePlan(await (await root.plan()).json());
      const others = changes.filter(({ actions }) => !/^import(?:,update)?$/.test(actions.join()));
      expect(others, spec).toEqual([]);
      expect(changes.map(({ address }) => address)).toEqual(FOREIGN);
      // The spec says so above itself.
      expect(changesOfAws(changes), spec).toEqual({
        'aws_autoscaling_group.mixed_by_hand': ['enabled_metrics'],
        'aws_autoscaling_group.workers_by_hand': ['enabled_metrics'],
      });
      expect(spec.match(/enabled_metrics from/g)).toHaveLength(2);
    },
    600_000,
  );
});

const FOREIGN = [
  'aws_appautoscaling_policy.sessions__shards__cpu',
  'aws_appautoscaling_target.sessions__shards',
  'aws_autoscaling_group.mixed_by_hand',
  'aws_autoscaling_group.workers_by_hand',
  'aws_db_instance.orders',
  'aws_db_instance.orders__reader',
  'aws_db_parameter_group.orders',
  'aws_db_subnet_group.orders',
  'aws_eks_node_group.batch',
  'aws_elasticache_parameter_group.sessions',
  'aws_elasticache_replication_group.sessions',
  'aws_elasticache_subnet_group.sessions',
];

/** Changed attributes by address, without those that Terraform keeps in its state alone. */
function changesOfAws(changes: readonly PlannedChange[]): Record<string, string[]> {
  const all = changes.map(({ address, changed }) => [address, changed.filter(isOfAws)] as const);
  return Object.fromEntries(
    all
      .filter(([, paths]) => paths.length > 0)
      .map(([address, paths]) => [address, [...new Set(paths.map(topOf))]]),
  );
}

const topOf = (path: string) => path.replace(/[.[].*$/, '');

function isOfAws(path: string): boolean {
  return !/^(?:timeouts|apply_immediately|skip_final_snapshot|final_snapshot_identifier|auth_token_update_strategy|wait_for_capacity_timeout)/.test(
    path,
  );
}

async function describeForeign(mock: MockAws): Promise<Record<string, unknown>[]> {
  const call = (service: string, operation: string, more = {}) => ({ service, operation, arguments: more });
  const elasticache = { ServiceNamespace: 'elasticache' };
  return callAws(mock, [
    call('rds', 'describe_db_instances'),
    call('rds', 'describe_db_parameters', { DBParameterGroupName: 'orders-pg16', Source: 'user' }),
    call('elasticache', 'describe_replication_groups'),
    call('elasticache', 'describe_cache_clusters'),
    call('elasticache', 'describe_cache_subnet_groups'),
    call('elasticache', 'describe_cache_parameters', { CacheParameterGroupName: 'sessions-redis7' }),
    call('application-autoscaling', 'describe_scalable_targets', elasticache),
    call('application-autoscaling', 'describe_scaling_policies', elasticache),
    call('autoscaling', 'describe_auto_scaling_groups'),
    call('ec2', 'describe_launch_template_versions', { Versions: ['$Latest', '$Default'] }),
    call('eks', 'describe_cluster', { name: 'dapp-prod' }),
    call('eks', 'describe_nodegroup', { clusterName: 'dapp-prod', nodegroupName: 'batch' }),
  ]);
}

/** What every group of a cluster has, and a node group of one shape. */
async function joinCluster(mock: MockAws): Promise<void> {
  const [clusters] = await callAws(mock, [{ service: 'eks', operation: 'list_clusters', arguments: {} }]);
  const clusterName = (clusters as { clusters: string[] }).clusters[0] ?? '';
  const [answer] = await callAws(mock, [
    {
      service: 'eks',
      operation: 'describe_nodegroup',
      arguments: { clusterName, nodegroupName: 'spot-nodes' },
    },
  ]);
  const { subnets, nodeRole } = (answer as { nodegroup: Record<string, unknown> }).nodegroup;
  const tag = {
    ResourceId: 'eks-worker-nodes',
    ResourceType: 'auto-scaling-group',
    Key: `kubernetes.io/cluster/${clusterName}`,
    Value: 'owned',
    PropagateAtLaunch: true,
  };
  await callAws(mock, [
    { service: 'autoscaling', operation: 'create_or_update_tags', arguments: { Tags: [tag] } },
    {
      service: 'eks',
      operation: 'create_nodegroup',
      arguments: {
        clusterName,
        nodegroupName: 'plain',
        scalingConfig: { minSize: 1, maxSize: 4, desiredSize: 2 },
        subnets,
        instanceTypes: ['t3.large'],
        amiType: 'AL2023_x86_64_STANDARD',
        nodeRole,
      },
    },
  ]);
}

async function describeEverything(mock: MockAws): Promise<Record<string, unknown>[]> {
  const call = (service: string, operation: string, more = {}) => ({ service, operation, arguments: more });
  const [clusters] = await callAws(mock, [call('eks', 'list_clusters')]);
  const name = (clusters as { clusters: string[] }).clusters[0];
  return callAws(mock, [
    call('rds', 'describe_db_instances'),
    call('elasticache', 'describe_replication_groups'),
    call('elasticache', 'describe_cache_clusters'),
    call('elasticache', 'describe_cache_subnet_groups'),
    call('autoscaling', 'describe_auto_scaling_groups'),
    call('ec2', 'describe_launch_template_versions', { LaunchTemplateName: 'eks-worker-nodes' }),
    call('eks', 'describe_cluster', { name }),
    call('eks', 'describe_nodegroup', { clusterName: name, nodegroupName: 'spot-nodes' }),
    call('eks', 'describe_nodegroup', { clusterName: name, nodegroupName: 'plain' }),
  ]);
}
