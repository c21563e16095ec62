import { text } from '../../../compiler/language/fields.ts';

/** What RDS takes as the identifier of an instance, and as the name of its groups (lower case, for RDS lowers them). */
const IDENTIFIER = '^[a-z](?:-?[a-z0-9]){0,62}$';

/** An identifier of an instance, written by a person. */
export const identifierText = (description: string, example: string) =>
  text({
    description,
    example,
    pattern: IDENTIFIER,
    patternMeaning:
      'lower case letters, digits and single hyphens, starting with a letter and not ending with a hyphen',
    maxLength: 63,
  });

/** Names of subnet groups and parameter groups; `default.…` groups cannot be managed and have a dot. */
export const groupNameText = (description: string, example: string) =>
  text({
    description,
    example,
    pattern: '^[a-z][a-z0-9.-]{0,253}$',
    patternMeaning: 'lower case letters, digits, hyphens and dots, starting with a letter',
    maxLength: 254,
  });
