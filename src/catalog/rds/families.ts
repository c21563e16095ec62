import { optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, flag, section } from '../../compiler/language/fields.ts';
import { architecture } from '../ec2/instance-types.ts';
import { day, NOT_ANNOUNCED, oldestVersions } from '../row-fields.ts';

const NOT_RUN = 'no class of the family runs the engine';

/** What the catalog knows of all sizes of an RDS instance class, by `db.m6g`. */
export const rdsFamily = section(
  {
    isBurstable: flag({ description: 'Whether it earns CPU credits and is slow without.', example: false }),
    architecture,
    generation: choice(['current', 'previous', 'retired'], {
      description:
        'previous: older than what RDS recommends. retired: RDS makes no new instances of it for any engine.',
    }),
    retiredOn: optional(
      day('From when on RDS moves instances of a retired family to another.'),
      NOT_ANNOUNCED,
    ),
    engines: optional(
      section(
        {
          postgres: optional(oldestVersions('PostgreSQL', ['13.4', '14.5', '15']), NOT_RUN),
          mysql: optional(oldestVersions('MySQL', ['8.0.32']), NOT_RUN),
          mariadb: optional(oldestVersions('MariaDB', ['10.4']), NOT_RUN),
        },
        {
          description: 'The engines that run on the family, and from which versions on.',
          example: { postgres: ['13.4', '14.5', '15'], mysql: ['8.0'], mariadb: ['10.4'] },
        },
      ),
      'not known to this table',
    ),
  },
  {
    description: 'A family of RDS instance classes.',
    example: { isBurstable: false, architecture: 'arm64', generation: 'current' },
  },
);

export type RdsFamily = ModelOf<typeof rdsFamily>;

/** `db.m6g` of `db.m6g.large`. */
export function rdsFamilyOf(className: string): string {
  return className.split('.', 2).join('.');
}
