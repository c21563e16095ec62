import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workload, Workloads } from '../schema.ts';
import { HOSTS } from '../schema-placement.ts';

export const needsImage = defineRule<Workloads>({
  code: 'workload/needs-image',
  severity: 'error',
  summary: 'keys of a managed Deployment come with image',
  why: 'without image elastiform leaves the Deployment alone, and what these keys say would not happen',
  source: 'spec language: image decides who manages the Deployment',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, env: {LOG_LEVEL: info}}}',
    ],
    bad: [
      'workloads: {api: {replicas: 2, env: {LOG_LEVEL: info}}}',
      'workloads: {api: {replicas: 2, securityContext: {runAsNonRoot: true}, terminationGracePeriod: 90s}}',
      'workloads: {api: {replicas: 2, spread: {hosts: DoNotSchedule}}}',
    ],
  },
  check: eachItem('workloads', (workload, at, report, { frame }) => {
    if (workload.image !== undefined) return;
    const { zones, hosts } = workload.spread;
    const isSpread = zones !== 'ScheduleAnyway' || hosts !== HOSTS[frame.tier];
    const keys = [...writtenKeys(workload), ...(isSpread ? ['spread'] : [])];
    const [first, ...others] = keys;
    if (first === undefined) return;
    // One image that was forgotten is one mistake, however many keys wait for it.
    report({
      at: at(first),
      on: 'key',
      message: `${keys.join(', ')} ${others.length > 0 ? 'have' : 'has'} no effect: elastiform does not manage the Deployment ${workload.name}`,
      help: `remove ${others.length > 0 ? 'them' : first}, or give image and let elastiform manage the Deployment`,
      related: others.map((key) => ({ message: 'without effect, too', at: { path: at(key), on: 'key' } })),
    });
  }),
});

/** Keys with a default count as written when they differ from it; nobody minds the others. */
function writtenKeys(workload: Workload): string[] {
  const { securityContext: context } = workload;
  const optional = [
    'port',
    'probes',
    'env',
    'configMaps',
    'secrets',
    'serviceAccount',
    'nodeSelector',
    'tolerations',
  ] as const;
  return [
    ...(workload.imageOwner === 'pipeline' ? ['imageOwner'] : []),
    ...(workload.container === workload.name ? [] : ['container']),
    ...optional.filter((key) => workload[key] !== undefined),
    ...(workload.terminationGracePeriod === 45 ? [] : ['terminationGracePeriod']),
    ...(context.runAsNonRoot ||
    context.readOnlyRootFilesystem ||
    context.dropCapabilities ||
    context.runAsUser !== undefined
      ? ['securityContext']
      : []),
  ];
}
