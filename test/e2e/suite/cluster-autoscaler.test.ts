import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAllowed, statementsOfJson } from '../../../src/components/cluster-autoscaler/testing/policy.ts';
import { components } from '../../../src/components/registry.ts';
import { compileExample } from '../../../src/components/testing/compile-example.ts';
import { callAws } from '../harness/call-aws.ts';
import { describeFullE2e } from '../harness/describe-e2e.ts';
import type { FileTree } from '../harness/file-tree.ts';
import { applyFixture } from '../harness/fixture.ts';
import { type MockAws, startMockAws } from '../harness/mock-aws.ts';
import { QuirkLedger } from '../harness/mock-quirks.ts';
import { summarizePlan } from '../harness/plan-summary.ts';
import { planAgain } from '../harness/second-plan.ts';
import { TerraformRoot } from '../harness/terraform.ts';
import { withoutKubernetes } from './aws-root.ts';

const ROLE = 'dapp-prod-cluster-autoscaler';

async function treeOf(keys: string): Promise<FileTree> {
  const { files, diagnostics } = await compileExample(
    components,
    `clusterAutoscaler: {managedBy: elastiform, ${keys}}
nodeGroups: {workers: {instanceTypes: [m6i.large], size: {min: 2, max: 6}}}`,
  );
  expect(diagnostics).toEqual([]);
  return withoutKubernetes(files);
}

describeFullE2e('Cluster Autoscaler', (tools) => {
  let mock: MockAws;
  let fixture: TerraformRoot;
  let root: TerraformRoot;

  beforeAll(async () => {
    mock = await startMockAws(tools());
    fixture = await applyFixture(tools(), mock, 'prod');
    const files = await treeOf('podIdentityAgent: managed');
    root = await TerraformRoot.initialised({ tools: tools(), mock, files });
    await root.apply();
  });

  afterAll(async () => {
    await root?.remove();
    await fixture?.remove();
    await mock?.stop();
  });

  async function roleInAws() {
    const [policy, role] = await callAws(mock, [
      {
        service: 'iam',
        operation: 'get_role_policy',
        arguments: { RoleName: ROLE, PolicyName: 'move-groups-of-nodes' },
      },
      { service: 'iam', operation: 'get_role', arguments: { RoleName: ROLE } },
    ]);
    return {
      permissions: statementsOfJson(JSON.stringify(policy?.['PolicyDocument'])),
      trust: JSON.stringify(role?.['Role']),
    };
  }

  it('has nothing to do after it was applied', async () => {
    expect(await planAgain(root, new QuirkLedger())).toBe('');
  });

  it('may move a group of the cluster, and no other', async () => {
    const { permissions } = await roleInAws();
    const move = (group: string, tags: Readonly<Record<string, string>>) =>
      isAllowed(permissions, {
        action: 'autoscaling:SetDesiredCapacity',
        resource: group,
        context: Object.fromEntries(
          Object.entries(tags).map(([key, value]) => [
            `aws:ResourceTag/k8s.io/cluster-autoscaler/${key}`,
            value,
          ]),
        ),
      });
    const here = `arn:aws:autoscaling:us-east-1:${mock.accountId}:autoScalingGroup:1-2-3:autoScalingGroupName/a`;
    expect(move(here, { enabled: 'true', 'dapp-prod': 'owned' })).toBe(true);
    expect(move(here, { enabled: 'true', 'dapp-dev': 'owned' })).toBe(false);
    expect(move(here, {})).toBe(false);
    expect(move(here.replace('us-east-1', 'eu-west-1'), { enabled: 'true', 'dapp-prod': 'owned' })).toBe(
      false,
    );
  });

  it('is trusted by name, as Pod Identity and by the OIDC provider', async () => {
    expect((await roleInAws()).trust).toContain('aws:RequestTag/eks-cluster-arn');
    await root.replaceFiles(await treeOf('identity: irsa'));
    const plan = await root.plan();
    const changes = summarizePlan(await plan.json()).map(({ address, actions }) => `${actions} ${address}`);
    expect(changes.filter((change) => change.includes('eks__cluster_autoscaler'))).toEqual([
      'delete aws_eks_addon.eks__cluster_autoscaler',
      'delete aws_eks_pod_identity_association.eks__cluster_autoscaler',
      'update aws_iam_role.eks__cluster_autoscaler',
      'no-op aws_iam_role_policy.eks__cluster_autoscaler',
    ]);
    await root.apply(plan);
    expect((await roleInAws()).trust).toContain(
      ':sub":"system:serviceaccount:kube-system:cluster-autoscaler"',
    );
    expect(await planAgain(root, new QuirkLedger())).toBe('');
  });
});
