import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

// Specs for measurements. They say the same whenever and wherever they are made.

/** Environments of 25 resources each, as a company with many small ones has them. */
export function writeEnvironments(folder: string, count: number): void {
  writeSpec(folder, 'base', `${BASE}${DATABASE}`);
  for (let index = 0; index < count; index += 1) {
    const name = environmentName(index);
    writeSpec(folder, name, environment(name, 3));
  }
}

export function environmentName(index: number): string {
  return `env-${String(index).padStart(4, '0')}`;
}

/** One environment of so many resources; at least as many as one with a single workload has. */
export function writeLargeEnvironment(folder: string, resources: number): void {
  // Each workload has one resource, its HorizontalPodAutoscaler.
  const workloads = Math.max(1, resources - WITHOUT_WORKLOADS);
  // One file may have 100,000 keys and values, so that the parent has one half of them.
  const inBase = Math.floor(workloads / 2);
  writeSpec(folder, 'base', `${BASE}\nworkloads:\n${workloadsFrom(0, inBase) || '  {}\n'}`);
  writeSpec(folder, 'large', environment('large', workloads, inBase));
}

const WITHOUT_WORKLOADS = 6;

function writeSpec(folder: string, name: string, text: string): void {
  mkdirSync(join(folder, 'specs'), { recursive: true });
  writeFileSync(join(folder, 'specs', `${name}.yaml`), text);
}

const BASE = `apiVersion: elastiform/v1

aws:
  region: us-east-1
  accountId: "123456789012"
  state: {bucket: bench-terraform-state, keyPrefix: scaling}

foundation:
  kubernetesVersion: "1.35"

alarms:
  containerInsights: false
`;

const DATABASE = `
clusterAutoscaler: {expander: least-waste}

databases:
  postgres:
    engine: postgres
    engineVersion: "16.12"
    class: db.t4g.medium
    storage: {allocated: 20GiB, max: 100GiB}
`;

function environment(name: string, workloads: number, inBase = 0): string {
  const text = `apiVersion: elastiform/v1
environment: ${name}
extends: ./base.yaml
tier: dev

foundation:
  cluster: bench-${name}
  vpc: {name: bench-${name}}
  subnets: [bench-${name}-a, bench-${name}-b]
  nodeRole: bench-${name}-node
  securityGroups: {nodes: bench-${name}-nodes, postgres: bench-${name}-postgres}

nodeGroups:
  general:
    instanceTypes: [m6i.4xlarge]
    size: {min: ${Math.ceil(workloads / 50) + 1}, max: ${Math.ceil(workloads / 8) + 2}}

workloads:
`;
  return `${text}${workloadsFrom(inBase, workloads)}`;
}

function workloadsFrom(first: number, end: number): string {
  return Array.from({ length: end - first }, (_, index) => workload(`service-${first + index}`)).join('');
}

function workload(name: string): string {
  const autoscaling = '{maxReplicas: 6, metrics: {cpu: {averageUtilization: 70%}}}';
  return `  ${name}: {resources: {requests: {cpu: 250m, memory: 256Mi}}, autoscaling: ${autoscaling}}\n`;
}
