import { defaulted, derived, derivedIfAny, onByDefault, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import {
  choice,
  integer,
  quantity,
  reference,
  section,
  switchable,
  text,
} from '../../compiler/language/fields.ts';
import { DNS_SUBDOMAIN, DNS_SUBDOMAIN_MEANING } from './kubernetes-names.ts';

const configMap = switchable(
  {
    name: derived(
      text({
        description: 'Name of the ConfigMap.',
        example: 'blockchain-backend-database',
        pattern: DNS_SUBDOMAIN,
        patternMeaning: DNS_SUBDOMAIN_MEANING,
        maxLength: 253,
      }),
      '<name of the workload>-database',
      (scope) => `${scope.get('name')}-database`,
    ),
  },
  {
    description:
      'Hands the settings of the database to the application, as entries for environment variables: DB_HOST, DB_PORT, DB_NAME, DB_SSLMODE, DB_REPLICA_HOST, DB_REPLICA_HOSTS, DB_REPLICA_PORT, DB_REPLICA_SSLMODE, DB_MAX_OPEN_CONNS, DB_MAX_IDLE_CONNS, DB_CONN_MAX_LIFETIME and DB_CONN_MAX_IDLE_TIME. A Deployment of ours gets them by itself and is rolled when they change; any other names the ConfigMap in envFrom.',
    example: { name: 'blockchain-backend-database' },
  },
);

/** What the pods of a workload open at their database. */
export const database = section(
  {
    ref: reference(['databases'], {
      description: 'The database that the pods connect to.',
      example: 'postgres',
    }),
    databaseName: derivedIfAny(
      text({
        description: 'Name of the database inside of the instance (DB_NAME).',
        example: 'app',
        pattern: '^[A-Za-z_][A-Za-z0-9_-]{0,62}$',
        patternMeaning: 'letters, digits, underscores and hyphens, not starting with a digit or a hyphen',
        maxLength: 63,
      }),
      'databaseName of the database',
      (scope) => scope.getRoot(`databases.${scope.get('database.ref')}.databaseName`) as string | undefined,
    ),
    poolSize: integer({
      description: 'Connections that one pod may open (DB_MAX_OPEN_CONNS, for SetMaxOpenConns).',
      example: 50,
      minimum: 1,
      maximum: 10_000,
    }),
    maxIdle: optional(
      integer({
        description:
          'Connections that one pod keeps when it has nothing to do (DB_MAX_IDLE_CONNS, for SetMaxIdleConns).',
        example: 10,
        minimum: 0,
        maximum: 10_000,
      }),
      'what the application does by itself',
    ),
    maxLifetime: optional(
      quantity('duration', {
        description:
          'Age at which a connection is replaced (DB_CONN_MAX_LIFETIME, for SetConnMaxLifetime). With it, connections spread over new pods of a pooler.',
        example: '1h',
      }),
      'what the application does by itself',
    ),
    maxIdleTime: optional(
      quantity('duration', {
        description:
          'Time after which an idle connection is closed (DB_CONN_MAX_IDLE_TIME, for SetConnMaxIdleTime).',
        example: '10m',
      }),
      'what the application does by itself',
    ),
    via: defaulted(
      choice(['direct', 'pgbouncer'], {
        description:
          'Whether the pods connect to the database itself or to its connectionPooler (DB_HOST and DB_PORT). Read replicas are always reached directly.',
        example: 'pgbouncer',
      }),
      'direct',
      'no pooler is taken for granted',
    ),
    sslMode: derivedIfAny(
      choice(['disable', 'require', 'verify-ca', 'verify-full'], {
        description:
          "How libpq and the drivers of PostgreSQL use TLS (DB_SSLMODE). verify-… needs the certificate authorities of RDS in the application's image.",
        example: 'require',
      }),
      'require (RDS refuses anything else since PostgreSQL 15), disable via pgbouncer, which takes no TLS inside of the cluster; none for other engines',
      (scope) => {
        const engine = scope.getRoot(`databases.${scope.get('database.ref')}.engine`);
        if (engine !== 'postgres') return undefined;
        return scope.get('database.via') === 'pgbouncer' ? 'disable' : 'require';
      },
    ),
    configMap: onByDefault(configMap, 'what is counted here is what the application then opens'),
  },
  {
    description:
      'The database that the pods use and what they open at it. It is counted against the connections of the database and handed over to the application by a ConfigMap; credentials are not part of it.',
    example: { ref: 'postgres', poolSize: 50, via: 'pgbouncer' },
  },
);

export type WorkloadDatabase = ModelOf<typeof database>;
