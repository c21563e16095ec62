import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const noReadinessProbe = defineRule<Workloads>({
  code: 'workload/no-readiness-probe',
  severity: 'warning',
  summary: 'a container that listens has a readiness probe',
  why: 'without it a pod gets requests before it can answer, and an update goes on although the new version fails',
  source: 'kubernetes.io, Configure Liveness, Readiness and Startup Probes',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, port: 8080, probes: {readiness: {path: /health}}}}',
    ],
    bad: ['workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, port: 8080}}'],
  },
  check: eachItem('workloads', ({ port, probes, image }, at, report) => {
    if (image === undefined || port === undefined || probes?.readiness) return;
    report({
      at: at('port'),
      on: 'key',
      message: `the container listens on port ${port}, and nothing asks whether it is ready`,
      help: 'add probes.readiness with the path that answers when the container can work',
    });
  }),
});
