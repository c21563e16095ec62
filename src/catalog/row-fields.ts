import type { Field } from '../compiler/language/field.ts';
import { integer, list, text } from '../compiler/language/fields.ts';

/** Pieces of which the rows of several tables are made. */

export const vcpu = integer({ description: 'Virtual CPUs.', example: 2, minimum: 1, maximum: 2048 });

/** A day as YYYY-MM-DD, which sorts as text does. */
export function day(description: string): Field<string, string, 'required'> {
  return text({
    description,
    example: '2027-03-27',
    pattern: '^20[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])$',
    patternMeaning: 'a day such as "2027-03-27"',
  });
}

/** What a product does not say of itself is absent. */
export const NOT_ANNOUNCED = 'not announced, or not known to this table';

/** See {@link isRunBy}: the oldest version of each major, the oldest first. */
export function oldestVersions(
  engine: string,
  example: readonly string[],
): Field<readonly string[], readonly string[], 'required'> {
  return list(
    text({
      description: `A version of ${engine}.`,
      example: example[0],
      pattern: '^[0-9]{1,3}(?:\\.[0-9]{1,3}){0,2}$',
      patternMeaning: 'a version such as "13.4"',
    }),
    {
      description: `The oldest ${engine} of each major version that is run, the oldest first: ["13.4", "14.5", "15"] are 13.4 and later of 13, 14.5 and later of 14, and everything from 15 on. An empty list is every version.`,
      example,
      maxItems: 20,
      ordered: true,
    },
  );
}

/** The end of support of a version. */
export const endOfStandardSupport = day('Last day of standard support.');
export const endOfExtendedSupport = day('Last day of extended support, which costs extra.');
