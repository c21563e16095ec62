import { always, defaulted, derived, derivedIfAny, optional } from '../language/fallback.ts';
import { type ModelOf, TIERS } from '../language/field.ts';
import { choice, flag, integer, list, map, NAME, quantity, section, text } from '../language/fields.ts';
import { metricsAdapters } from './metrics-adapters.ts';
import { policy } from './policy.ts';
import { retired } from './retired.ts';
import { slo } from './slo.ts';
import { traffic } from './traffic.ts';

const AWS_TAG_KEY = '^[A-Za-z0-9 _.:/=+@-]+$';

/** A `Name` tag or an id; what is an id is told by its prefix. */
const existing = (what: string, idPrefix: string, example: string) =>
  text({
    description: `${what}, by its Name tag or by its id (${idPrefix}…).`,
    example,
    examples: [`${idPrefix}0123456789abcdef0`],
    maxLength: 256,
  });

const region = text({
  description: 'AWS region of the environment.',
  example: 'us-east-1',
  pattern: '^[a-z]{2}(?:-[a-z]+){1,3}-[0-9]$',
  patternMeaning: 'a region such as "us-east-1"',
});

const accountId = text({
  description:
    'AWS account of the environment, 12 digits in quotes. The provider refuses to work in any other account (allowed_account_ids).',
  example: '123456789012',
  pattern: '^[0-9]{12}$',
  patternMeaning: 'the 12 digits of an AWS account',
});

const state = section(
  {
    bucket: text({
      description: 'S3 bucket of the Terraform state; it exists already, with versioning and encryption.',
      example: 'dapp-terraform-state',
      pattern: '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$',
      patternMeaning: 'the name of an S3 bucket',
    }),
    keyPrefix: defaulted(
      text({
        description:
          'Folder of the state files in the bucket; the key is <keyPrefix>/<environment>/aws/terraform.tfstate.',
        example: 'scaling',
        pattern: '^[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*$',
        patternMeaning: 'names joined by single slashes',
      }),
      'scaling',
      'keeps these states apart from others in the same bucket',
    ),
    region: derivedIfAny(
      text({
        description: 'Region of the bucket.',
        example: 'us-east-1',
        pattern: '^[a-z]{2}(?:-[a-z]+){1,3}-[0-9]$',
        patternMeaning: 'a region such as "us-east-1"',
      }),
      'aws.region',
      (scope) => scope.getRoot('aws.region') as string | undefined,
    ),
  },
  {
    description:
      'Where Terraform keeps its state: S3 with its native lock file (Terraform 1.10 or later; no DynamoDB table).',
    example: { bucket: 'dapp-terraform-state', keyPrefix: 'scaling' },
  },
);

const aws = section(
  {
    region,
    accountId: optional(accountId, 'no guard against applying to a wrong account'),
    state: optional(state, 'a local terraform.tfstate beside the generated files'),
    ownTags: defaulted(
      flag({
        description:
          'Whether every AWS resource gets the tags Environment and ManagedBy. `false`: only those of `tags`, so that what is adopted is not tagged.',
        example: true,
      }),
      true,
      'who sees a resource in the console sees that a spec owns it',
    ),
    tags: always(
      map(text({ description: 'Value of the tag.', example: 'blockchain-dapp', maxLength: 256 }), {
        description:
          'Tags of every AWS resource that takes tags, beside those of ownTags (default_tags of the provider).',
        example: { Platform: 'blockchain-dapp' },
        keyPattern: AWS_TAG_KEY,
        keyMeaning: 'letters, digits, spaces and _ . : / = + - @',
        maxKeyLength: 128,
      }),
    ),
  },
  {
    description: 'Account, region, state and tags.',
    example: { region: 'us-east-1', accountId: '123456789012' },
  },
);

/** What a node spends before the first pod of the spec. */
const daemonSets = always(
  section(
    {
      cpu: defaulted(
        quantity('cpu', { description: 'CPU that the DaemonSets request on each node.', example: '200m' }),
        '200m',
        'aws-node 50m, kube-proxy 100m and ebs-csi-node 30m, rounded up (manifests of EKS add-ons, 2025)',
      ),
      memory: defaulted(
        quantity('memory', {
          description: 'Memory that the DaemonSets request on each node.',
          example: '256Mi',
        }),
        '256Mi',
        'ebs-csi-node 120Mi, the others request none but use some',
      ),
      pods: defaulted(
        integer({
          description:
            'Number of DaemonSet pods on each node; each takes one of the pods that a node may run.',
          example: 5,
          minimum: 0,
          maximum: 100,
        }),
        5,
        'aws-node, kube-proxy, ebs-csi-node, eks-pod-identity-agent, and one for logs or metrics',
      ),
    },
    {
      description: 'What DaemonSets take of every node. It is left out when pods are counted onto nodes.',
      example: { cpu: '200m', memory: '256Mi', pods: 5 },
    },
  ),
);

const foundation = section(
  {
    cluster: text({
      description: 'Name of the EKS cluster.',
      example: 'dapp-prod',
      pattern: '^[A-Za-z0-9][A-Za-z0-9_-]{0,99}$',
      patternMeaning: 'the name of an EKS cluster: letters, digits, hyphens and underscores',
    }),
    kubernetesVersion: text({
      description:
        'Kubernetes version of the cluster, in quotes. It selects the version of Cluster Autoscaler and the fields that the cluster understands.',
      example: '1.33',
      pattern: '^1\\.[0-9]{1,2}$',
      patternMeaning: 'a minor version such as "1.33"',
    }),
    vpc: optional(
      section(
        {
          name: optional(
            text({ description: 'Name tag of the VPC.', example: 'dapp-prod' }),
            'the VPC is found by its id',
          ),
          id: optional(
            text({
              description: 'Id of the VPC.',
              example: 'vpc-0123456789abcdef0',
              pattern: '^vpc-[0-9a-f]{8,17}$',
              patternMeaning: 'an id such as "vpc-0123456789abcdef0"',
            }),
            'the VPC is found by its name',
          ),
        },
        { description: 'The VPC, by name or by id.', example: { name: 'dapp-prod' } },
      ),
      'the VPC of the cluster',
    ),
    subnets: list(existing('A private subnet', 'subnet-', 'dapp-prod-private-a'), {
      description:
        'Private subnets of nodes, databases and caches, one by one. They are not searched for by tag: a subnet that somebody adds would then replace node groups.',
      example: ['dapp-prod-private-a', 'dapp-prod-private-b', 'dapp-prod-private-c'],
      minItems: 1,
      maxItems: 16,
    }),
    nodeRole: text({
      description: 'Name of the IAM role of the nodes.',
      example: 'dapp-prod-node',
      pattern: '^[A-Za-z0-9+=,.@_-]{1,64}$',
      patternMeaning: 'the name of an IAM role',
    }),
    nodeInstanceProfile: derived(
      text({
        description: 'Name of the instance profile that hands the node role to self-managed nodes.',
        example: 'dapp-prod-node',
        pattern: '^[A-Za-z0-9+=,.@_-]{1,128}$',
        patternMeaning: 'the name of an instance profile',
      }),
      'foundation.nodeRole',
      (scope) => scope.getRoot('foundation.nodeRole') as string,
    ),
    daemonSets,
    otherNodes: defaulted(
      flag({
        description:
          'Whether the cluster has nodes beside those of the spec: of Karpenter, of Fargate, or of groups that somebody else manages. The spec then cannot tell whether all pods find a node, and does not try.',
        example: true,
      }),
      false,
      'the groups of the spec are all there is',
    ),
    metricsAdapters,
    securityGroups: always(
      map(existing('A security group', 'sg-', 'dapp-prod-postgres'), {
        description:
          'Security groups by the names the rest of the spec uses for them: nodes, and one for each database and cache.',
        example: { nodes: 'dapp-prod-nodes', postgres: 'dapp-prod-postgres', redis: 'dapp-prod-redis' },
      }),
    ),
  },
  {
    description: 'What exists already and is never created: found by name, tag or id.',
    example: {
      cluster: 'dapp-prod',
      kubernetesVersion: '1.33',
      subnets: ['dapp-prod-private-a'],
      nodeRole: 'dapp-prod-node',
    },
  },
);

/** The keys of a spec that are about the environment as a whole; the components add theirs. */
export const frame = {
  apiVersion: choice(['elastiform/v1'], { description: 'Version of the language.' }),
  environment: text({
    description:
      'Name of the environment. It is the name of the spec file, and of the folder of its Terraform.',
    example: 'prod',
    pattern: NAME,
    patternMeaning: 'lower case words joined by single hyphens, such as "prod"',
    maxLength: 40,
  }),
  extends: optional(
    text({
      description:
        'The file whose values this one starts from, relative to this file and in the same folder.',
      example: './base.yaml',
      maxLength: 1024,
    }),
    'the file stands alone',
  ),
  tier: choice(TIERS as readonly ['dev', 'staging', 'prod'], {
    description:
      'How careful the defaults are: several zones, backups, deletion protection and when changes are applied. `elastiform resolve ENV --provenance` shows what it selected.',
    example: 'prod',
  }),
  aws,
  foundation,
  policy: always(policy),
  slo,
  traffic: optional(traffic, 'nothing is projected: capacity, load tests and events need it'),
  retired: always(retired),
};

export type Frame = { readonly [K in keyof typeof frame]: ModelOf<(typeof frame)[K]> };
export type Foundation = Frame['foundation'];
