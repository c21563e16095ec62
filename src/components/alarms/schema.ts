import { always, defaulted, derived, onByDefault, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import {
  flag,
  integer,
  list,
  map,
  quantity,
  section,
  switchable,
  text,
} from '../../compiler/language/fields.ts';
import { datapointsFor } from './evaluation.ts';
import { overrides, thresholds } from './threshold-fields.ts';

const notify = optional(
  list(
    text({
      description: 'ARN of an SNS topic, in the region of the environment.',
      example: 'arn:aws:sns:us-east-1:123456789012:oncall',
      pattern: '^arn:aws[a-z-]{0,10}:sns:[a-z0-9-]{1,32}:[0-9]{12}:[A-Za-z0-9_-]{1,256}$',
      patternMeaning: 'the ARN of an SNS topic',
      maxLength: 400,
    }),
    {
      description: 'SNS topics that are told when an alarm begins and when it is over.',
      example: ['arn:aws:sns:us-east-1:123456789012:oncall'],
      minItems: 1,
      // As many actions as an alarm takes for each of its states.
      maxItems: 5,
    },
  ),
  'the alarms are seen in the console and tell nobody',
);

const sustained = defaulted(
  quantity('duration', {
    description:
      'How long a value must be beyond its threshold until the alarm begins; whole periods. It counts for all alarms but the growth of queues.',
    example: '15m',
  }),
  '15m',
  'the guide asks for "sustained" load: longer than a deployment, a vacuum or a burst of requests that autoscaling takes in',
);

const period = defaulted(
  quantity('duration', {
    description:
      'Length of one data point: whole minutes. The CPU of nodes is never asked for more often than every five minutes, which is how often EC2 reports it.',
    example: '5m',
  }),
  '5m',
  'EC2 reports every five minutes unless detailed monitoring is paid for',
);

const datapointsToAlarm = derived(
  integer({
    description:
      'How many of the periods within sustained must be beyond the threshold, so that one dip does not reset a long evaluation.',
    example: 3,
    minimum: 1,
    maximum: 1440,
  }),
  'all of them up to four, and from five on four of five (rounded up)',
  (scope) => datapointsFor(String(scope.getRoot('alarms.sustained')), String(scope.getRoot('alarms.period'))),
);

const loadBalancer = section(
  {
    name: text({
      description:
        'Name of the Application Load Balancer. The AWS Load Balancer Controller writes it into the annotation alb.ingress.kubernetes.io/load-balancer-name, or makes one up (k8s-…).',
      example: 'dapp-prod-api',
      pattern: '^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$',
      patternMeaning: 'letters, digits and hyphens, at most 32, with a letter or digit at both ends',
      maxLength: 32,
    }),
  },
  { description: 'A load balancer that exists.', example: { name: 'dapp-prod-api' } },
);

const queue = section(
  {
    name: text({
      description: 'Name of the SQS queue, with .fifo at the end if it is one.',
      example: 'dapp-prod-jobs',
      pattern: '^[A-Za-z0-9_-]{1,75}(?:\\.fifo)?$',
      patternMeaning: 'letters, digits, hyphens and underscores, perhaps with .fifo at the end',
      maxLength: 80,
    }),
  },
  { description: 'A queue that exists.', example: { name: 'dapp-prod-jobs' } },
);

/** Which alarms there are, when they begin and whom they tell. */
export const alarmsField = onByDefault(
  switchable(
    {
      notify,
      thresholds,
      sustained,
      period,
      datapointsToAlarm,
      items: always(
        map(overrides, {
          description:
            'What is different for one thing, by its path: databases.<key>, databases.<key>.readReplicas.<key>, caches.<key>, autoScalingGroups.<key>, nodeGroups.<key>, workloads.<key>, loadBalancers.<key>, queues.<key>.',
          example: { 'databases.postgres': { cpu: '85%' } },
          keyPattern: '^[a-z][A-Za-z]*(?:\\.[A-Za-z0-9-]+){1,3}$',
          keyMeaning: 'the path of a thing, such as "databases.postgres"',
          maxKeyLength: 120,
        }),
      ),
      loadBalancers: always(
        map(loadBalancer, {
          description:
            'Application Load Balancers in front of the workloads: response time and errors, which nothing else in the spec knows.',
          example: { api: { name: 'dapp-prod-api' } },
        }),
      ),
      queues: always(
        map(queue, {
          description: 'SQS queues that the workloads empty: an alarm when one grows consistently.',
          example: { jobs: { name: 'dapp-prod-jobs' } },
        }),
      ),
      containerInsights: optional(
        flag({
          description:
            'Whether CloudWatch Container Insights runs in the cluster. Only then does AWS know the CPU and memory of pods, and workloads get alarms; they are measured against the limits of the workload.',
          example: true,
        }),
        'no, and an information says once that nobody watches the pods',
      ),
      dashboard: defaulted(
        flag({
          description:
            'Whether there is a CloudWatch dashboard with the key metrics, the state of all alarms and the thresholds as lines.',
          example: true,
        }),
        true,
        'the first three dashboards of an account are free, and one more costs 3 USD a month (price of 2026-10)',
      ),
    },
    {
      description:
        'Alarms for the thresholds of the guide ("When to Scale") on everything that the spec knows, and a dashboard. `false`: none.',
      example: { notify: ['arn:aws:sns:us-east-1:123456789012:oncall'] },
    },
  ),
  'the table of the guide is for every environment; without notify an alarm disturbs nobody',
);

export type Alarms = NonNullable<ModelOf<typeof alarmsField>>;
export type Overrides = Alarms['items'] extends ReadonlyMap<string, infer O> ? O : never;
