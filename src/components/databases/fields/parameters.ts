import { always, defaulted, derived, optional } from '../../../compiler/language/fallback.ts';
import { choice, flag, map, section, text } from '../../../compiler/language/fields.ts';
import type { Engine } from '../facts/engines.ts';
import { applyMethodOf } from '../facts/parameters.ts';
import { groupNameText } from './names.ts';

const parameter = section(
  {
    value: text({
      description: 'Value as RDS takes it, in quotes where it looks like a number.',
      example: '500',
      maxLength: 4096,
    }),
    apply: derived(
      choice(['immediate', 'pending-reboot'], {
        description:
          'When the value is taken over. AWS refuses immediate for a static parameter; nobody reboots for you.',
        example: 'immediate',
      }),
      'immediate for parameters known to be dynamic, else pending-reboot',
      (scope) => applyMethodOf(scope.getOuter('engine') as Engine, scope.keys[0] ?? ''),
    ),
  },
  { description: 'One parameter of the engine.', example: { value: '500' } },
);

/** Parameters of the engine, by their own names. */
export const parameters = always(
  map(parameter, {
    description:
      "Parameters of the engine that differ from its defaults, by the engine's own names. Any of them makes a parameter group of its own; replicas share it.",
    example: { log_min_duration_statement: { value: '500' } },
    keyPattern: '^[a-z][A-Za-z0-9_.-]{0,127}$',
    keyMeaning: 'the name of a parameter, such as "rds.force_ssl"',
    maxKeyLength: 128,
  }),
);

/** Which parameter group, when it is not the one that follows from the rest. */
export const parameterGroup = always(
  section(
    {
      name: optional(
        groupNameText(
          'Name of the parameter group. With parameters it is the group that Terraform manages; without any it is a group that exists and is only attached.',
          'prod-postgres-16-tuned',
        ),
        '<identifier>-<family> when there are parameters, else the default group of the engine (an adopted database keeps its own)',
      ),
      description: defaulted(
        text({
          description:
            'Description of the group in AWS. It cannot be changed; an adopted group keeps the one it has.',
          example: 'Managed by Terraform',
          maxLength: 255,
        }),
        'Managed by Terraform',
        'the default of the provider',
      ),
      adopt: derived(
        flag({
          description:
            'Whether the group of these parameters exists already and is imported. false creates a group of its own beside an adopted database.',
          example: false,
        }),
        'true when the database is adopted',
        (scope) => scope.get('adopt.id') !== undefined,
      ),
    },
    {
      description: 'The parameter group, where it needs saying.',
      example: { name: 'prod-postgres-16-tuned' },
    },
  ),
);
