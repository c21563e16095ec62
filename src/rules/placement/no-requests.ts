import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { utilizations } from '../../components/workloads/pod-targets.ts';
import { eachWorkload } from './each-workload.ts';
import { example } from './example.ts';

export const noRequests = defineRule<Model>({
  code: 'placement/no-requests',
  severity: 'warning',
  summary: 'a managed Deployment says what its pods request',
  why: 'the scheduler packs pods without requests onto any node, Cluster Autoscaler adds none for them, and they are the first to be evicted',
  source:
    'unverified: kubernetes.io, Resource Management for Pods and Containers; Pod Quality of Service Classes (2026-11-25)',
  examples: {
    good: [example(), example({ start: 'tier: dev\n', resources: '{}' })],
    bad: [example({ resources: '{}' }), example({ resources: '{requests: {cpu: 500m}}' })],
  },
  check: eachWorkload((workload, at, report, { frame }) => {
    const { image, resources } = workload;
    if (image === undefined || frame.tier === 'dev') return;
    // Of a request that a metric is measured against `workload/utilization-without-request` tells.
    const told = utilizations(workload).map(({ resource }) => resource);
    // Kubernetes takes the limit for the request where there is none.
    const missing = (['cpu', 'memory'] as const).filter(
      (name) =>
        resources.requests[name] === undefined &&
        resources.limits[name] === undefined &&
        !told.includes(name),
    );
    if (missing.length === 0) return;
    report({
      at: at('resources', 'requests'),
      on: 'key',
      message: `the pods request no ${missing.join(' and no ')}`,
      help: `write resources.requests.${missing[0]}: what a pod uses on a busy day`,
    });
  }),
});
