import { afterAll, beforeAll, expect, it } from 'vitest';
import { components } from '../../../src/components/registry.ts';
import { compileExample } from '../../../src/components/testing/compile-example.ts';
import { moveBehindTheBack } from '../harness/behind-the-back.ts';
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

const SPEC = `
tier: staging
alarms:
  notify: ["arn:aws:sns:us-east-1:123456789012:oncall"]
  containerInsights: true
  loadBalancers: {api: {name: dapp-prod-api}}
  queues: {jobs: {name: dapp-prod-jobs}}
  items: {databases.postgres: {cpu: 85%}}
autoScalingGroups:
  workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 10}}
nodeGroups:
  batch: {instanceTypes: [m6i.large], size: {min: 1, max: 5}}
workloads:
  api:
    resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {cpu: "1", memory: 1Gi}}
    podDisruptionBudget: false
    autoscaling: {minReplicas: 2, maxReplicas: 4, metrics: {cpu: {averageUtilization: 70%}}}
databases:
  postgres:
    engine: postgres
    engineVersion: "16.12"
    class: db.t4g.medium
    storage: {allocated: 100GiB, max: 500GiB}
    multiAz: false
caches:
  redis: {nodeType: cache.r6g.large, shards: {initial: 2, owner: terraform}, replicasPerShard: 1}
`;

async function treeOf(yaml: string): Promise<FileTree> {
  const { files, diagnostics } = await compileExample(components, yaml);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return withoutKubernetes(files);
}

describeFullE2e('alarms', (tools) => {
  let mock: MockAws;
  let fixture: TerraformRoot;
  let root: TerraformRoot;

  beforeAll(async () => {
    mock = await startMockAws(tools());
    fixture = await applyFixture(tools(), mock, 'prod');
    // What nobody generates: a load balancer that the cluster made.
    const [found] = await callAws(mock, [{ service: 'ec2', operation: 'describe_subnets', arguments: {} }]);
    const subnets = (
      found as {
        Subnets: {
          SubnetId: string;
          AvailabilityZone: string;
          VpcId: string;
          Tags?: { Key: string; Value: string }[];
        }[];
      }
    ).Subnets.filter(({ Tags = [] }) => Tags.some(({ Value }) => Value.startsWith('dapp-prod-private'))).map(
      ({ SubnetId }) => SubnetId,
    );
    await callAws(mock, [
      {
        service: 'elbv2',
        operation: 'create_load_balancer',
        arguments: { Name: 'dapp-prod-api', Subnets: subnets.slice(0, 2), Scheme: 'internal' },
      },
    ]);
    root = await TerraformRoot.initialised({ tools: tools(), mock, files: await treeOf(SPEC) });
    await root.apply();
  });

  afterAll(async () => {
    await root?.remove();
    await fixture?.remove();
    await mock?.stop();
  });

  /** What a plan of an edited spec does, without what it leaves alone. */
  async function changesOf(from: string, to: string): Promise<readonly string[]> {
    expect(SPEC).toContain(from);
    await root.replaceFiles(await treeOf(SPEC.replace(from, to)));
    const plan = await root.plan();
    return summarizePlan(await plan.json())
      .filter(({ actions }) => !actions.includes('no-op'))
      .map(({ address, actions }) => `${address} ${actions.join()}`);
  }

  it('have nothing to do after they were applied', async () => {
    expect(await planAgain(root, new QuirkLedger())).toBe('');
  });

  it('are there, one for each node of the cache', async () => {
    const [answer] = await callAws(mock, [
      { service: 'cloudwatch', operation: 'describe_alarms', arguments: {} },
    ]);
    const alarms = (answer as { MetricAlarms: { AlarmName: string; Threshold: number }[] }).MetricAlarms;
    const thresholds = new Map(alarms.map(({ AlarmName, Threshold }) => [AlarmName, Threshold]));
    expect([...thresholds.keys()].filter((name) => name.includes('cache-cpu')).sort()).toEqual([
      'prod-redis-cache-cpu-0001-001',
      'prod-redis-cache-cpu-0001-002',
      'prod-redis-cache-cpu-0002-001',
      'prod-redis-cache-cpu-0002-002',
    ]);
    expect(thresholds.get('prod-redis-cache-cpu-0001-001')).toBe(35);
    expect(thresholds.get('prod-postgres-database-cpu')).toBe(85);
    expect(thresholds.get('prod-postgres-database-storage')).toBe(5 * 2 ** 30);
    expect(thresholds.get('prod-workers-asg-at-max')).toBe(100);
    const [board] = await callAws(mock, [
      { service: 'cloudwatch', operation: 'get_dashboard', arguments: { DashboardName: 'prod-scaling' } },
    ]);
    const { widgets } = JSON.parse((board as { DashboardBody: string }).DashboardBody);
    expect(widgets[0].properties.alarms).toHaveLength(thresholds.size);
    expect(JSON.stringify(widgets)).toContain('"CacheClusterId","prod-redis-0002-002"');
  });

  it('change one in place where one threshold is edited', async () => {
    const changes = await changesOf('cpu: 85%', 'cpu: 90%');
    expect(changes.filter((change) => change.includes('alarm'))).toEqual([
      'aws_cloudwatch_metric_alarm.postgres__database_cpu update',
    ]);
    // The line in the graph moves with it.
    expect(changes.filter((change) => !change.includes('alarm'))).toEqual([
      'aws_cloudwatch_dashboard.scaling update',
    ]);
  });

  it('stay as they are when something else moves what it owns', async () => {
    await root.replaceFiles(await treeOf(SPEC));
    await moveBehindTheBack(mock, [
      { kind: 'storage', identifier: 'prod-postgres', gibibytes: 300 },
      { kind: 'desired-capacity', group: 'workers', desired: 7 },
    ]);
    expect(await planAgain(root, new QuirkLedger())).toBe('');
  });

  it('come with the nodes of a cache that is resharded', async () => {
    const changes = await changesOf('initial: 2', 'initial: 3');
    expect(changes.filter((change) => change.endsWith(' create'))).toHaveLength(10);
    expect(changes.filter((change) => change.includes('destroy') || change.includes('replace'))).toEqual([]);
  });
});
