import type { Answers } from './answers.ts';
import { schemaLine } from './schema-line.ts';
import { yamlText } from './yaml-text.ts';

/** `specs/base.yaml`: what the environments have in common. */
export function baseSpec(answers: Answers, specs: string): string {
  const { region = '', kubernetesVersion = '', stateBucket, hasSample } = answers;
  const state =
    stateBucket === undefined
      ? `  # Without it the state is a file beside the Terraform, which two people cannot share.
  # state: {bucket: name-of-a-bucket-that-exists}`
      : `  state: {bucket: ${yamlText(stateBucket)}}   # it exists already, with versioning`;
  return `${schemaLine(specs)}
#
# What every environment has in common. The others extend this file and say only what is different: maps merge
# key by key, lists are replaced whole, null deletes.
apiVersion: elastiform/v1

aws:
  region: ${yamlText(region)}
${state}

foundation:
  kubernetesVersion: ${JSON.stringify(kubernetesVersion)}
${hasSample ? SAMPLE : ''}`;
}

/** What the sample of an environment completes, by kind. */
export const SAMPLE_ITEMS = { workloads: 'web', databases: 'postgres', caches: 'redis' } as const;

/** Sizes are in the environment. */
const SAMPLE = `
# From here on all names and numbers are an example: one of each kind, to be changed or deleted.
clusterAutoscaler: {expander: least-waste}   # {managedBy: elsewhere} if the cluster has one already

workloads:
  web:
    resources:
      requests: {cpu: 250m, memory: 256Mi}
      limits: {memory: 512Mi}
    autoscaling:
      metrics:
        cpu: {averageUtilization: 70%}
    database: {ref: postgres, poolSize: 10}   # connections of each pod; the sum is held against max_connections

databases:
  postgres:
    engine: postgres
    engineVersion: "16.12"

caches:
  redis:
    engine: redis
    engineVersion: "7.1"

alarms:
  containerInsights: false   # true when the add-on is installed
  # notify: [arn:aws:sns:…]   # topics that are told; nobody is as long as there are none
`;
