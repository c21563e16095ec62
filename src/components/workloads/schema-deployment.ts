import { always, defaulted, derived, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, flag, integer, list, map, quantity, section, text } from '../../compiler/language/fields.ts';
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

const port = integer({
  description: 'Port on which the container listens.',
  example: 8080,
  minimum: 1,
  maximum: 65_535,
});

const probe = (what: string, failureThreshold: number) =>
  section(
    {
      path: text({
        description: 'Path that answers 200 to 399 when all is well.',
        example: '/health',
        pattern: '^/[A-Za-z0-9_./?&=%~-]*$',
        patternMeaning: 'a path that starts with a slash',
        maxLength: 1024,
      }),
      port: optional(port, 'the port of the workload'),
      period: defaulted(
        quantity('duration', { description: 'Time between two probes.', example: '10s' }),
        '10s',
        'the default of Kubernetes',
      ),
      timeout: defaulted(
        quantity('duration', { description: 'Time to wait for the answer.', example: '2s' }),
        '1s',
        'the default of Kubernetes',
      ),
      failureThreshold: defaulted(
        integer({
          description: 'Failures in a row before anything happens.',
          example: 3,
          minimum: 1,
          maximum: 1000,
        }),
        failureThreshold,
        failureThreshold === 3 ? 'the default of Kubernetes' : 'five minutes to start, at one probe in 10 s',
      ),
    },
    { description: what, example: { path: '/health' } },
  );

/** Keys of a Deployment that elastiform manages; without `image` they have no use. */
export const deploymentFields = {
  imageOwner: defaulted(
    choice(['terraform', 'pipeline'], {
      description:
        'Who may change the image after the first apply. With pipeline (kubectl set image, Argo, …) the image here is the initial one, and later plans leave it alone.',
    }),
    'terraform',
    'the spec says which image runs',
  ),
  container: derived(
    text({
      description: 'Name of the container.',
      example: 'app',
      pattern: DNS_LABEL,
      patternMeaning: DNS_LABEL_MEANING,
      maxLength: 63,
    }),
    'the name of the workload',
    (scope) => scope.get('name') as string,
  ),
  port: optional(port, 'the container listens on no port that Kubernetes needs to know'),
  probes: optional(
    section(
      {
        readiness: optional(
          probe('Whether the pod may get traffic. A rolling update waits for it.', 3),
          'a pod gets traffic as soon as it runs',
        ),
        liveness: optional(
          probe('Whether the container still works; it is restarted when not.', 3),
          'a container is restarted only when it ends',
        ),
        startup: optional(
          probe('Whether the container has started; the other probes wait for it.', 30),
          'the other probes start at once',
        ),
      },
      {
        description: 'HTTP requests with which Kubernetes finds out how the container is.',
        example: { readiness: { path: '/health' } },
      },
    ),
    'Kubernetes only sees whether the process runs',
  ),
  env: optional(
    map(text({ description: 'Value of the variable.', example: 'info', maxLength: 4096 }), {
      description:
        'Environment variables. Never a secret: values stand in the spec, in the generated files and in the Terraform state; name a Secret in secrets instead.',
      example: { LOG_LEVEL: 'info' },
      keyPattern: '^[A-Za-z_][A-Za-z0-9_]*$',
      keyMeaning: 'names of environment variables, such as "LOG_LEVEL"',
      maxKeyLength: 128,
    }),
    'no variables of its own',
  ),
  configMaps: optional(
    list(objectName('ConfigMap', 'app-config'), {
      description:
        'ConfigMaps whose entries become environment variables; they exist already. Of two entries of one name the later map wins.',
      example: ['app-config'],
      minItems: 1,
      ordered: true,
    }),
    'no variables from ConfigMaps',
  ),
  secrets: optional(
    list(objectName('Secret', 'app-credentials'), {
      description:
        'Secrets whose entries become environment variables; they exist already, and their content never reaches Terraform. Of two entries of one name the later one wins.',
      example: ['app-credentials'],
      minItems: 1,
      ordered: true,
    }),
    'no variables from Secrets',
  ),
  serviceAccount: optional(
    objectName('ServiceAccount', 'backend'),
    'the default one, and no token of it in the pod',
  ),
  terminationGracePeriod: defaulted(
    quantity('duration', {
      description:
        'Time that a pod has to finish its work after SIGTERM. Every scale-down and every node that goes away uses it.',
      example: '45s',
    }),
    '45s',
    'longer than the 30 s of most clients and load balancers, shorter than the 2 minutes that a spot node has',
  ),
  nodeSelector: optional(
    map(labelValue('Value of the label.', 'general'), {
      description: 'Labels that a node must have to run the pods.',
      example: { workload: 'general' },
      keyPattern: LABEL_KEY,
      keyMeaning: LABEL_KEY_MEANING,
      maxKeyLength: 317,
      minItems: 1,
    }),
    'any node',
  ),
  tolerations: optional(
    map(
      section(
        {
          value: optional(labelValue('Value of the taint.', 'spot'), 'any value'),
          effect: optional(
            choice(['NoSchedule', 'PreferNoSchedule', 'NoExecute'], { description: 'Effect of the taint.' }),
            'any effect',
          ),
        },
        {
          description: 'One taint that the pods tolerate.',
          example: { value: 'spot', effect: 'NoSchedule' },
        },
      ),
      {
        description: 'Taints that do not keep the pods away, by the key of the taint.',
        example: { capacity: { value: 'spot', effect: 'NoSchedule' } },
        keyPattern: LABEL_KEY,
        keyMeaning: LABEL_KEY_MEANING,
        maxKeyLength: 317,
        minItems: 1,
      },
    ),
    'only nodes without taints',
  ),
  securityContext: always(
    section(
      {
        runAsNonRoot: defaulted(
          flag({
            description:
              'Refuses to start the container as root. The image then needs a numeric user, or runAsUser here.',
            example: true,
          }),
          false,
          'an image whose user is a name would not start at all',
        ),
        runAsUser: optional(
          integer({
            description: 'Id of the user that the container runs as.',
            example: 10001,
            minimum: 1,
            maximum: 2_147_483_647,
          }),
          'the user of the image',
        ),
        readOnlyRootFilesystem: defaulted(
          flag({ description: 'Makes the file system of the container read-only.', example: true }),
          false,
          'most images write to /tmp',
        ),
        dropCapabilities: derived(
          flag({
            description: 'Takes all Linux capabilities from the container.',
            example: true,
          }),
          'runAsNonRoot: a process that is not root loses nothing by it, while one that is may need them to start',
          (scope) => scope.get('securityContext.runAsNonRoot') as boolean,
        ),
      },
      {
        description:
          'What the container may do. It can never gain privileges (allowPrivilegeEscalation: false), and always has the seccomp profile of the container runtime: neither keeps an ordinary server from starting.',
        example: { runAsNonRoot: true },
      },
    ),
  ),
};

export type Probe = ModelOf<ReturnType<typeof probe>>;

function objectName(kind: string, example: string) {
  return text({
    description: `Name of a ${kind} in the namespace of the workload.`,
    example,
    pattern: DNS_SUBDOMAIN,
    patternMeaning: DNS_SUBDOMAIN_MEANING,
    maxLength: 253,
  });
}

function labelValue(description: string, example: string) {
  return text({
    description,
    example,
    pattern: LABEL_VALUE,
    patternMeaning: LABEL_VALUE_MEANING,
    maxLength: 63,
  });
}
