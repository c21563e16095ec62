import { TIERS, type Tier } from '../../src/compiler/language/field.ts';
import { treeOf } from '../support/compile-folder.ts';
import { policiesOf } from './policies.ts';
import { readTree, type Tree } from './tree.ts';

export interface Environment {
  readonly title: string;
  readonly tier: Tier;
  /** With the policies as resources of their own. */
  readonly tree: Tree;
}

const FRAME = `
apiVersion: elastiform/v1
environment: prod
aws: {region: us-east-1, accountId: "123456789012", state: {bucket: dapp-terraform-state}}
foundation:
  cluster: dapp-prod
  kubernetesVersion: "1.33"
  subnets: [dapp-prod-private-a, dapp-prod-private-b]
  nodeRole: dapp-prod-node
  securityGroups: {nodes: n, postgres: p, mysql: m, mariadb: m, redis: r, valkey: v}
`;

/** Every kind with its required keys and no other: what somebody gets who knows nothing of security. */
const MINIMAL = `
clusterAutoscaler: true
autoScalingGroups:
  workers: {instanceTypes: [m6i.large], ami: ami-0123456789abcdef0, size: {min: 1, max: 3}}
nodeGroups:
  general: {instanceTypes: [m6i.large], size: {min: 1, max: 3}}
  bottlerocket: {instanceTypes: [m6i.large], size: {min: 1, max: 3}, amiType: BOTTLEROCKET_x86_64}
databases:
  postgres: {engine: postgres, engineVersion: "16.8", class: db.m7g.large, storage: {allocated: 20GiB}, readReplicas: {a: {}}}
  mysql: {engine: mysql, engineVersion: "8.4.3", class: db.m7g.large, storage: {allocated: 20GiB}}
  mariadb: {engine: mariadb, engineVersion: "11.8.3", class: db.m7g.large, storage: {allocated: 20GiB}}
caches:
  redis: {nodeType: cache.r6g.large}
  valkey: {engine: valkey, nodeType: cache.r6g.large, shards: {initial: 2}}
edge:
  web: {bucket: dapp-prod-frontend}
`;

const KEY = 'arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const ACM = 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012';
const ACL = 'arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/12345678-1234-1234-1234-123456789012';

/** Every key that a control asks for, named. */
const NAMED = `
tier: prod
clusterAutoscaler: {identity: irsa}
autoScalingGroups:
  workers: {instanceTypes: [m6i.large, m5.large], ami: ami-0123456789abcdef0, size: {min: 1, max: 3}}
databases:
  postgres:
    engine: postgres
    engineVersion: "16"
    class: db.m7g.large
    storage: {allocated: 20GiB, kmsKeyId: "${KEY}"}
    port: 5433
    monitoring: {enhanced: {role: rds-monitoring}}
    parameters: {log_statement: {value: ddl}, log_min_duration_statement: {value: "500"}}
    readReplicas: {a: {}}
    connectionPooler: {userListSecret: users, serverCredentials: rds-managed}
caches:
  redis: {nodeType: cache.r6g.large, kmsKeyId: "${KEY}", userGroup: app}
edge:
  web:
    bucket: dapp-prod-frontend
    aliases: [app.example.com]
    certificateArn: ${ACM}
    webAclId: ${ACL}
    logging: {bucket: dapp-prod-logs}
    geoRestriction: {type: blacklist, locations: [KP]}
    bucketPolicy: {owner: terraform}
    apiOrigin: {domainName: api.internal.example.com}
    responseHeaders: {strictTransportSecurity: {includeSubdomains: true, preload: true}}
`;

/** The samples, and a spec of every kind in every tier that says nothing it need not say. */
export function unspoken(): Promise<readonly Environment[]> {
  return Promise.all([
    ...TIERS.map((tier) => read(`the sample ${tier}`, tier, `specs/${tier}.yaml`)),
    ...TIERS.map((tier) => written(`required keys alone in ${tier}`, tier, `tier: ${tier}\n${MINIMAL}`)),
  ]);
}

/** A spec that names whatever the controls ask for. */
export function named(): Promise<Environment> {
  return written('a spec that names what is asked for', 'prod', NAMED);
}

function written(title: string, tier: Tier, yaml: string): Promise<Environment> {
  return read(title, tier, 'specs/prod.yaml', new Map([['specs/prod.yaml', FRAME + yaml]]));
}

async function read(
  title: string,
  tier: Tier,
  file: string,
  replaced?: ReadonlyMap<string, string>,
): Promise<Environment> {
  const tree = readTree(await treeOf(file, replaced, 'json'));
  return { title, tier, tree: { ...tree, resources: [...tree.resources, ...policiesOf(tree)] } };
}
