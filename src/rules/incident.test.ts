import { expect, it } from 'vitest';
import { components } from '../components/registry.ts';
import { lintExample } from '../components/testing/compile-example.ts';
import { crossRules } from './registry.ts';

const pods = (name: string, maxReplicas: number, more = '') =>
  `  ${name}: {resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {memory: 512Mi}}, autoscaling: {minReplicas: 3, maxReplicas: ${maxReplicas}, metrics: {cpu: {averageUtilization: 70%}}}${more}}\n`;

/** What was published: the whole language says it once, with its arithmetic, and says nothing else. */
it.each([
  [
    'two autoscalers of 20 and 50 pods on 6 nodes of 4 vCPU',
    `nodeGroups: {main: {instanceTypes: [m6i.xlarge], size: {min: 3, max: 6}}}
workloads:
${pods('api', 20)}${pods('web', 50)}`,
    '20 pods of workloads.api (500m CPU and 512 MiB each) and 50 pods of workloads.web (500m CPU and 512 MiB each) ask for 35 CPU and 35 GiB in all, but 6 nodes of nodeGroups.main (m6i.xlarge, 3.72 CPU and 13.6 GiB each after the system and the DaemonSets) offer 22.32 CPU and 81.5 GiB: 28 of the pods find no node',
  ],
  [
    '40 pods with pools of 20 at one db.t3.medium',
    `tier: staging
workloads:
${pods('api', 40, ', database: {ref: postgres, poolSize: 20, via: direct}')}
databases:
  postgres: {engine: postgres, engineVersion: "16.12", class: db.t3.medium, multiAz: true, storage: {allocated: 400GiB, max: 1000GiB}}`,
    'api may open (40 + 10 pods) × 20 = 1,000 connections, but postgres gives 389 (410 less 21 in reserve)',
  ],
])('the published incident: %s', (_, yaml, message) => {
  const { diagnostics } = lintExample(components, yaml, crossRules as never);
  expect(diagnostics.map((each) => each.message)).toEqual([message]);
});
