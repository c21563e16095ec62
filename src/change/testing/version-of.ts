import { compileSpec, type ResolvedSpec } from '../../compiler/compile.ts';
import { knowledge } from '../../components/registry.ts';

/** A platform with one of each thing. */
export const PLATFORM = `apiVersion: elastiform/v1
environment: prod
tier: prod
aws: {region: us-east-1, accountId: "123456789012"}
foundation: {cluster: dapp, kubernetesVersion: "1.33", subnets: [a, b], nodeRole: node, otherNodes: true, securityGroups: {nodes: n, postgres: p, redis: r, sessions: s}}
nodeGroups:
  spot: {instanceTypes: [m5.large], size: {min: 1, max: 10, initial: 3}}
workloads:
  api:
    resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {cpu: "1", memory: 1Gi}}
    autoscaling: {minReplicas: 3, maxReplicas: 20, metrics: {cpu: {averageUtilization: 70%}}}
    database: {ref: postgres, poolSize: 50}
databases:
  postgres:
    engine: postgres
    engineVersion: "16.8"
    class: db.r6g.2xlarge
    storage: {allocated: 200GiB, max: 500GiB}
    readReplicas: {replica-1: {}}
caches:
  redis: {nodeType: cache.r6g.xlarge, shards: {initial: 4}, replicasPerShard: 1}
schedules:
  day: {timezone: UTC, window: "06:00-22:00", floors: {workloads.api: 5}}
`;

/** Resolves a spec, whatever the rules say about it. */
export function versionOf(text: string, name = 'prod'): ResolvedSpec {
  const files = { read: () => ({ text }) };
  const { value, diagnostics } = compileSpec(`specs/${name}.yaml`, files, knowledge, { today: '2026-11-27' });
  if (!value) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return value;
}
