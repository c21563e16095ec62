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
    const asking = Object.entries(probes).flatMap(([name, probe]) =>
      probe && probe.port === undefined ? [{ name, path: probe.path }] : [],
    );
    const [first, ...others] = asking;
    if (!first) return;
    // One port that was forgotten is one mistake, however many probes wait for it.
    report({
      at: at('probes', first.name),
      on: 'key',
      message: `the ${first.name} probe asks ${first.path} on no port`,
      help: 'add port to the workload, or to the probe where it asks another one',
      related: others.map(({ name }) => ({
        message: `the ${name} probe asks on no port either`,
        at: { path: at('probes', name), on: 'key' },
      })),
    });
  }),
});
