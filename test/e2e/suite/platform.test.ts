import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { moveBehindTheBack } from '../harness/behind-the-back.ts';
import { describeE2e, isFullRun } from '../harness/describe-e2e.ts';
import { type TerraformDiagnostic, TerraformError } from '../harness/diagnostics.ts';
import { type FileTree, readFileTree } from '../harness/file-tree.ts';
import { applyFixture, type Environment } from '../harness/fixture.ts';
import { type MockAws, startMockAws } from '../harness/mock-aws.ts';
import { QuirkLedger } from '../harness/mock-quirks.ts';
import type { PlanJson } from '../harness/plan-json.ts';
import { addressesByAction, formatPlan, type PlannedChange, summarizePlan } from '../harness/plan-summary.ts';
import { planAgain } from '../harness/second-plan.ts';
import { TerraformRoot } from '../harness/terraform.ts';
import { awsRoot, withoutKubernetes } from './aws-root.ts';
import { groupedEdits, singleEdits } from './scaling-edits.ts';

const scalingEdits = isFullRun ? singleEdits : groupedEdits;
const GOLDEN = `test/e2e/suite/scaling${isFullRun ? '-full' : ''}.golden.txt`;
const MINUTES = 60_000;

/** The provider waits 80 s for a primary and then 160 s more for its replica; it is planned instead. */
const WITHOUT_REPLICA = {
  file: 'specs/prod.yaml',
  from: `    readReplicas:
      replica-1:
        # As large as its primary: a smaller PostgreSQL replica allows fewer connections.
        class: db.r6g.2xlarge
        availabilityZone: us-east-1b
`,
  to: '',
};

async function committed(environment: Environment): Promise<FileTree> {
  return withoutKubernetes(await readFileTree(join('generated/infra/env', environment)));
}

describeE2e('the sample platform', (tools) => {
  let mock: MockAws;
  const fixtures: TerraformRoot[] = [];
  const roots = new Map<Environment, Promise<TerraformRoot>>();
  const plans = new Map<string, string>();
  const warnings = new Map<Environment, readonly TerraformDiagnostic[]>();
  const quirks = new QuirkLedger();

  /** The environment as it is committed, applied once; the provider waits long, so all three go at the same time. */
  const applied = (environment: Environment) => roots.get(environment)!;

  beforeAll(async () => {
    mock = await startMockAws(tools());
    const start = async (environment: Environment) => {
      fixtures.push(await applyFixture(tools(), mock, environment));
      const files =
        environment === 'prod' && !isFullRun
          ? await awsRoot('prod', [WITHOUT_REPLICA])
          : await committed(environment);
      const root = await TerraformRoot.initialised({ tools: tools(), mock, files });
      warnings.set(environment, await root.apply());
      return root;
    };
    for (const environment of ['dev', 'staging', 'prod'] as const) {
      const root = start(environment);
      root.catch(() => {}); // each test tells of it
      roots.set(environment, root);
    }
  }, 2 * MINUTES);

  afterAll(async () => {
    for (const root of [...roots.values()]) await (await root.catch(() => undefined))?.remove();
    for (const fixture of fixtures) await fixture.remove();
    await mock?.stop();
  }, 2 * MINUTES);

  const environments = ['dev', 'staging', 'prod'] as const;

  it.concurrent('all are formatted', async () => {
    for (const environment of environments) {
      const files = await readFileTree(join('generated/infra/env', environment));
      await using formatted = await TerraformRoot.create({ tools: tools(), files });
      expect(await formatted.fmtCheck()).toEqual([]);
    }
  });

  // The others are valid too, or they would not apply below; that costs no further start of the provider.
  it.concurrent(
    'prod is valid and free of warnings',
    async () => {
      await using root = await TerraformRoot.initialised({ tools: tools(), files: await committed('prod') });
      expect(await root.validate()).toEqual({ valid: true, errors: [], warnings: [] });
    },
    5 * MINUTES,
  );

  it.concurrent.each(environments)(
    '%s applies as committed and without warnings, and the second plan is empty',
    async (environment) => {
      const root = await applied(environment);
      expect(warnings.get(environment)).toEqual([]);
      expect(await planAgain(root, quirks)).toBe('');
    },
    10 * MINUTES,
  );

  it.concurrent.each(scalingEdits)(
    '$environment, $title: touches only what was meant',
    async ({ title, environment, edits }) => {
      const root = await applied(environment);
      await using edited = await root.fork(await awsRoot(environment, edits));
      plans.set(title, await outcome(edited));
    },
    10 * MINUTES,
  );

  it.concurrent(
    'what an autoscaler has moved stays, and what Terraform owns comes back',
    async () => {
      const root = await applied('staging');
      await moveBehindTheBack(mock, [
        {
          kind: 'node-group-size',
          cluster: 'dapp-staging',
          nodeGroup: await nodeGroupName(root),
          min: 1,
          max: 3,
          desired: 3,
        },
        { kind: 'storage', identifier: 'staging-postgres', gibibytes: 80 },
      ]);
      // The node group is Cluster Autoscaler's, the storage RDS's.
      await using same = await root.fork(await committed('staging'));
      expect(await planAgain(same, quirks)).toBe('');
      // Under Terraform's own hand the same moves are exactly one change each.
      const owned = await awsRoot('staging', [
        {
          file: 'specs/staging.yaml',
          from: 'size: {min: 1, max: 3}',
          to: 'size: {min: 1, max: 3, owner: terraform}',
        },
      ]);
      await using fork = await root.fork(owned);
      const plan = summarizePlan(await (await fork.plan()).json()).filter(isChange);
      // A group that Terraform owns has no alarm at its maximum, so that the dashboard changes too.
      expect(plan.filter(({ address }) => !address.startsWith('aws_cloudwatch_'))).toEqual([
        expect.objectContaining({
          address: 'aws_eks_node_group.general_nodes',
          actions: ['update'],
          changed: ['scaling_config[0].desired_size'],
        }),
      ]);
    },
    10 * MINUTES,
  );

  it.concurrent(
    'the Auto Scaling group keeps the capacity that Cluster Autoscaler gave it',
    async () => {
      const root = await applied('prod');
      const replica = isFullRun ? [] : [WITHOUT_REPLICA];
      await moveBehindTheBack(mock, [{ kind: 'desired-capacity', group: 'eks-worker-nodes', desired: 7 }]);
      const owner = {
        file: 'specs/prod.yaml',
        from: 'size: {min: 3, max: 10, initial: 3, owner: cluster-autoscaler}',
        to: 'size: {min: 3, max: 10, initial: 3, owner: terraform}',
      };
      // A group has one owner: what a schedule moves cannot be Terraform's.
      const unscheduled = {
        file: 'specs/prod.yaml',
        from: ', autoScalingGroups.eks-worker-nodes: 4}',
        to: '}',
      };
      await using same = await root.fork(await awsRoot('prod', replica));
      expect(quirks.unforgiven(await (await same.plan()).json())).toBe('');
      await using fork = await root.fork(await awsRoot('prod', [...replica, owner, unscheduled]));
      const changes = summarizePlan(await (await fork.plan()).json())
        .filter(isChange)
        .filter(({ address }) => !address.startsWith('aws_cloudwatch_'));
      expect(changes.map(({ address, actions }) => [address, actions])).toEqual([
        ['aws_autoscaling_group.eks_worker_nodes', ['update']],
        ['aws_autoscaling_schedule.eks_worker_nodes__at_0550', ['delete']],
        ['aws_autoscaling_schedule.eks_worker_nodes__at_2200', ['delete']],
      ]);
      expect(changes[0]?.changed).toContain('desired_capacity');
    },
    10 * MINUTES,
  );

  it.concurrent(
    'a rename that says so is a move and nothing else',
    async () => {
      const root = await applied('staging');
      const renamed = await awsRoot('staging', [
        { file: 'specs/base.yaml', from: '  postgres:\n', to: '  main:\n' },
        { file: 'specs/base.yaml', from: 'ref: postgres', to: 'ref: main' },
        {
          file: 'specs/staging.yaml',
          from: '    connectionPooler:\n',
          to: '    connectionPooler:\n      name: postgres-pgbouncer\n',
        },
        {
          file: 'specs/staging.yaml',
          from: '  postgres:\n    class',
          to: '  main:\n    previousName: postgres\n    identifier: staging-postgres\n    securityGroups: [postgres]\n    class',
        },
      ]);
      await using fork = await root.fork(renamed);
      const byAction = addressesByAction(await (await fork.plan({ refresh: false })).json());
      // Alarms keep their names and tell the new path of the spec in their description.
      const { move, 'no-op': _, update = [], ...others } = byAction;
      expect(others).toEqual({});
      expect(update.filter((address) => !address.startsWith('aws_cloudwatch_'))).toEqual([]);
      expect(move).toEqual(
        expect.arrayContaining([
          'aws_db_instance.main',
          'aws_db_parameter_group.main',
          'aws_db_subnet_group.main',
          'aws_iam_role.main__pooler',
        ]),
      );
    },
    10 * MINUTES,
  );

  it('changes as the golden table says', () => {
    const table = scalingEdits
      .map(
        ({ environment, title }) => `== ${environment}, ${title}\n${plans.get(title) || 'nothing in AWS\n'}`,
      )
      .join('\n');
    // A run in which a plan failed has nothing to say.
    expect(plans.size).toBe(scalingEdits.length);
    if (process.env['GOLDEN'] === 'update') writeFileSync(GOLDEN, table);
    expect(table).toBe(readFileSync(GOLDEN, 'utf8'));
  });

  /** What a plan would do, or why Terraform refuses to make one. */
  async function outcome(root: TerraformRoot): Promise<string> {
    try {
      return tableOf(await (await root.plan({ refresh: false })).json());
    } catch (error) {
      if (!(error instanceof TerraformError)) throw error;
      return error.diagnostics
        .map(({ summary, address }) => `refused: ${summary}${address ? ` (${address})` : ''}\n`)
        .join('');
    }
  }

  /** Alarms and the dashboard follow whatever changes, each by itself; a reader wants to know how many. */
  function tableOf(plan: PlanJson): string {
    const isFollower = ({ address }: { readonly address: string }) => address.startsWith('aws_cloudwatch_');
    const changes = (plan.resource_changes ?? []).filter((change) => !isFollower(change));
    const followers = summarizePlan(plan).filter(isChange).filter(isFollower);
    const counts = new Map<string, number>();
    for (const { actions } of followers)
      counts.set(actions.join('+'), (counts.get(actions.join('+')) ?? 0) + 1);
    const follow = [...counts].sort().map(([action, count]) => `${action} ${count}`);
    return `${formatPlan({ ...plan, resource_changes: changes })}${follow.length > 0 ? `alarms and dashboard: ${follow.join(', ')}\n` : ''}`;
  }

  function isChange({ actions }: PlannedChange): boolean {
    return !actions.includes('no-op');
  }

  async function nodeGroupName(root: TerraformRoot): Promise<string> {
    return (await root.output())['general_nodes__node_group'] as string;
  }
});
