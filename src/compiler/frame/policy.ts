import { byTier, defaulted } from '../language/fallback.ts';
import type { ModelOf } from '../language/field.ts';
import { flag, list, section, text } from '../language/fields.ts';
import { cost } from './cost.ts';
import { review } from './review.ts';

const exception = section(
  {
    rule: text({
      description: 'Code of the finding that is accepted.',
      example: 'database/single-zone',
      pattern: '^[a-z0-9-]+/[a-z0-9-]+$',
      patternMeaning: 'a code such as "database/single-zone"',
    }),
    path: text({
      description: 'Spec path of the finding, as it is printed; everything below it is included.',
      example: 'databases.postgres',
    }),
    reason: text({
      description: 'Why it is accepted, for the next reviewer.',
      example: 'load test until March',
    }),
    owner: text({ description: 'Who answers for it.', example: 'team-data' }),
    expires: text({
      description: 'Last day on which it counts, as YYYY-MM-DD.',
      example: '2027-03-31',
      pattern: '^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$',
      patternMeaning: 'a day such as "2027-03-31"',
    }),
  },
  {
    description: 'One accepted finding.',
    example: {
      rule: 'database/single-zone',
      path: 'databases.postgres',
      reason: 'load test',
      owner: 'team-data',
      expires: '2027-03-31',
    },
  },
);

/** What the people of the environment have agreed to about findings. */
export const policy = section(
  {
    exceptions: defaulted(
      list(exception, {
        description:
          'Findings that are accepted for a while, each with a reason and an end. Mistakes that AWS or Kubernetes would refuse cannot be accepted.',
        example: [
          {
            rule: 'database/single-zone',
            path: 'databases.postgres',
            reason: 'load test',
            owner: 'team-data',
            expires: '2027-03-31',
          },
        ],
        maxItems: 200,
        ordered: true,
      }),
      [],
      'nothing is accepted',
    ),
    surviveZoneLoss: byTier(
      flag({
        description:
          'Whether the nodes at their maximum shall hold all pods at their maximum even when one zone is gone, with its share of the nodes (static stability: nothing has to be launched while everybody else launches too). It changes nothing in AWS; a rule does the sum.',
        example: true,
      }),
      { dev: false, staging: false, prod: true },
      'production goes on without one zone; elsewhere its pods may wait',
    ),
    review,
    cost,
  },
  { description: 'What the rules shall ask for, and what they shall let pass.', example: { exceptions: [] } },
);

export type Exception = ModelOf<typeof exception>;
