import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../catalog/catalog.ts';
import { compileSpec, knowledgeOf } from '../../compiler/compile.ts';
import { scheduleRules } from '../../rules/schedules/index.ts';
import { cronOf } from '../../util/calendar/cron.ts';
import { parseDate } from '../../util/calendar/date.ts';
import { CronClock } from '../../util/calendar/testing/cron-clock.ts';
import { components, type Model } from '../registry.ts';
import { compileExample } from '../testing/compile-example.ts';
import { deadlinesOf } from './deadlines.ts';
import { kubectlImage } from './kubectl-image.ts';
import { plansOf } from './plan.ts';
import { timelineOf } from './timeline.ts';

const OTHERS = `
workloads:
  api: {autoscaling: {minReplicas: 3, maxReplicas: 20, metrics: {cpu: {averageUtilization: 70%}}}}
autoScalingGroups:
  workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 3, max: 10}}
nodeGroups:
  batch: {instanceTypes: [m6i.large], size: {min: 1, max: 5}}
`;

const GUIDE = `
schedules:
  off-hours: {timezone: America/New_York, window: "22:00-06:00", floors: {workloads.api: 2}}
  business-hours:
    timezone: America/New_York
    window: "06:00-22:00"
    floors: {workloads.api: 5, autoScalingGroups.workers: 4}
`;

const compile = (yaml: string) => compileExample(components, yaml, 'hcl', scheduleRules as never);

/** A file of a spec that nothing is said against. */
async function file(yaml: string, path: string): Promise<string> {
  const { diagnostics, files } = await compile(yaml);
  expect(diagnostics).toEqual([]);
  return files.get(path) ?? '';
}

describe('groups of nodes', () => {
  it('have an action for each change, which leaves max and desired alone', async () => {
    const text = await file(OTHERS + GUIDE, 'schedules.tf');
    expect(text).toContain(`# schedules.business-hours
# Before business-hours begins, so that the nodes are there when the pods come.
resource "aws_autoscaling_schedule" "workers__at_0550" {
  scheduled_action_name  = "elastiform-every-day-0550-america-new_york"
  autoscaling_group_name = aws_autoscaling_group.workers.name
  recurrence             = "50 5 * * *"
  time_zone              = "America/New_York"
  min_size               = 4
  max_size               = -1
  desired_capacity       = -1
}

# schedules.business-hours
# business-hours has ended: as the group itself says.
resource "aws_autoscaling_schedule" "workers__at_2200" {
  scheduled_action_name  = "elastiform-every-day-2200-america-new_york"
  autoscaling_group_name = aws_autoscaling_group.workers.name
  recurrence             = "0 22 * * *"
  time_zone              = "America/New_York"
  min_size               = local.workers__min_size
  max_size               = -1
  desired_capacity       = -1
}`);
  });

  it('give min away, and nothing else', async () => {
    const text = await file(OTHERS + GUIDE, 'eks-autoscaling.tf');
    expect(text).toContain('workers__min_size = 3');
    expect(text).toContain('min_size                  = local.workers__min_size');
    expect(text).toContain('ignore_changes = [desired_capacity, min_size]');
    expect(text).toContain('# min_size: initial value only; a schedule owns it afterwards.');
    expect(text).toContain('ignore_changes        = [scaling_config[0].desired_size]\n');
  });

  it('of EKS are scheduled through their Auto Scaling group', async () => {
    const schedules = `schedules: {weekend: {timezone: UTC, window: "00:00-24:00", days: [sat, sun], floors: {nodeGroups.batch: 3}}}`;
    const text = await file(OTHERS + schedules, 'schedules.tf');
    expect(text).toContain(`resource "aws_autoscaling_schedule" "batch__node_group__at_2350" {
  scheduled_action_name  = "elastiform-fri-2350-utc"
  autoscaling_group_name = aws_eks_node_group.batch.resources[0].autoscaling_groups[0].name
  recurrence             = "50 23 * * 5"`);
    expect(text).toContain('"batch__node_group__at_0000"');
    expect(text).toContain('min_size               = local.batch__node_group__min_size');
    expect(await file(OTHERS + schedules, 'eks-autoscaling.tf')).toContain(
      'ignore_changes        = [scaling_config[0].desired_size, scaling_config[0].min_size]',
    );
  });

  it('have one action more where a time of the day means two numbers, with days in its address', async () => {
    const schedules = `schedules:
  weekdays: {timezone: UTC, window: "06:00-20:00", days: [mon, tue, wed, thu, fri], leadTime: 0s, floors: {nodeGroups.batch: 3}}
  weekend: {timezone: UTC, window: "06:00-12:00", days: [sat], leadTime: 0s, floors: {nodeGroups.batch: 2}}`;
    const text = await file(OTHERS + schedules, 'schedules.tf');
    expect(addressesOf(text)).toEqual([
      'batch__node_group__at_0600',
      'batch__node_group__at_0600__sat',
      'batch__node_group__at_1200',
      'batch__node_group__at_2000',
    ]);
    expect(text).toContain('"elastiform-mon-fri-0600-utc"');
  });

  it('keep the address and change the name when the days or the zone change, so that the action is replaced', async () => {
    const edited = await file(OTHERS + GUIDE.replaceAll('America/New_York', 'Europe/Berlin'), 'schedules.tf');
    expect(addressesOf(edited)).toEqual(['workers__at_0550', 'workers__at_2200']);
    expect(edited).toContain('"elastiform-every-day-0550-europe-berlin"');
  });

  it('take their actions along when they are renamed', async () => {
    const renamed = OTHERS.replace('workers: {', 'nodes: {previousName: workers, name: workers, ');
    const text = await file(renamed + GUIDE.replace('Groups.workers', 'Groups.nodes'), 'schedules.tf');
    expect(text).toContain(`moved {
  from = aws_autoscaling_schedule.workers__at_0550
  to   = aws_autoscaling_schedule.nodes__at_0550
}`);
  });
});

describe('workloads', () => {
  it('have a job for each change, which patches the autoscaler', async () => {
    const text = await file(OTHERS + GUIDE, 'kubernetes/schedules.tf');
    expect(addressesOf(text)).toEqual([
      'api__schedule',
      'api__schedule',
      'api__schedule',
      'api__at_0600',
      'api__at_2200',
    ]);
    expect(text).toContain(`    schedule                      = "0 22 * * *"
    timezone                      = "America/New_York"
    starting_deadline_seconds     = 14400
    concurrency_policy            = "Replace"`);
    expect(text).toContain(`              args = [
                "patch",
                "horizontalpodautoscaler",
                kubernetes_horizontal_pod_autoscaler_v2.api.metadata[0].name,
                "--namespace=default",
                "--type=merge",
                "--patch={\\"spec\\":{\\"minReplicas\\":2}}",
              ]`);
    expect(text).toContain('image   = "registry.k8s.io/kubectl:v1.35.7"');
  });

  it('are moved by an account that may do nothing else', async () => {
    const text = await file(OTHERS + GUIDE, 'kubernetes/schedules.tf');
    expect(text).toContain(`  rule {
    api_groups     = ["autoscaling"]
    resources      = ["horizontalpodautoscalers"]
    resource_names = [kubernetes_horizontal_pod_autoscaler_v2.api.metadata[0].name]
    verbs          = ["get", "patch"]
  }`);
    expect(text.match(/read_only_root_filesystem {2}= true/g)).toHaveLength(2);
    // A selector by the name of the workload must not find the pods of its jobs.
    expect(text).not.toContain('"app.kubernetes.io/name"       = "api"');
  });

  it('give minReplicas away', async () => {
    expect(await file(OTHERS + GUIDE, 'kubernetes/workloads.tf')).toContain(
      'ignore_changes = [spec[0].min_replicas]',
    );
  });

  it('run another image, keep names of 52 characters and are moved when renamed', async () => {
    const name = `backend-${'of-the-chain-'.repeat(5)}x`;
    const text = await file(
      `workloads: {api: {name: ${name}, previousName: backend, namespace: apps, autoscaling: {minReplicas: 3, maxReplicas: 20, metrics: {cpu: {averageUtilization: 70%}}}}}
schedules: {night: {timezone: UTC, window: "22:00-06:00", image: "registry.example.com/kubectl:1.33", floors: {workloads.api: 2}}}`,
      'kubernetes/schedules.tf',
    );
    expect(text).toContain('image   = "registry.example.com/kubectl:1.33"');
    expect(text).toContain('to   = kubernetes_cron_job_v1.api__at_2200');
    const names = [...text.matchAll(/^ {4}name {6}= "([^"]+)"/gm)].map(([, found]) => found ?? '');
    expect(names.every((found) => found.length <= 52)).toBe(true);
    expect(new Set(names).size).toBe(3);
  });

  it('start no job that may still run when the number changes again', async () => {
    const schedules = `schedules: {noon: {timezone: UTC, window: "12:00-12:15", floors: {workloads.api: 5}}}`;
    const text = await file(OTHERS + schedules, 'kubernetes/schedules.tf');
    expect(text).toContain('starting_deadline_seconds     = 450');
    expect(text).toContain('active_deadline_seconds    = 225');
  });
});

it('the image has the version of the cluster, and is there for every minor', () => {
  expect(['1.27', '1.33', '1.30', '1.40'].map(kubectlImage)).toEqual([
    'registry.k8s.io/kubectl:v1.28.15',
    'registry.k8s.io/kubectl:v1.33.6',
    'registry.k8s.io/kubectl:v1.30.0',
    'registry.k8s.io/kubectl:v1.40.0',
  ]);
});

it('nothing is written without schedules', async () => {
  const { files } = await compile(OTHERS);
  expect([...files.keys()].filter((path) => path.includes('schedules'))).toEqual([]);
});

/** Windows over midnight, of some days, touching and apart, with leads. */
const WINDOWS: Readonly<Record<string, (zone: string) => string>> = {
  guide: (zone) => GUIDE.replaceAll('America/New_York', zone),
  'week ends': (zone) => `
schedules:
  evening: {timezone: ${zone}, window: "18:30-23:15", days: [mon, tue, wed, thu, fri], leadTime: 45m, floors: {workloads.api: 7, autoScalingGroups.workers: 6, nodeGroups.batch: 4}}
  party: {timezone: ${zone}, window: "20:00-05:30", days: [sat], leadTime: 2h, floors: {workloads.api: 9, autoScalingGroups.workers: 9}}
  quiet: {timezone: ${zone}, window: "05:30-24:00", days: [sun], leadTime: 0s, floors: {workloads.api: 1, autoScalingGroups.workers: 1, nodeGroups.batch: 0}}
  monday: {timezone: ${zone}, window: "00:00-00:30", days: [mon], floors: {workloads.api: 4, nodeGroups.batch: 2}}
`,
};

const ZONES = ['America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'UTC', 'Asia/Kolkata'];

/** 366 days with every change of clocks of 2026 and of early 2027. */
const FROM = '2026-03-01';
const DAYS = 366;

describe.each(ZONES)('366 days in %s', (zone) => {
  const clock = new CronClock(zone);

  it.each(Object.keys(WINDOWS))(
    'hold what the calendar says at every minute, by the emitted crons: %s',
    (name) => {
      const model = modelOf(OTHERS + WINDOWS[name]?.(zone));
      const plans = plansOf(model);
      expect(plans.length).toBeGreaterThan(1);
      for (const plan of plans) {
        const timeline = timelineOf(plan, parseDate(FROM) ?? 0, DAYS);
        const crons = plan.boundaries.map(({ time, days, value }) => ({
          isDue: clock.reading(cronOf(time, days)),
          value,
        }));
        const pending = [...timeline.changes];
        let expected = timeline.initial.value;
        let actual = expected;
        let unlike = 0;
        for (let instant = timeline.start; instant < timeline.end; instant += 1) {
          while (pending[0] && pending[0].at <= instant) expected = pending.shift()?.to ?? expected;
          const due = crons.filter(({ isDue }) => isDue(instant));
          // Never two at once: AWS refuses such actions, and jobs would race.
          if (due.length > 1) expect(due).toEqual([]);
          if (due[0]) actual = due[0].value;
          if (actual !== expected) expect({ instant, actual }).toEqual({ instant, actual: expected });
          if (actual > plan.max) expect(actual).toBeLessThanOrEqual(plan.max);
          // What the spec says for this minute of the local week, whatever the clocks have done.
          const local = instant + timeline.clock.offsetAt(instant);
          if (actual !== plan.week.values[weekMinute(local)]) unlike += 1;
        }
        expect(pending).toEqual([]);
        expect(unlike).toBe(0);
      }
    },
    60_000,
  );

  it.each(Object.keys(WINDOWS))(
    'start no job so late that it could run after the next change: %s',
    (name) => {
      for (const plan of plansOf(modelOf(OTHERS + WINDOWS[name]?.(zone)))) {
        const { changes } = timelineOf(plan, parseDate(FROM) ?? 0, DAYS);
        for (const [index, { at, boundary }] of changes.entries()) {
          const next = changes[index + 1]?.at ?? Number.POSITIVE_INFINITY;
          const { starting, active } = deadlinesOf(boundary);
          expect(starting + active).toBeLessThanOrEqual((next - at) * 60);
        }
      }
    },
  );

  it.each(Object.keys(WINDOWS))('never have pods of a window before its nodes: %s', (name) => {
    const plans = plansOf(modelOf(OTHERS + WINDOWS[name]?.(zone)));
    const rises = (target: string) => {
      const plan = plans.find((candidate) => candidate.target === target);
      if (!plan) return [];
      return timelineOf(plan, parseDate(FROM) ?? 0, DAYS).changes.filter(({ from, to }) => to > from);
    };
    const nodes = rises('autoScalingGroups.workers').filter(({ boundary }) => boundary.cause === 'lead');
    const pods = rises('workloads.api').filter(({ boundary }) => boundary.cause === 'begin');
    expect(nodes.length).toBeGreaterThan(40);
    for (const { at, boundary } of nodes) {
      const begin = pods.find((pod) => pod.boundary.window === boundary.window && pod.at > at);
      if (begin) expect(begin.at - at).toBeLessThanOrEqual(180);
      if (begin) expect(begin.at - at).toBeGreaterThanOrEqual(10);
    }
  });
});

/** 0 is Monday 00:00. */
function weekMinute(local: number): number {
  return (((local + 3 * 1440) % 10_080) + 10_080) % 10_080;
}

function addressesOf(text: string): string[] {
  return [...text.matchAll(/^resource "[^"]+" "([^"]+)"/gm)].map(([, name]) => name ?? '');
}

const known = knowledgeOf(components, scheduleRules as never, builtInCatalog);

function modelOf(yaml: string): Model {
  const text = `apiVersion: elastiform/v1
environment: prod
tier: prod
aws: {region: us-east-1, accountId: "123456789012"}
foundation: {cluster: dapp, kubernetesVersion: "1.33", subnets: [a, b], nodeRole: node, securityGroups: {nodes: nodes}}
${yaml}`;
  const files = { read: () => ({ text }) };
  const { value, diagnostics } = compileSpec('specs/prod.yaml', files, known, { today: '2026-11-25' });
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return value?.model as Model;
}
