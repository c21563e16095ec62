import { afterAll, beforeAll, expect, it } from 'vitest';
import { compileText } from '../../import/compile-text.ts';
import { callAws } from '../harness/call-aws.ts';
import { describeFullE2e } from '../harness/describe-e2e.ts';
import { applyFixture } from '../harness/fixture.ts';
import { createLegacyProduction } from '../harness/legacy.ts';
import { type MockAws, startMockAws } from '../harness/mock-aws.ts';
import { summarizePlan } from '../harness/plan-summary.ts';
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
    // Tags of the group behind the node group are laid over what EKS wrote; there is nothing to import.
    const others = changes.filter((change) => !imported.includes(change));
    expect(others.filter(({ type }) => type !== 'aws_autoscaling_group_tag')).toEqual([]);
    const changed = new Map(imported.map(({ address, changed: paths }) => [address, paths.filter(matters)]));
    expect(Object.fromEntries(changed), spec).toMatchObject({
      'aws_db_instance.postgres': ['auto_minor_version_upgrade'],
      'aws_db_instance.postgres__replica_1': ['auto_minor_version_upgrade'],
      'aws_db_subnet_group.postgres': [],
      'aws_eks_node_group.plain': [],
      'aws_elasticache_subnet_group.redis_cluster': [],
    });
    expect(spec).toContain('its launch template names no security group');
  }, 600_000);
});

/** Not tags of ours, nor what Terraform alone knows. */
function matters(path: string): boolean {
  return !/^(?:tags|timeouts|copy_tags_to_snapshot|skip_final_snapshot|final_snapshot_identifier)/.test(path);
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
    call('autoscaling', 'describe_auto_scaling_groups'),
    call('ec2', 'describe_launch_template_versions', { LaunchTemplateName: 'eks-worker-nodes' }),
    call('eks', 'describe_cluster', { name }),
    call('eks', 'describe_nodegroup', { clusterName: name, nodegroupName: 'spot-nodes' }),
    call('eks', 'describe_nodegroup', { clusterName: name, nodegroupName: 'plain' }),
  ]);
}
