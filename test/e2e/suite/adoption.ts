import { expect, it } from 'vitest';
import { summarizePlan } from '../harness/plan-summary.ts';
import { TerraformRoot } from '../harness/terraform.ts';
import { awsRoot } from './aws-root.ts';
import type { TextEdit } from './spec-edit.ts';
import type { World } from './world.ts';

const PROD = 'specs/prod.yaml';

/** The sample production as it would be written the day it takes over what somebody made by hand. */
const ADOPTING: readonly TextEdit[] = [
  {
    file: 'specs/base.yaml',
    from: `    parameters:
      log_min_duration_statement: {value: "500"}
      shared_preload_libraries: {value: pg_stat_statements}
`,
    to: '    parameterGroup: {name: prod-postgres-16-legacy}\n',
  },
  {
    file: PROD,
    from: '    ami: ami-0123456789abcdef0',
    to: '    adopt: true\n    ami: ami-0123456789abcdef0',
  },
  {
    file: PROD,
    from: '    identifier: prod-postgres',
    to: '    adopt: true\n    username: postgres\n    identifier: prod-postgres',
  },
  // The password of the legacy database stays where it is, so RDS keeps none that a pooler could read.
  { file: PROD, from: '      serverCredentials: rds-managed\n', to: '' },
  {
    file: PROD,
    from: '    replicationGroupId: prod-redis-cluster',
    to: '    adopt: true\n    replicationGroupId: prod-redis-cluster\n    subnetGroup: {name: prod-redis}',
  },
];

/** What watches, schedules, distributes or may do something: it is new, and touches nothing that is there. */
const IS_ABOUT_OTHERS =
  /^aws_(?:cloudwatch_|cloudfront_|iam_role|autoscaling_schedule|eks_pod_identity_association)/;

export function adoptionTests(world: () => World): void {
  it('is imported with adopt: true; nothing is created beside the spot nodes, replaced or destroyed', async () => {
    await using root = await TerraformRoot.initialised({
      ...world(),
      files: await awsRoot('prod', ADOPTING),
    });
    const changes = summarizePlan(await (await root.plan()).json());
    const imported = changes
      .filter(({ actions }) => actions.includes('import'))
      .map(({ address, importId }) => [address, importId]);
    expect(imported).toEqual([
      ['aws_autoscaling_group.eks_worker_nodes', 'eks-worker-nodes'],
      ['aws_db_instance.postgres', 'prod-postgres'],
      ['aws_db_instance.postgres__replica_1', 'prod-postgres-replica-1'],
      ['aws_db_subnet_group.postgres', 'prod-postgres'],
      ['aws_elasticache_replication_group.redis', 'prod-redis-cluster'],
      ['aws_elasticache_subnet_group.redis', 'prod-redis'],
      ['aws_launch_template.eks_worker_nodes', expect.stringMatching(/^lt-/)],
    ]);
    // The spot nodes are not adopted: the guide's group mixes two shapes, and a new one is made beside it.
    const others = changes.filter(({ actions }) => !actions.includes('import'));
    expect(
      others.filter(({ address }) => !address.includes('.spot_nodes') && !IS_ABOUT_OTHERS.test(address)),
    ).toEqual([]);
    for (const { actions } of changes) {
      expect(actions).not.toContain('replace');
      expect(actions).not.toContain('delete');
    }
  }, 600_000);
}
