import { knowledge } from '../../../components/registry.ts';
import { Project } from '../../testing/project.ts';

export const BASE = `apiVersion: elastiform/v1
aws: {region: us-east-1, accountId: "123456789012"}
foundation: {kubernetesVersion: "1.33", otherNodes: true, subnets: [a, b, c], nodeRole: node, securityGroups: {nodes: n, postgres: p, redis: r}}
workloads:
  api:
    resources: {requests: {cpu: 500m, memory: 512Mi}, limits: {cpu: "1", memory: 1Gi}}
    autoscaling:
      metrics: {cpu: {averageUtilization: 70%}}
databases:
  postgres: {engine: postgres, engineVersion: "16.12"}
`;

/** What `open` puts into specs/prod.yaml. */
export const PROD = `apiVersion: elastiform/v1
environment: prod
extends: ./base.yaml
tier: staging
foundation: {cluster: dapp-prod, vpc: {name: dapp}}

nodeGroups:
  spot:
    instanceTypes: [m5.large]   # one shape
    size: {min: 1, max: 10, initial: 3}

workloads:
  api:
    autoscaling:
      # what the database bears
      maxReplicas: 20

databases:
  postgres:
    class: db.r6g.2xlarge
    storage: {allocated: 200GiB, max: 500GiB}
    changes: {apply: maintenance-window}

caches:
  redis:
    engine: redis
    engineVersion: "7.1"
    nodeType: cache.r6g.xlarge
    shards: {initial: 4}
    replicasPerShard: 1
`;

const DEV = `apiVersion: elastiform/v1
environment: dev
extends: ./base.yaml
tier: dev
foundation: {cluster: dapp-dev, vpc: {name: dapp}}
workloads:
  api: {autoscaling: {maxReplicas: 2}}
databases:
  postgres: {class: db.t4g.medium, storage: {allocated: 20GiB}}
`;

/** The project that was opened last. */
export let project: Project;
export const open = (prod = PROD) => {
  project = new Project(
    { 'specs/base.yaml': BASE, 'specs/prod.yaml': prod, 'specs/dev.yaml': DEV },
    knowledge,
  );
  return project;
};
export const close = () => project?.remove();
export const spec = () => project.read('specs/prod.yaml');
export const scale = (...words: string[]) => project.run('scale', ...words);

/** Lines of the spec that are not as at the beginning, and those that are gone. */
export const changed = (from = PROD) => {
  const now = spec().split('\n');
  const then = from.split('\n');
  return [
    ...then.filter((line) => !now.includes(line)).map((line) => `-${line}`),
    ...now.filter((line) => !then.includes(line)).map((line) => `+${line}`),
  ];
};
