import { defaulted, derivedIfAny, optional } from '../../compiler/language/fallback.ts';
import { choice, integer, quantity, section, switchable, text } from '../../compiler/language/fields.ts';
import type { Scope } from '../../compiler/language/scope.ts';

/** Quota of nodes that AWS can raise a cluster to. @source ElastiCache User Guide, "Working with shards" */
const MOST_SHARDS = 500;
/** @source the same page: one primary and up to five replicas for each shard */
const MOST_REPLICAS = 5;

const shardCount = (description: string, example: number) =>
  integer({ description, example, minimum: 1, maximum: MOST_SHARDS });

const replicaCount = (description: string, example: number) =>
  integer({ description, example, minimum: 1, maximum: MOST_REPLICAS });

const target = (description: string) =>
  quantity('share', { description: `${description} AWS takes 35% to 70%.`, example: '60%' });

const policyName = (metric: string) =>
  optional(
    text({
      description: `Name of the policy that holds ${metric} and exists already.`,
      example: 'sessions-engine-cpu',
      pattern: '^[^\\x00-\\x1f/]+$',
      patternMeaning: 'the name of a policy, without a slash',
      maxLength: 255,
    }),
    'the policy is new',
  );

const ADOPTED =
  'The scalable target exists already, with the policies that are named here: they are imported.';
const NOT_ADOPTED = 'target and policies are new';

export const shards = section(
  {
    initial: shardCount(
      'Number of shards. With the owner terraform a change here reshards the cache; with another owner it only counts when the cache is made.',
      4,
    ),
    owner: defaulted(
      choice(['terraform', 'application-auto-scaling'], {
        description:
          'Who changes the number of shards afterwards: an apply, or Application Auto Scaling between min and max.',
      }),
      'terraform',
      'resharding takes minutes to hours and moves keys, so somebody should ask for it',
    ),
    min: optional(shardCount('Fewest shards that Application Auto Scaling may go to.', 3), 'no lower bound'),
    max: optional(shardCount('Most shards that Application Auto Scaling may go to.', 10), 'no upper bound'),
    targetCpuUtilization: derivedIfAny(
      target('CPU of the engine on the primaries that Application Auto Scaling holds, on average.'),
      '60% where Application Auto Scaling owns the shards and no target is written',
      (scope) =>
        isAutomatic(scope) && scope.get('shards.targetMemoryUtilization') === undefined ? '60%' : undefined,
    ),
    targetMemoryUtilization: optional(
      target(
        'Memory in use (with data tiering: memory and SSD) that Application Auto Scaling holds, on average.',
      ),
      'memory does not move the number of shards',
    ),
    adopt: optional(
      switchable(
        { cpuPolicy: policyName('the CPU'), memoryPolicy: policyName('the memory') },
        { description: ADOPTED, example: { cpuPolicy: 'sessions-engine-cpu' } },
      ),
      NOT_ADOPTED,
    ),
  },
  {
    description: 'How many shards the keys are spread over, and who changes that. Means cluster mode.',
    example: { initial: 4, owner: 'terraform' },
  },
);

function isAutomatic(scope: Scope): boolean {
  return scope.get('shards.owner') === 'application-auto-scaling';
}

export const replicaScaling = section(
  {
    owner: defaulted(
      choice(['application-auto-scaling'], {
        description:
          'Who changes the number of replicas; replicasPerShard then only counts at the beginning.',
      }),
      'application-auto-scaling',
      'the only service that changes replicas by itself',
    ),
    min: replicaCount('Fewest replicas of a shard.', 1),
    max: replicaCount('Most replicas of a shard.', 3),
    targetCpuUtilization: defaulted(
      target('CPU of the engine on the replicas that is held, on average.'),
      '60%',
      'AWS takes 35 to 70 %, and below 70 % a lost replica can be carried by the others',
    ),
    adopt: optional(
      switchable(
        { cpuPolicy: policyName('the CPU') },
        { description: ADOPTED, example: { cpuPolicy: 'sessions-replica-cpu' } },
      ),
      NOT_ADOPTED,
    ),
  },
  {
    description:
      'Lets Application Auto Scaling add and remove replicas. Needs cluster mode, like everything it does for caches.',
    example: { owner: 'application-auto-scaling', min: 1, max: 3, targetCpuUtilization: '60%' },
  },
);
