import { always, defaulted, optional } from '../language/fallback.ts';
import { choice, quantity, section } from '../language/fields.ts';

/** What the environment may cost, and what prices do not say. */
export const cost = always(
  section(
    {
      monthlyBudget: optional(
        quantity('money', {
          description: 'What a month may cost. `elastiform cost` ends with exit code 1 above it.',
          example: '9000USD',
        }),
        'no budget is kept',
      ),
      budgetFor: defaulted(
        choice(['min', 'expected', 'max'], {
          description:
            'Which of the three sums is held against the budget. min: everything at its least number; expected: as schedules and traffic have it; max: everything at its greatest number all month.',
          example: 'expected',
        }),
        'expected',
        'the maximum is what autoscaling may cost in an hour, not what it costs in a month',
      ),
      spotDiscount: defaulted(
        quantity('share', {
          description: 'How much less a spot instance costs than the same on demand; spot prices move.',
          example: '60%',
        }),
        '60%',
        'AWS says "up to 90%"; the mean of the Spot Instance Advisor is nearer to this',
      ),
    },
    {
      description: 'What the environment may cost (elastiform cost).',
      example: { monthlyBudget: '9000USD' },
    },
  ),
);
