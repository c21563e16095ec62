import {
  clusterAutoscalerImage,
  clusterAutoscalerOf,
} from '../../../catalog/kubernetes/cluster-autoscaler.ts';
import { always, byTier, defaulted, derived, optional } from '../../../compiler/language/fallback.ts';
import { choice, flag, integer, map, quantity, section, text } from '../../../compiler/language/fields.ts';

/** @source kubernetes.io "Object Names and IDs" (read 2026-11-25): names of namespaces and of objects */
const LABEL = '^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$';
const LABEL_MEANING =
  'lower case letters, digits and hyphens, at most 63, starting with a letter and not ending with a hyphen';

const LABEL_KEY =
  '^(?:[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$';
const LABEL_VALUE = '^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$';
const LABEL_VALUE_MEANING =
  'at most 63 letters, digits, "-", "_" and ".", with a letter or digit at both ends';

const resources = section(
  {
    requests: always(
      section(
        {
          cpu: defaulted(
            quantity('cpu', { description: 'CPU that the scheduler sets aside.', example: '100m' }),
            '100m',
            "upstream's example for AWS",
          ),
          memory: defaulted(
            quantity('memory', { description: 'Memory that the scheduler sets aside.', example: '600Mi' }),
            '600Mi',
            "upstream's example for AWS; it grows with the pods and nodes of the cluster",
          ),
        },
        { description: 'What the scheduler sets aside.', example: { cpu: '100m', memory: '600Mi' } },
      ),
    ),
    limits: always(
      section(
        {
          memory: derived(
            quantity('memory', { description: 'Memory at which the container is ended.', example: '600Mi' }),
            'resources.requests.memory; there is no limit of CPU, for a throttled leader loses its lease',
            (scope) => scope.getRoot('clusterAutoscaler.resources.requests.memory') as string,
          ),
        },
        { description: 'What one pod can use at most.', example: { memory: '600Mi' } },
      ),
    ),
  },
  {
    description: 'Requests and limits of the container.',
    example: { requests: { cpu: '100m', memory: '600Mi' } },
  },
);

const toleration = section(
  {
    value: optional(
      text({
        description: 'Value of the taint.',
        example: 'system',
        pattern: LABEL_VALUE,
        patternMeaning: LABEL_VALUE_MEANING,
        maxLength: 63,
      }),
      'any value',
    ),
    effect: optional(
      choice(['NoSchedule', 'PreferNoSchedule', 'NoExecute'], { description: 'Effect of the taint.' }),
      'any effect',
    ),
  },
  { description: 'Which taints of one key do not keep the pods away.', example: { value: 'system' } },
);

/** The Deployment and what belongs to it. */
export const podFields = {
  version: derived(
    text({
      description:
        'Version of Cluster Autoscaler, in quotes. Its minor is that of the cluster, whose scheduler it has inside.',
      example: '1.33.6',
      pattern: '^1\\.[0-9]{1,2}\\.[0-9]{1,3}$',
      patternMeaning: 'a version such as "1.33.6"',
      maxLength: 12,
    }),
    'the newest of foundation.kubernetesVersion in the catalog, or <foundation.kubernetesVersion>.0',
    ({ catalog, getRoot }) =>
      clusterAutoscalerOf(catalog.kubernetesVersions, getRoot('foundation.kubernetesVersion') as string)
        .version,
  ),
  image: derived(
    text({
      description: 'Image of Cluster Autoscaler, for a mirror of the registry or a digest.',
      example: 'registry.k8s.io/autoscaling/cluster-autoscaler:v1.33.6',
      pattern:
        '^[a-z0-9][A-Za-z0-9_./:-]*(?::(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[0-9a-f]{64})$',
      patternMeaning: 'an image with a tag other than latest, or with a digest',
      maxLength: 512,
    }),
    'registry.k8s.io/autoscaling/cluster-autoscaler:v<version>',
    (scope) => clusterAutoscalerImage(scope.getRoot('clusterAutoscaler.version') as string),
  ),
  name: defaulted(
    text({
      description:
        'Name of the Deployment, the ServiceAccount, the roles and their bindings. A change replaces them.',
      example: 'cluster-autoscaler',
      pattern: LABEL,
      patternMeaning: LABEL_MEANING,
      maxLength: 63,
    }),
    'cluster-autoscaler',
    "upstream's name, and the one in the guide's commands",
  ),
  namespace: defaulted(
    text({
      description: 'Namespace of the pods; it exists already.',
      example: 'kube-system',
      pattern: LABEL,
      patternMeaning: LABEL_MEANING,
      maxLength: 63,
    }),
    'kube-system',
    "upstream's namespace; two of them there would share one lease, and only one would act",
  ),
  replicas: byTier(
    integer({
      description: 'Number of pods. One leads, the others wait to take over within seconds.',
      example: 2,
      minimum: 1,
      maximum: 3,
    }),
    { dev: 1, staging: 2, prod: 2 },
    'without it no node is added, and the node it ran on may be the one that is gone',
  ),
  resources: always(resources),
  safeToEvict: defaulted(
    flag({
      description:
        'Whether Cluster Autoscaler may remove the nodes on which it runs itself (annotation safe-to-evict of its pods).',
      example: false,
    }),
    false,
    "the guide's step 4, which annotates the Deployment, where nobody reads it; each pod keeps a node",
  ),
  nodeSelector: optional(
    map(
      text({
        description: 'Value of the label.',
        example: 'general',
        pattern: LABEL_VALUE,
        patternMeaning: LABEL_VALUE_MEANING,
        maxLength: 63,
      }),
      {
        description: 'Labels of the nodes on which the pods may run.',
        example: { workload: 'general' },
        keyPattern: LABEL_KEY,
        keyMeaning: 'the key of a Kubernetes label, such as "workload"',
        maxKeyLength: 317,
        minItems: 1,
      },
    ),
    'any nodes, but none of managed groups of spot instances if others are always there',
  ),
  tolerations: optional(
    map(toleration, {
      description: 'Taints that do not keep the pods away, by their keys.',
      example: { dedicated: { value: 'system', effect: 'NoSchedule' } },
      keyPattern: LABEL_KEY,
      keyMeaning: 'the key of a Kubernetes taint, such as "dedicated"',
      maxKeyLength: 317,
      minItems: 1,
    }),
    'only nodes without taints',
  ),
};
