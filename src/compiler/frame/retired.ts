import { defaulted } from '../language/fallback.ts';
import type { ModelOf } from '../language/field.ts';
import { choice, map, section, text } from '../language/fields.ts';

const item = section(
  {
    reason: text({
      description: 'Why the item goes, for the reviewer.',
      example: 'merged into databases.main on 2026-11-20',
    }),
    action: defaulted(
      choice(['forget', 'destroy'], {
        description:
          '`forget`: Terraform forgets the item and leaves it running; delete it by hand when nobody needs it any more. `destroy`: the next apply deletes it (deletion protection must be off by then; the final snapshot is the one that the last apply set up).',
      }),
      'forget',
      'what is forgotten can be imported again, what is destroyed is gone',
    ),
  },
  {
    description: 'One item that holds data and goes on purpose.',
    example: { reason: 'merged into databases.main' },
  },
);

/** Items that hold data and were taken out of the spec on purpose. */
export const retired = map(item, {
  description:
    'Databases and caches that were taken out of the spec on purpose, by their spec path. Without an entry here, taking one out is an error. Remove the entry when the change has been applied.',
  example: { 'databases.postgres': { reason: 'merged into databases.main' } },
  keyPattern: '^[a-zA-Z]+(?:\\.[a-zA-Z0-9-]+)+$',
  keyMeaning: 'the spec path of an item, such as "databases.postgres"',
  maxKeyLength: 200,
});

export type Retired = ModelOf<typeof retired>;
