import {
  always,
  byTier,
  defaulted,
  derived,
  derivedIfAny,
  optional,
} from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import {
  choice,
  flag,
  integer,
  list,
  map,
  reference,
  section,
  switchable,
  text,
} from '../../compiler/language/fields.ts';
import { itemFields } from '../../compiler/language/item-fields.ts';
import { subnetGroupOwner } from '../../compiler/language/subnet-group-owner.ts';
import { isBefore, readEngineVersion } from './facts/engine-version.ts';
import { ENGINES, type Engine, engineFacts } from './facts/engines.ts';
import { backups, changes, monitoring } from './fields/care.ts';
import { connectionPooler } from './fields/connection-pooler.ts';
import { groupNameText, identifierText } from './fields/names.ts';
import { parameterGroup, parameters } from './fields/parameters.ts';
import { readReplicas } from './fields/read-replicas.ts';
import { storage } from './fields/storage.ts';

const adopt = optional(
  switchable(
    {
      id: derived(
        text({ description: 'Import id: the identifier of the instance.', example: 'prod-postgres' }),
        '<identifier>',
        (scope) => String(scope.get('identifier')),
      ),
    },
    {
      description:
        'The database exists already, with its subnet group and its replicas: the first plan imports them and creates nothing. Let it stay afterwards; an import of what is in the state does nothing.',
      example: true,
    },
  ),
  'the first apply creates the database',
);

const username = derivedIfAny(
  text({
    description:
      'Name of the administrator. Changing it replaces the database; an adopted one must say the name it has.',
    example: 'dbadmin',
    pattern: '^[A-Za-z][A-Za-z0-9_]{0,62}$',
    patternMeaning: 'letters, digits and underscores, starting with a letter',
    maxLength: 63,
  }),
  'dbadmin, not the name that everybody tries first (RDS.25); none for an adopted database',
  (scope) => (scope.get('adopt.id') === undefined ? 'dbadmin' : undefined),
);

const databaseName = optional(
  text({
    description:
      'Name of a database that is made inside the instance at its creation. Changing it replaces everything.',
    example: 'app',
    pattern: '^[A-Za-z_][A-Za-z0-9_]{0,62}$',
    patternMeaning: 'letters, digits and underscores, not starting with a digit',
    maxLength: 63,
  }),
  'none is made; an adopted database keeps the one it has',
);

const database = section(
  {
    adopt,
    previousName: itemFields.previousName,
    identifier: derived(
      identifierText('Name of the instance in RDS, and the first part of its address.', 'prod-postgres'),
      '<environment>-<key>; a database that is renamed in the spec must say the name it has',
      (scope) => `${scope.environment}-${scope.keys[0]}`,
    ),
    engine: choice(ENGINES, { description: 'Engine of the database.', example: 'postgres' }),
    engineVersion: text({
      description:
        'Version of the engine, in quotes: a minor version ("16.8") that Terraform owns, or a major one ("16", "8.0") of which RDS chooses and upgrades the minor version.',
      example: '16.8',
      pattern: '^[0-9]{1,2}(?:\\.[0-9]{1,3}){0,2}(?:-[A-Za-z0-9.]{1,20})?$',
      patternMeaning: 'a version such as "16.8"',
      maxLength: 32,
    }),
    class: text({
      description: 'Instance class. Changing it interrupts the database for a minute or two.',
      example: 'db.r6g.2xlarge',
      pattern: '^db\\.[a-z0-9-]{1,20}\\.[a-z0-9-]{1,20}$',
      patternMeaning: 'an instance class such as "db.r6g.2xlarge"',
    }),
    databaseName,
    username,
    credentials: derived(
      choice(['managed', 'keep'], {
        description:
          'managed: RDS makes the password, keeps it in Secrets Manager and rotates it. keep: whatever the password is stays; for adopted databases, because switching to managed rotates the password at once.',
        example: 'managed',
      }),
      'managed, and keep for an adopted database',
      (scope) => (scope.get('adopt.id') === undefined ? 'managed' : 'keep'),
    ),
    storage,
    multiAz: byTier(
      flag({
        description: 'Whether a standby in another zone takes over when the primary fails.',
        example: true,
      }),
      { dev: false, staging: true, prod: true },
      'RDS.5; in dev an outage costs less than a second instance',
    ),
    port: derived(
      integer({
        description: 'TCP port. Changing it disconnects every client.',
        example: 5432,
        minimum: 1150,
        maximum: 65535,
      }),
      '5432 for PostgreSQL, 3306 for MySQL and MariaDB',
      (scope) => engineFacts[scope.get('engine') as Engine].port,
    ),
    securityGroups: derived(
      list(
        reference(['foundation', 'securityGroups'], {
          description: 'A security group by its name in foundation.securityGroups.',
          example: 'postgres',
        }),
        {
          description: 'Security groups of the database and its replicas.',
          example: ['postgres'],
          minItems: 1,
          maxItems: 5,
        },
      ),
      '[<key>]',
      (scope) => [scope.keys[0] ?? ''],
    ),
    subnetGroup: always(
      section(
        {
          name: derived(
            groupNameText(
              'Name of the DB subnet group, which holds foundation.subnets. RDS moves no database to another group of the same VPC: keep the name when the identifier changes.',
              'prod-postgres',
            ),
            '<identifier>',
            (scope) => String(scope.get('identifier')),
          ),
          managedBy: subnetGroupOwner,
        },
        { description: 'The DB subnet group.', example: { name: 'prod-postgres' } },
      ),
    ),
    parameters,
    parameterGroup,
    backups,
    changes,
    monitoring,
    deletionProtection: defaulted(
      flag({
        description:
          'Whether RDS refuses to delete the database (deletion_protection), and Terraform to plan it (prevent_destroy).',
        example: true,
      }),
      true,
      'RDS.8; a throw-away database in dev may say false',
    ),
    finalSnapshot: defaulted(
      flag({
        description: 'Whether deleting the database leaves a snapshot named <identifier>-final.',
        example: true,
      }),
      true,
      'the last way back; a throw-away database in dev may say false',
    ),
    iamAuthentication: derived(
      flag({
        description: 'Whether IAM identities may sign in without a password, beside users that have one.',
        example: true,
      }),
      'true (RDS.10), except for MariaDB before 10.11, which cannot or may not',
      (scope) =>
        supportsIamAuthentication(scope.get('engine') as Engine, String(scope.get('engineVersion'))) === true,
    ),
    caCertificateIdentifier: optional(
      text({
        description:
          'Certificate authority of the TLS certificate of the server. Setting it costs a new database a second modification.',
        example: 'rds-ca-rsa2048-g1',
        pattern: '^rds-ca-[a-z0-9-]{1,40}$',
        patternMeaning: 'a certificate authority such as "rds-ca-rsa2048-g1"',
      }),
      'the default of the account in this region, which AWS keeps current',
    ),
    readReplicas,
    connectionPooler,
  },
  {
    description:
      'One RDS instance with its subnet group, parameter group, read replicas and connection pooler.',
    example: {
      engine: 'postgres',
      engineVersion: '16.8',
      class: 'db.r6g.2xlarge',
      storage: { allocated: '200GiB', max: '500GiB' },
    },
  },
);

/**
 * Whether IAM identities can sign in; `undefined` where the guides disagree.
 *
 * @source RDS user guide "Supported Regions and DB engines for IAM database authentication" (read 2026-11-25): MariaDB
 *   10.11, 11.4 and 11.8, not 10.6; awsdocs/amazon-rds-user-guide@2552ac4 had 10.6 and nothing before
 */
export function supportsIamAuthentication(engine: Engine, version: string): boolean | undefined {
  const major = readEngineVersion(engine, version)?.major;
  if (engine !== 'mariadb' || major === undefined || !isBefore(major, '10.11')) return true;
  return isBefore(major, '10.6') ? false : undefined;
}

export const databaseMap = map(database, {
  description:
    'RDS databases (PostgreSQL, MySQL, MariaDB): class, storage and its owner, replicas, backups and windows.',
  example: {
    postgres: {
      engine: 'postgres',
      engineVersion: '16.8',
      class: 'db.r6g.2xlarge',
      storage: { allocated: '200GiB', max: '500GiB' },
    },
  },
});

export type Databases = ModelOf<typeof databaseMap>;
export type Database = ModelOf<typeof database>;
export type ConnectionPooler = NonNullable<Database['connectionPooler']>;
export type ReadReplica = Database['readReplicas'] extends ReadonlyMap<string, infer R> ? R : never;
