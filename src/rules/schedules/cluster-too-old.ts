import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { parseTarget } from '../../components/schedules/plan.ts';
import { example, schedule } from './example.ts';

/** The first minor in which CronJobs have a time zone without a feature gate. */
const FIRST_MINOR = 27;

const foundation = (version: string) => `
foundation: {kubernetesVersion: "${version}"}
policy: {exceptions: [{rule: foundation/kubernetes-support-ends, path: foundation, reason: it is about to go, owner: team-platform, expires: "2027-03-31"}]}`;

export const clusterTooOld = defineRule<Model>({
  code: 'schedule/cluster-too-old',
  severity: 'error',
  summary: 'floors of workloads need Kubernetes 1.27',
  why: 'an older cluster drops the time zone of a CronJob and runs it in UTC',
  source: 'kubernetes.io, CronJob, "Time zones": stable since 1.27 (read 2026-11-25)',
  examples: {
    good: [
      example(schedule('night', '22:00-06:00', 'workloads.api: 2'), { more: foundation('1.27') }),
      example(schedule('night', '22:00-06:00', 'nodeGroups.batch: 2'), { more: foundation('1.26') }),
    ],
    bad: [example(schedule('night', '22:00-06:00', 'workloads.api: 2'), { more: foundation('1.26') })],
  },
  check({ schedules, foundation: { kubernetesVersion } }, report) {
    if (Number(kubernetesVersion.split('.')[1]) >= FIRST_MINOR) return;
    const floors = [...schedules].flatMap(([name, schedule]) =>
      [...schedule.floors.keys()]
        .filter((target) => parseTarget(target).kind === 'workloads')
        .map((target) => ({ name, path: ['schedules', name, 'floors', target] })),
    );
    if (floors.length === 0) return;
    const names = [...new Set(floors.map(({ name }) => name))];
    report({
      at: ['foundation', 'kubernetesVersion'],
      message: `Kubernetes ${kubernetesVersion} knows no time zone for the jobs of ${names.join(' and ')}`,
      help: 'upgrade the cluster, or take the floors of workloads away',
      related: floors.map(({ path }) => ({ message: 'a floor of a workload', at: { path, on: 'key' } })),
    });
  },
});
