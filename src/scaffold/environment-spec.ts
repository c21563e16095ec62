import type { Answers } from './answers.ts';
import { schemaLine } from './schema-line.ts';
import { yamlList, yamlText } from './yaml-text.ts';

/**
 * `specs/<environment>.yaml`: what exists already, and with a sample one of each kind in a size for the tier.
 *
 * @param hasBase whether base.yaml was there before: then what the answers say about it belongs here
 */
export function environmentSpec(answers: Answers, specs: string, hasBase: boolean): string {
  const { environment, tier, accountId, cluster, vpc, subnets, nodeRole, hasSample } = answers;
  const account =
    accountId === undefined
      ? []
      : [`  accountId: ${JSON.stringify(accountId)}   # the provider refuses every other account`];
  const aws = [...(hasBase ? inPlaceOfBase(answers) : []), ...account];
  const network =
    vpc === undefined ? [] : [`  vpc: {${vpc.startsWith('vpc-') ? 'id' : 'name'}: ${yamlText(vpc)}}`];
  const version =
    hasBase && answers.kubernetesVersion !== undefined
      ? [`  kubernetesVersion: ${JSON.stringify(answers.kubernetesVersion)}`]
      : [];
  return `${schemaLine(specs)}
apiVersion: elastiform/v1
environment: ${yamlText(environment)}
extends: ./base.yaml
tier: ${tier}   # how careful the defaults are; \`elastiform resolve ${environment} --provenance\` shows them

${(aws.length === 0 ? [NO_ACCOUNT] : ['aws:', ...aws]).join('\n')}

# What exists already, by name or by id; elastiform never creates it.
foundation:
  cluster: ${yamlText(cluster)}
${[...version, ...network].map((line) => `${line}\n`).join('')}  subnets: ${yamlList(subnets)}
  nodeRole: ${yamlText(nodeRole)}
${hasSample ? sample(cluster, SIZES[tier]) : ''}`;
}

const NO_ACCOUNT = '# aws: {accountId: "…"}   # the provider then refuses every other account';

function inPlaceOfBase({ region, stateBucket }: Answers): string[] {
  return [
    ...(region === undefined ? [] : [`  region: ${yamlText(region)}`]),
    ...(stateBucket === undefined ? [] : [`  state: {bucket: ${yamlText(stateBucket)}}`]),
  ];
}

interface Sizes {
  readonly nodes: string;
  readonly pods: string;
  readonly database: string;
  readonly cache: string;
}

/** The smallest that the rules have nothing against; prod has a node for each of three zones. */
const SIZES: Readonly<Record<Answers['tier'], Sizes>> = {
  dev: {
    nodes: '{min: 1, max: 3}',
    pods: '{minReplicas: 1, maxReplicas: 3}',
    database: 'db.t4g.medium',
    cache: 'cache.t4g.small',
  },
  staging: {
    nodes: '{min: 2, max: 4}',
    pods: '{minReplicas: 2, maxReplicas: 6}',
    database: 'db.t4g.large',
    cache: 'cache.t4g.medium',
  },
  prod: {
    nodes: '{min: 3, max: 6}',
    pods: '{minReplicas: 3, maxReplicas: 10}',
    database: 'db.r6g.large',
    cache: 'cache.r6g.large',
  },
};

function sample(cluster: string, { nodes, pods, database, cache }: Sizes): string {
  const group = (what: string) => yamlText(`${cluster}-${what}`);
  return `  # Guessed from the name of the cluster: write the Name tags or the ids (sg-…) of yours.
  securityGroups: {nodes: ${group('nodes')}, postgres: ${group('postgres')}, redis: ${group('redis')}}

# From here on all names and numbers are an example, to be changed or deleted.
nodeGroups:
  general:
    instanceTypes: [m6i.large]
    size: ${nodes}

workloads:
  web:
    autoscaling: ${pods}

databases:
  postgres:
    class: ${database}
    storage: {allocated: 20GiB, max: 100GiB}

caches:
  redis:
    nodeType: ${cache}
`;
}
