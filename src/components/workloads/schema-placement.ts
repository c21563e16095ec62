import { always, byTier, defaulted } from '../../compiler/language/fallback.ts';
import type { ModelOf, Tier } from '../../compiler/language/field.ts';
import { choice, list, section, text } from '../../compiler/language/fields.ts';

/** The groups of nodes that a workload runs on; their labels and taints say the rest. */
export const placement = section(
  {
    groups: list(
      text({
        description: 'A group of nodes of the spec, with its kind.',
        example: 'nodeGroups.spot-nodes',
        pattern: '^[A-Za-z]+\\.[a-z][a-z0-9]*(?:-[a-z0-9]+)*$',
        patternMeaning: 'a group of nodes such as "nodeGroups.spot-nodes" or "autoScalingGroups.workers"',
        maxLength: 64,
      }),
      {
        description:
          'Groups of nodes that the pods run on. Their labels become the node affinity of the Deployment and their taints its tolerations.',
        example: ['nodeGroups.spot-nodes'],
        minItems: 1,
        maxItems: 20,
      },
    ),
    mode: defaulted(
      choice(['required', 'preferred'], {
        description:
          'required: the pods run on nodes of these groups or wait. preferred: they also run elsewhere when these groups are full, or when AWS has no spot instances.',
      }),
      'required',
      'a group is named so that the pods run there, and waiting pods are what makes Cluster Autoscaler add a node',
    ),
  },
  {
    description:
      'Which groups of nodes the pods run on. Labels and taints are said once, at the group. Where elastiform does not manage the Deployment, tell what it has: the rules look at it.',
    example: { groups: ['nodeGroups.spot-nodes'], mode: 'preferred' },
  },
);

/** What the tiers say about nodes; "needs-image" compares with it to see what was written. */
export const HOSTS: Readonly<Record<Tier, 'none' | 'ScheduleAnyway'>> = {
  dev: 'none',
  staging: 'ScheduleAnyway',
  prod: 'ScheduleAnyway',
};

const strictness = (between: string, consequence: string) =>
  choice(['none', 'ScheduleAnyway', 'DoNotSchedule'], {
    description: `Whether the pods are spread evenly over ${between} (topologySpreadConstraints, maxSkew 1). ${consequence}`,
    example: 'ScheduleAnyway',
  });

/** How the pods of a Deployment of ours are spread. */
export const spread = always(
  section(
    {
      zones: defaulted(
        strictness('zones', 'With DoNotSchedule pods wait while a zone is gone.'),
        'ScheduleAnyway',
        'when a zone is gone, the pods must go to the others',
      ),
      hosts: byTier(
        strictness('nodes', 'With DoNotSchedule pods wait for a node that has fewer of them.'),
        HOSTS,
        'a node that goes away takes few pods with it; in dev full nodes cost less than that is worth',
      ),
    },
    {
      description: 'How the pods of one version are spread over zones and nodes.',
      example: { zones: 'ScheduleAnyway', hosts: 'ScheduleAnyway' },
    },
  ),
);

export type Placement = ModelOf<typeof placement>;
export type Spread = ModelOf<typeof spread>;
