import { optional } from './fallback.ts';
import { NAME, NAME_MEANING, switchable, text } from './fields.ts';

/** Keys that every item of a component has: how it came to be, seen from Terraform. */
export const itemFields = {
  adopt: optional(
    switchable(
      {
        id: optional(
          text({
            description: 'Import id, where it differs from the name that the rest of the item gives.',
            example: 'prod-postgres',
          }),
          'the name of the item',
        ),
      },
      {
        description:
          'The item exists already: the first plan imports it instead of creating it. May stay afterwards; an import of what is in the state does nothing.',
        example: true,
      },
    ),
    'the first apply creates the item',
  ),
  previousName: optional(
    text({
      description:
        'The key that the item had before it was renamed in the spec; Terraform then moves the state instead of destroying and creating.',
      example: 'postgres-main',
      pattern: NAME,
      patternMeaning: NAME_MEANING,
      maxLength: 40,
    }),
    'the item was never renamed',
  ),
};
