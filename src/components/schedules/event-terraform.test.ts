import { describe, expect, it } from 'vitest';
import { trafficEventRules } from '../../rules/traffic-events/index.ts';
import { components } from '../registry.ts';
import { compileExample } from '../testing/compile-example.ts';

const SPEC = `
traffic:
  asOf: "2026-11-25"
  current: 1000/min
  growth: {"2027-03-01": 2000/min}
  timezone: America/New_York
  events:
    launch: {from: "2027-02-26 20:00", to: 2027-02-28, factor: 2, leadTime: 1h}
workloads:
  api:
    resources: {requests: {cpu: 500m, memory: 256Mi}}
    autoscaling: {minReplicas: 3, maxReplicas: 20, metrics: {cpu: {averageUtilization: 70%}}}
autoScalingGroups:
  workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 10}}
`;

const SCHEDULES = `
schedules:
  off-hours: {timezone: America/New_York, window: "22:00-06:00", image: "registry.example.com/kubectl:1.35", floors: {workloads.api: 2}}
  business-hours: {timezone: America/New_York, window: "06:00-22:00", floors: {workloads.api: 5, autoScalingGroups.workers: 3}}
`;

/** A file of a spec that nothing is said against. */
async function file(yaml: string, path: string): Promise<string> {
  const { diagnostics, files } = await compileExample(components, yaml, 'hcl', trafficEventRules as never);
  expect(diagnostics).toEqual([]);
  return files.get(path) ?? '';
}

describe('a group of nodes', () => {
  it('has actions that run once, as long as their time has not passed', async () => {
    const text = await file(SPEC, 'schedules.tf');
    // 2000/min of growth, twice as many, 334/min a pod: 12 pods, three on a node.
    expect(text).toContain(`locals {
  workers__event_launch__begin__times = ["2027-02-27T00:00:00Z"]
}

# traffic.events.launch
# launch begins: the least number rises.
# Fri 2027-02-26 19:00 in America/New_York.
resource "aws_autoscaling_schedule" "workers__event_launch__begin" {
  for_each               = toset([for at in local.workers__event_launch__begin__times : at if timecmp(plantimestamp(), at) < 0])
  scheduled_action_name  = "elastiform-launch-begin-\${each.value}"
  autoscaling_group_name = aws_autoscaling_group.workers.name
  start_time             = each.value
  min_size               = 4
  max_size               = -1
  desired_capacity       = -1
}`);
    expect(text).toContain('workers__event_launch__end__times = ["2027-03-01T05:00:00Z"]');
    expect(text.match(/^ {2}min_size .*$/gm)).toEqual([
      '  min_size               = 4',
      '  min_size               = local.workers__min_size',
    ]);
  });

  it('is raised again a minute after each change of its schedule', async () => {
    const text = await file(SPEC + SCHEDULES, 'schedules.tf');
    expect(text).toContain(`  workers__event_launch__again__times = [
    "2027-02-27T03:01:00Z",
    "2027-02-27T10:51:00Z",
    "2027-02-28T03:01:00Z",
    "2027-02-28T10:51:00Z",
    "2027-03-01T03:01:00Z",
  ]`);
  });

  it('gives min away, but for one that Terraform owns', async () => {
    expect(await file(SPEC, 'eks-autoscaling.tf')).toContain('ignore_changes = [desired_capacity, min_size]');
    const owned = SPEC.replace('max: 10}', 'max: 10, owner: terraform, initial: 4}');
    expect(await file(owned, 'eks-autoscaling.tf')).not.toContain('min_size]');
    expect(await file(owned, 'schedules.tf')).toBe('');
  });

  it('takes its actions along when it is renamed', async () => {
    const renamed = SPEC.replace('workers: {', 'nodes: {previousName: workers, name: workers, ');
    expect(await file(renamed, 'schedules.tf')).toContain(`moved {
  from = aws_autoscaling_schedule.workers__event_launch__begin
  to   = aws_autoscaling_schedule.nodes__event_launch__begin
}`);
  });
});

describe('a workload', () => {
  it('has jobs in UTC that are there near the event only', async () => {
    const text = await file(SPEC, 'kubernetes/schedules.tf');
    expect(text).toContain(
      'traffic__event_launch__is_near = timecmp(plantimestamp(), "2026-05-03T00:30:00Z") >= 0 && timecmp(plantimestamp(), "2027-03-02T05:00:00Z") < 0',
    );
    expect(text.match(/^ {2}count = .*$/gm)).toEqual([
      '  count = local.traffic__event_launch__is_near ? 1 : 0',
      '  count = local.traffic__event_launch__is_near ? 1 : 0',
    ]);
    expect(valuesOf(text, 'schedule ')).toEqual(['"30 0 27 2 *"', '"0 5 1 3 *"']);
    expect(valuesOf(text, 'timezone')).toEqual(['"Etc/UTC"', '"Etc/UTC"']);
    expect(text.match(/minReplicas\\":\d+/g)).toEqual(['minReplicas\\":12', 'minReplicas\\":3']);
    expect(text).toContain('resource "kubernetes_role_v1" "api__schedule"');
  });

  it('sets its floor again after each change of its schedule, and ten minutes later for a slow one', async () => {
    const text = await file(SPEC + SCHEDULES, 'kubernetes/schedules.tf');
    expect(valuesOf(text, 'schedule ')).toEqual([
      '"0 6 * * *"',
      '"0 22 * * *"',
      '"30 0 27 2 *"',
      '"1,11 3 27,28 2 *"',
      '"1,11 11 27,28 2 *"',
      '"1,11 3 1 3 *"',
      '"0 5 1 3 *"',
    ]);
    // Night by then.
    expect(text.slice(text.indexOf('event_launch__end')).match(/minReplicas\\":\d+/g)).toEqual([
      'minReplicas\\":2',
    ]);
    expect(new Set(valuesOf(text, 'image'))).toContain('"registry.example.com/kubectl:1.35"');
    expect(text.match(/"api-event-launch-again-[^"]*"/g)).toEqual([
      '"api-event-launch-again-02-at-0301"',
      '"api-event-launch-again-02-at-1101"',
      '"api-event-launch-again-03-at-0301"',
    ]);
  });

  it('gives minReplicas away, unless its share of the traffic is nothing', async () => {
    const ignored = 'ignore_changes = [spec[0].min_replicas]';
    expect(await file(SPEC, 'kubernetes/workloads.tf')).toContain(ignored);
    const other = `${SPEC.replace('  events:', '  workloads: {api: {share: 0%}}\n  events:').replace(
      'workloads:\n  api:',
      'workloads:\n  web: {resources: {requests: {cpu: 500m}}, autoscaling: {minReplicas: 3, maxReplicas: 20, metrics: {cpu: {averageUtilization: 70%}}}}\n  api:',
    )}`;
    const text = await file(other, 'kubernetes/workloads.tf');
    expect(text.match(/ignore_changes = \[spec\[0\]\.min_replicas\]/g)).toHaveLength(1);
  });
});

/** What stands behind an attribute, in order. */
function valuesOf(text: string, name: string): readonly string[] {
  return [...text.matchAll(new RegExp(`^ +${name} *= (.*)$`, 'gm'))].map(([, value]) => value ?? '');
}
