import { components, type Model } from '../../src/components/registry.ts';
import { lintExample } from '../../src/components/testing/compile-example.ts';
import { crossRules } from '../../src/rules/registry.ts';

/** The platform of the guide, as far as traffic is concerned: its table of growth follows from this. */
export const GUIDE = `
tier: staging
foundation: {securityGroups: {postgres: p, redis: r}}
slo: {multiAzFrom: 10000/min}
autoScalingGroups:
  workers: {ami: ami-0123456789abcdef0, instanceTypes: [m6i.large], size: {min: 2, max: 6}}
workloads:
  backend:
    resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {memory: 1Gi}}
    autoscaling: {minReplicas: 3, maxReplicas: 12, metrics: {cpu: {averageUtilization: 70%}}}
    rollout: {maxSurge: 1}
    database: {ref: postgres, poolSize: 20, via: direct}
databases:
  postgres: {engine: postgres, engineVersion: "16.12", class: db.r6g.xlarge, multiAz: false, storage: {allocated: 200GiB, max: 300GiB}}
caches:
  redis: {nodeType: cache.r6g.xlarge, shards: {initial: 1, owner: terraform}, replicasPerShard: 1, datasetSize: 15Gi}
edge:
  web: {bucket: dapp-frontend, requestRate: {reads: 900rps}}
traffic:
  asOf: "2026-11-25"
  current: 1000/min
  growth: {3mo: 3000/min, 6mo: 5000/min, 12mo: 10000/min}
  databases: {postgres: {cpuUtilization: 45%, storageUsed: 120GiB, storageGrowth: 2GiB}}
`;

/** The model of a spec that has no errors. */
export function modelOf(yaml: string): Model {
  const { value, diagnostics } = lintExample(components, yaml, crossRules);
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!value || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('\n'));
  return value.model as Model;
}
