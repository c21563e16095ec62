import { always, byTier, defaulted, derived, onByTier, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf, Tier } from '../../compiler/language/field.ts';
import { flag, integer, map, quantity, section, switchable, text } from '../../compiler/language/fields.ts';
import { itemFields } from '../../compiler/language/item-fields.ts';
import {
  DNS_LABEL,
  DNS_LABEL_MEANING,
  DNS_SUBDOMAIN,
  DNS_SUBDOMAIN_MEANING,
  LABEL_KEY,
  LABEL_KEY_MEANING,
  LABEL_VALUE,
  LABEL_VALUE_MEANING,
} from './kubernetes-names.ts';
import { autoscaling } from './schema-autoscaling.ts';
import { database } from './schema-database.ts';
import { deploymentFields } from './schema-deployment.ts';
import { placement, spread } from './schema-placement.ts';

const amounts = (description: string, example: { cpu: string; memory: string }, meaning: string) =>
  section(
    {
      cpu: optional(
        quantity('cpu', { description: 'CPU of one pod, in cores or thousandths.', example: example.cpu }),
        meaning,
      ),
      memory: optional(
        quantity('memory', { description: 'Memory of one pod.', example: example.memory }),
        meaning,
      ),
    },
    { description, example },
  );

const resources = section(
  {
    requests: always(
      amounts(
        'What the scheduler sets aside for one pod; utilization is measured against it.',
        { cpu: '500m', memory: '512Mi' },
        'not said',
      ),
    ),
    limits: always(
      amounts(
        'What one pod can use at most: CPU is throttled, too much memory ends the container.',
        { cpu: '1', memory: '1Gi' },
        'no limit',
      ),
    ),
  },
  {
    description:
      'Requests and limits of one pod. Where elastiform does not manage the Deployment, tell what it has: capacity is computed from it.',
    example: { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '1', memory: '1Gi' } },
  },
);

const rollout = section(
  {
    maxSurge: defaulted(
      quantity('pods-or-share', {
        description: 'Pods that there may be above the number while a new version rolls out.',
        example: '25%',
        examples: ['1'],
      }),
      '25%',
      'the default of Kubernetes',
    ),
    maxUnavailable: defaulted(
      quantity('pods-or-share', {
        description: 'Pods that may be missing while a new version rolls out.',
        example: '0',
        examples: ['25%'],
      }),
      '0',
      'a new version that does not start takes nothing away',
    ),
  },
  {
    description:
      'How a new version replaces the old one. Where elastiform does not manage the Deployment, tell what it has: pods of both versions hold database connections at the same time.',
    example: { maxSurge: '25%', maxUnavailable: '0' },
  },
);

const MAX_UNAVAILABLE: Readonly<Record<Tier, string>> = { dev: '1', staging: '1', prod: '25%' };

const podDisruptionBudget = switchable(
  {
    maxUnavailable: byTier(
      quantity('pods-or-share', {
        description: 'Pods that may be missing at a time because nodes are drained; a share is rounded up.',
        example: '25%',
        examples: ['1'],
      }),
      MAX_UNAVAILABLE,
      'a budget by minAvailable stops every drain once a schedule lowers the number of pods',
    ),
    name: derived(
      text({
        description: 'Name of the PodDisruptionBudget.',
        example: 'blockchain-backend',
        pattern: DNS_SUBDOMAIN,
        patternMeaning: DNS_SUBDOMAIN_MEANING,
        maxLength: 253,
      }),
      'the name of the workload',
      (scope) => scope.get('name') as string,
    ),
    adopt: defaulted(
      flag({
        description: 'Whether it exists already. Not part of adopt of the workload, for many have none.',
        example: true,
      }),
      false,
      'the first apply creates it; importing what is not there would stop the plan',
    ),
  },
  {
    description:
      'Keeps drains (a node upgrade, Cluster Autoscaler) from taking too many pods at a time. For a Deployment that elastiform does not manage it needs podSelector.',
    example: { maxUnavailable: '25%' },
  },
);

const workload = section(
  {
    name: derived(
      text({
        description: 'Name of the Deployment.',
        example: 'blockchain-backend',
        pattern: DNS_SUBDOMAIN,
        patternMeaning: DNS_SUBDOMAIN_MEANING,
        maxLength: 253,
      }),
      'the key of the workload',
      ({ keys }) => keys[0] as string,
    ),
    namespace: defaulted(
      text({
        description: 'Namespace of the Deployment; it exists already.',
        example: 'default',
        pattern: DNS_LABEL,
        patternMeaning: DNS_LABEL_MEANING,
        maxLength: 63,
      }),
      'default',
      'where kubectl works when nobody says otherwise',
    ),
    image: optional(
      text({
        description:
          'Image of the container, with a tag or a digest. With it elastiform manages the whole Deployment; without it (or with null) it scales a Deployment that somebody else manages.',
        example: '123456789012.dkr.ecr.us-east-1.amazonaws.com/blockchain-backend:1.4.2',
        pattern: '^[a-z0-9][A-Za-z0-9_.:/@-]*$',
        patternMeaning: 'an image such as "registry.example.com/team/app:1.4.2"',
        maxLength: 512,
        nullable: true,
      }),
      'elastiform scales a Deployment that exists and leaves the rest of it alone',
    ),
    resources: always(resources),
    replicas: optional(
      integer({
        description:
          'Fixed number of pods, instead of autoscaling. For a Deployment that elastiform does not manage, a HorizontalPodAutoscaler with equal bounds keeps it there.',
        example: 2,
        minimum: 0,
        maximum: 100_000,
      }),
      'the number of pods is left to autoscaling',
    ),
    autoscaling: optional(autoscaling, 'the number of pods is fixed by replicas'),
    podDisruptionBudget: onByTier(
      podDisruptionBudget,
      { dev: false, staging: true, prod: true },
      'a drain in dev may be fast and rude',
    ),
    podSelector: optional(
      map(
        text({
          description: 'Value of the label.',
          example: 'blockchain-backend',
          pattern: LABEL_VALUE,
          patternMeaning: LABEL_VALUE_MEANING,
          maxLength: 63,
        }),
        {
          description:
            'Labels that select the pods, as in the selector of the Deployment. Kubernetes never lets a selector change, so say what an adopted Deployment has.',
          example: { app: 'blockchain-backend' },
          keyPattern: LABEL_KEY,
          keyMeaning: LABEL_KEY_MEANING,
          maxKeyLength: 317,
          minItems: 1,
        },
      ),
      'app: <name> where elastiform manages the Deployment, else unknown',
    ),
    rollout: always(rollout),
    placement: optional(placement, 'any node whose taints the pods tolerate'),
    spread,
    ...deploymentFields,
    database: optional(database, 'the pods use no database that the spec knows'),
    ...itemFields,
  },
  {
    description: 'One Deployment: how many pods it has, and what each of them needs.',
    example: {
      resources: { requests: { cpu: '500m', memory: '512Mi' } },
      autoscaling: { minReplicas: 3, maxReplicas: 20, metrics: { cpu: { averageUtilization: '70%' } } },
    },
  },
);

export const field = map(workload, {
  description:
    'Deployments and how they are scaled. Each has exactly one of replicas and autoscaling, so that one hand alone moves the number of pods.',
  example: {
    'blockchain-backend': {
      autoscaling: { minReplicas: 3, maxReplicas: 20, metrics: { cpu: { averageUtilization: '70%' } } },
    },
  },
});

export type Workload = ModelOf<typeof workload>;
export type Workloads = ModelOf<typeof field>;
