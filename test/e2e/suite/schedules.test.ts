import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { components } from '../../../src/components/registry.ts';
import { compileExample } from '../../../src/components/testing/compile-example.ts';
import { moveBehindTheBack } from '../harness/behind-the-back.ts';
import { callAws } from '../harness/call-aws.ts';
import { describeFullE2e } from '../harness/describe-e2e.ts';
import type { FileTree } from '../harness/file-tree.ts';
import { applyFixture } from '../harness/fixture.ts';
import { type MockAws, startMockAws } from '../harness/mock-aws.ts';
import { QuirkLedger } from '../harness/mock-quirks.ts';
import { addressesByAction, summarizePlan } from '../harness/plan-summary.ts';
import { planAgain } from '../harness/second-plan.ts';
import { TerraformRoot } from '../harness/terraform.ts';
import { withoutKubernetes } from './aws-root.ts';

const SPEC = `
schedules:
  business-hours:
    timezone: America/New_York
    window: "06:00-22:00"
    days: [mon, tue, wed, thu, fri]
    floors: {autoScalingGroups.workers: 4, nodeGroups.batch: 3}
autoScalingGroups:
  workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 10}}
nodeGroups:
  batch: {instanceTypes: [m6i.large], size: {min: 1, max: 5}}
`;

/** Far away, whenever this runs, on a Friday. Eighteen pods need six nodes, one of which is the least of batch. */
const EVENT = `
traffic:
  asOf: "2026-11-25"
  current: 1000/min
  events: {launch: {from: "2097-03-01 20:00", to: "2097-03-02 12:00", factor: 6}}
workloads:
  api:
    resources: {requests: {cpu: 500m, memory: 256Mi}}
    autoscaling: {minReplicas: 3, maxReplicas: 20, metrics: {cpu: {averageUtilization: 70%}}}
`;

/** The same files as Terraform would read them after the event. */
function afterwards(files: FileTree): FileTree {
  return new Map([...files].map(([path, text]) => [path, text.replaceAll('2097-', '2017-')]));
}

async function treeOf(yaml: string): Promise<FileTree> {
  const { files, diagnostics } = await compileExample(components, yaml);
  expect(diagnostics).toEqual([]);
  return withoutKubernetes(files);
}

describeFullE2e('schedules', (tools) => {
  let mock: MockAws;
  let fixture: TerraformRoot;
  let root: TerraformRoot;

  beforeAll(async () => {
    mock = await startMockAws(tools());
    fixture = await applyFixture(tools(), mock, 'prod');
    root = await TerraformRoot.initialised({ tools: tools(), mock, files: await treeOf(SPEC) });
    await root.apply();
  });

  afterAll(async () => {
    await root?.remove();
    await fixture?.remove();
    await mock?.stop();
  });

  /** What a plan of an edited spec does, without what it leaves alone. */
  async function planOf(from: string, to: string) {
    await root.replaceFiles(await treeOf(SPEC.replaceAll(from, to)));
    const plan = await root.plan();
    const changes = summarizePlan(await plan.json())
      .filter(({ actions }) => !actions.includes('no-op'))
      .map(({ address, actions, forcedBy }) => [address, actions.join(), forcedBy.join()].join(' ').trim());
    return { plan, changes };
  }

  it('have nothing to do after they were applied', async () => {
    expect(await planAgain(root, new QuirkLedger())).toBe('');
  });

  it('leave a group alone that one of its actions has moved', async () => {
    await moveBehindTheBack(mock, [{ kind: 'group-size', group: 'workers', min: 4 }]);
    expect(await planAgain(root, new QuirkLedger())).toBe('');
  });

  it('change a floor in place', async () => {
    const { changes } = await planOf('workers: 4', 'workers: 5');
    expect(changes).toEqual(['aws_autoscaling_schedule.workers__at_0550 update']);
  });

  it('replace an action whose days change, the old one first', async () => {
    const { plan, changes } = await planOf('thu, fri]', 'thu, fri, sat]');
    expect(changes.filter((change) => change.includes('replace'))).toEqual([
      'aws_autoscaling_schedule.batch__node_group__at_0550 replace scheduled_action_name',
      'aws_autoscaling_schedule.batch__node_group__at_2200 replace scheduled_action_name',
      'aws_autoscaling_schedule.workers__at_0550 replace scheduled_action_name',
      'aws_autoscaling_schedule.workers__at_2200 replace scheduled_action_name',
    ]);
    // The mock refuses a second action at the moment of the first, as AWS does.
    await root.apply(plan);
    expect(await planAgain(root, new QuirkLedger())).toBe('');
  });

  it('make a new action and destroy the old one when the time changes', async () => {
    const { plan, changes } = await planOf('06:00-22:00', '06:00-23:00');
    expect(changes.filter((change) => change.includes('workers'))).toEqual([
      'aws_autoscaling_schedule.workers__at_0550 replace scheduled_action_name',
      'aws_autoscaling_schedule.workers__at_2200 delete',
      'aws_autoscaling_schedule.workers__at_2300 create',
    ]);
    await root.apply(plan);
    expect(await planAgain(root, new QuirkLedger())).toBe('');
  });

  it('give min back to Terraform when they go', async () => {
    const { changes } = await planOf(SPEC.slice(0, SPEC.indexOf('autoScalingGroups:\n')), '');
    expect(changes).toContain('aws_autoscaling_group.workers update');
    expect(changes.filter((change) => change.includes('delete'))).toHaveLength(4);
  });

  describe('of events', () => {
    const action = (cause: string, time: string) =>
      `aws_autoscaling_schedule.workers__event_launch__${cause}["2097-03-0${time}:00Z"]`;

    it('run once, and have nothing to do after they were applied', async () => {
      await root.replaceFiles(await treeOf(SPEC + EVENT));
      const plan = await root.plan();
      const { create = [] } = addressesByAction(await plan.json());
      expect(create.filter((address) => address.includes('event'))).toEqual([
        // A minute after 22:00 in New York, 20:00 less the lead, and noon.
        action('again', '2T03:01'),
        action('begin', '1T19:30'),
        action('end', '2T12:00'),
      ]);
      await root.apply(plan);
      expect(await planAgain(root, new QuirkLedger())).toBe('');
    });

    it('go when their time has passed, whether AWS has deleted them already or not', async () => {
      // AWS deletes what has run (hashicorp/terraform-provider-aws #8646); the mock has to be told.
      await callAws(mock, [
        {
          service: 'autoscaling',
          operation: 'delete_scheduled_action',
          arguments: {
            AutoScalingGroupName: 'workers',
            ScheduledActionName: 'elastiform-launch-begin-2097-03-01T19:30:00Z',
          },
        },
      ]);
      await root.replaceFiles(afterwards(await treeOf(SPEC + EVENT)));
      const plan = await root.plan();
      const { create, delete: gone } = addressesByAction(await plan.json());
      expect([create, gone]).toEqual([undefined, [action('again', '2T03:01'), action('end', '2T12:00')]]);
      await root.apply(plan);
      expect(await planAgain(root, new QuirkLedger())).toBe('');
      expect((await root.stateList()).filter((address) => address.includes('event'))).toEqual([]);
    });

    it('are never made in the past, which AWS refuses', async () => {
      await root.replaceFiles(await treeOf(SPEC));
      await root.apply();
      await root.replaceFiles(afterwards(await treeOf(SPEC + EVENT)));
      expect((await root.plan()).hasChanges).toBe(false);
    });
  });
});
