import { derivedIfAny, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, map, quantity, section, text } from '../../compiler/language/fields.ts';
import type { Scope } from '../../compiler/language/scope.ts';
import {
  DNS_LABEL,
  DNS_LABEL_MEANING,
  LABEL_KEY,
  LABEL_KEY_MEANING,
  LABEL_VALUE,
  LABEL_VALUE_MEANING,
  METRIC_KEY,
  METRIC_KEY_MEANING,
  METRIC_NAME,
  METRIC_NAME_MEANING,
} from './kubernetes-names.ts';

const RESOURCES = ['cpu', 'memory'] as const;
const KINDS = ['resource', 'container', 'pods', 'object', 'external'] as const;

const described = section(
  {
    apiVersion: text({
      description: 'API version of the object.',
      example: 'networking.k8s.io/v1',
      pattern: '^(?:[a-z0-9.-]+/)?v[0-9][a-z0-9]*$',
      patternMeaning: 'an API version such as "v1" or "networking.k8s.io/v1"',
      maxLength: 253,
    }),
    kind: text({
      description: 'Kind of the object.',
      example: 'Ingress',
      pattern: '^[A-Z][A-Za-z0-9]*$',
      patternMeaning: 'a kind such as "Ingress"',
      maxLength: 63,
    }),
    name: text({
      description: 'Name of the object, in the namespace of the workload.',
      example: 'main',
      pattern: '^(?!\\.{1,2}$)[^/%\\s]+$',
      patternMeaning: 'the name of a Kubernetes object',
      maxLength: 253,
    }),
  },
  {
    description: 'The object that the metric describes; only for kind object.',
    example: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'main' },
  },
);

const metric = section(
  {
    kind: derivedIfAny(
      choice(KINDS, {
        description:
          'Where the metric comes from: resource (cpu or memory of the pods), container (cpu or memory of one container), pods (a custom metric of each pod), object (a custom metric of another object) or external (a metric from outside of the cluster). Custom metrics need an adapter such as prometheus-adapter or KEDA.',
        example: 'pods',
      }),
      'resource for the keys cpu and memory',
      ({ keys: [key] }) => (isResource(key) ? 'resource' : undefined),
    ),
    averageUtilization: optional(
      quantity('share', {
        description:
          'Target as a share of what the pods request, averaged over the pods; for kinds resource and container. A whole percentage.',
        example: '70%',
      }),
      'another target is given',
    ),
    averageValue: optional(
      quantity('metric-value', {
        description:
          'Target per pod, as a Kubernetes quantity: 500m is half a core or half a request, 512Mi are bytes.',
        example: '100',
        examples: ['500m', '512Mi'],
      }),
      'another target is given',
    ),
    value: optional(
      quantity('metric-value', {
        description:
          'Target for the whole metric, not divided by the number of pods; for kinds object and external.',
        example: '10k',
      }),
      'another target is given',
    ),
    metric: derivedIfAny(
      text({
        description:
          'Name of the metric in the metrics API, when it is no legal key; for kinds pods, object and external.',
        example: 'pubsub.googleapis.com|subscription|num_undelivered_messages',
        pattern: METRIC_NAME,
        patternMeaning: METRIC_NAME_MEANING,
        maxLength: 253,
      }),
      'the key, for kinds pods, object and external',
      (scope) => (isNamed(kindIn(scope)) ? scope.keys[0] : undefined),
    ),
    selector: optional(
      map(
        text({
          description: 'Value that the label must have.',
          example: 'orders',
          pattern: LABEL_VALUE,
          patternMeaning: LABEL_VALUE_MEANING,
          maxLength: 63,
        }),
        {
          description: 'Labels that the metric must carry, all of them; for kinds pods, object and external.',
          example: { queue: 'orders' },
          keyPattern: LABEL_KEY,
          keyMeaning: LABEL_KEY_MEANING,
          maxKeyLength: 317,
          minItems: 1,
        },
      ),
      'every series of the metric counts',
    ),
    object: optional(described, 'the metric describes no object'),
    container: optional(
      text({
        description: 'Name of the container whose use counts; only for kind container.',
        example: 'app',
        pattern: DNS_LABEL,
        patternMeaning: DNS_LABEL_MEANING,
        maxLength: 63,
      }),
      'all containers of the pods together',
    ),
    resource: derivedIfAny(
      choice(RESOURCES, {
        description: 'What is measured; for kind container, where the key is neither cpu nor memory.',
      }),
      'the key, for kinds resource and container',
      (scope) => {
        const [key] = scope.keys;
        return !isNamed(kindIn(scope)) && isResource(key) ? key : undefined;
      },
    ),
  },
  {
    description: 'One metric and its target. Exactly one of averageUtilization, averageValue and value.',
    example: { averageUtilization: '70%' },
  },
);

export const metrics = map(metric, {
  description:
    'What the number of pods follows, by the name of the metric; the metric that wants most pods wins. The keys cpu and memory mean the use of the pods; any other key needs a kind.',
  example: {
    cpu: { averageUtilization: '70%' },
    http_requests_per_second: { kind: 'pods', averageValue: 100 },
  },
  keyPattern: METRIC_KEY,
  keyMeaning: METRIC_KEY_MEANING,
  maxKeyLength: 253,
  minItems: 1,
});

export type Metric = ModelOf<typeof metric>;

function kindIn(scope: Scope): string | undefined {
  return scope.get('kind') as string | undefined;
}

function isNamed(kind: string | undefined): boolean {
  return kind === 'pods' || kind === 'object' || kind === 'external';
}

function isResource(key: string | undefined): key is (typeof RESOURCES)[number] {
  return key === 'cpu' || key === 'memory';
}
