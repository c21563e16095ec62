import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const probeTooFast = defineRule<Workloads>({
  code: 'workload/probe-too-fast',
  severity: 'error',
  summary: 'a probe has a period and a timeout of at least a second',
  why: 'the Kubernetes provider refuses zero at plan time',
  source: 'validatePositiveInteger on period_seconds and timeout_seconds, terraform-provider-kubernetes 2.x',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, port: 8080, probes: {readiness: {path: /health, period: 1s, timeout: 1s}}}}',
    ],
    bad: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, port: 8080, probes: {readiness: {path: /health, period: 0s}}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, port: 8080, probes: {readiness: {path: /health, timeout: 0s}}}}',
    ],
  },
  check: eachItem('workloads', ({ probes }, at, report) => {
    for (const [name, probe] of Object.entries(probes ?? {})) {
      for (const key of ['period', 'timeout'] as const) {
        if (probe?.[key] !== 0) continue;
        report({
          at: at('probes', name, key),
          message: `the ${key} of the ${name} probe is zero`,
          help: 'write at least 1s',
          suggestions: [{ message: 'write 1s', replacement: '1s' }],
        });
      }
    }
  }),
});
