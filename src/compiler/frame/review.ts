import { always, byTier, defaulted } from '../language/fallback.ts';
import type { ModelOf } from '../language/field.ts';
import { choice, list, section, text } from '../language/fields.ts';

/** What a planned change is about, for the question who has to look at it. */
export const CHANGE_KINDS = [
  'capacity',
  'shrinking',
  'alarms',
  'tags',
  'schedules',
  'settings',
  'rollouts',
  'creation',
  'deletion',
  'interruption',
  'security',
  'adoption',
] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

const approval = section(
  {
    address: text({
      description:
        'Terraform address of what may go, exactly as the plan prints it; no pattern and no folder of addresses.',
      example: 'aws_db_instance.reports',
      pattern: '^[A-Za-z0-9_.:/\\[\\]"-]{3,256}$',
      patternMeaning: 'a Terraform address such as "aws_db_instance.reports"',
    }),
    action: choice(['delete', 'replace', 'forget'], {
      description:
        'What may happen to it. delete: it goes, with its data. replace: it goes and an empty one comes. forget: it stays, and Terraform knows it no longer.',
    }),
    reason: text({
      description: 'Why its loss is all right, for the next reviewer.',
      example: 'moved to databases.main on 2026-11-20',
    }),
    owner: text({ description: 'Who answers for it.', example: 'team-data' }),
    expires: text({
      description: 'Last day on which it counts, as YYYY-MM-DD.',
      example: '2026-12-15',
      pattern: '^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$',
      patternMeaning: 'a day such as "2026-12-15"',
    }),
  },
  {
    description: 'Permission to lose one thing that holds data.',
    example: {
      address: 'aws_db_instance.reports',
      action: 'delete',
      reason: 'moved to databases.main',
      owner: 'team-data',
      expires: '2026-12-15',
    },
  },
);

/** What `elastiform review` says about a plan: who has to look at it, and what may go. */
export const review = always(
  section(
    {
      auto: byTier(
        list(
          choice(CHANGE_KINDS, {
            description: 'A kind of change.',
            example: 'capacity',
          }),
          {
            description:
              'Kinds of changes that nobody has to look at (approval: auto); every other makes it human. capacity: more of something, in place and without an interruption. shrinking: less of it, or no standby any more. alarms, tags, schedules. settings: anything else in place. rollouts: nodes or pods are exchanged one after the other. creation and deletion: of what holds no data. interruption: clients of a database or cache are cut off. security: IAM, network access, encryption, credentials, deletion protection and backups. adoption: what exists comes under Terraform. What holds data is not lost without an approval whatever stands here.',
            example: ['capacity', 'alarms', 'tags', 'schedules'],
          },
        ),
        {
          dev: CHANGE_KINDS.filter((kind) => kind !== 'security' && kind !== 'adoption'),
          staging: ['capacity', 'alarms', 'tags', 'schedules', 'settings', 'rollouts', 'creation'],
          prod: ['capacity', 'alarms', 'tags', 'schedules'],
        },
        'in production a person looks at everything that could interrupt or take something away, in dev at access only',
      ),
      approvals: defaulted(
        list(approval, {
          description:
            'What holds data and may be lost on purpose. Without an approval a plan that deletes, replaces or forgets it is blocked.',
          example: [
            {
              address: 'aws_db_instance.reports',
              action: 'delete',
              reason: 'moved to databases.main',
              owner: 'team-data',
              expires: '2026-12-15',
            },
          ],
          maxItems: 200,
          ordered: true,
        }),
        [],
        'nothing that holds data may be lost',
      ),
    },
    {
      description: 'Who has to look at a plan before it is applied (elastiform review).',
      example: { auto: ['capacity', 'alarms', 'tags', 'schedules'] },
    },
  ),
);

export type ReviewPolicy = ModelOf<typeof review>;
export type Approval = ReviewPolicy['approvals'][number];
