import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const probeWithoutPort = defineRule<Workloads>({
  code: 'workload/probe-without-port',
  severity: 'error',
  summary: 'a probe knows its port',
  why: 'the API server refuses a probe without a port',
  source: 'core/v1 validation of httpGet',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, port: 8080, probes: {readiness: {path: /health}}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, probes: {readiness: {path: /health, port: 8081}}}}',
    ],
    bad: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, probes: {readiness: {path: /health}}}}',
    ],
  },
  check: eachItem('workloads', ({ port, probes }, at, report) => {
    if (port !== undefined || !probes) return;
    for (const [name, probe] of Object.entries(probes)) {
      if (!probe || probe.port !== undefined) continue;
      report({
        at: at('probes', name),
        on: 'key',
        message: `the ${name} probe asks ${probe.path} on no port`,
        help: 'add port to the probe or to the workload',
      });
    }
  }),
});
