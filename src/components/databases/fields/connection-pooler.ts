import { always, byTier, defaulted, derived, optional } from '../../../compiler/language/fallback.ts';
import { choice, integer, list, map, quantity, section, text } from '../../../compiler/language/fields.ts';

/** @source kubernetes.io "Object Names and IDs" (read 2026-11-25): names of Services, namespaces and accounts */
const LABEL = '^[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?$';
const LABEL_MEANING =
  'lower case letters, digits and hyphens, at most 63, starting with a letter and not ending with a hyphen';

const objectName = (description: string, example: string) =>
  text({
    description,
    example,
    pattern: '^[a-z0-9][a-z0-9.-]{0,252}$',
    patternMeaning: 'lower case letters, digits, hyphens and dots, starting with a letter or digit',
    maxLength: 253,
  });

/** Something that stays the same: a digest, or a tag other than `latest`. */
const image = (description: string, example: string) =>
  text({
    description,
    example,
    pattern:
      '^[a-z0-9][A-Za-z0-9_./:-]*(?::(?!latest$)[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}|@sha256:[0-9a-f]{64})$',
    patternMeaning: 'an image with a tag other than latest, or with a digest',
    maxLength: 512,
  });

const connections = (description: string, example: number, minimum = 1) =>
  integer({ description, example, minimum, maximum: 100_000 });

/** @source pgbouncer/pgbouncer doc/config.md (read 2026-11-25); the names are PgBouncer's own in camelCase */
const pools = {
  poolMode: defaulted(
    choice(['transaction', 'session', 'statement'], {
      description:
        'When a connection to the database goes to another client: after each transaction, when the client leaves, or after each statement. In transaction mode nothing of a session survives a transaction: SET, LISTEN, WITH HOLD cursors, advisory locks of a session and temporary tables do not work as usual.',
    }),
    'transaction',
    'the mode in which few connections serve many clients',
  ),
  maxClientConnections: defaulted(
    connections('Clients that one pod takes (max_client_conn); it refuses more of them.', 1000),
    1000,
    "the guide's number; a waiting client costs a few kilobytes",
  ),
  defaultPoolSize: defaulted(
    connections(
      'Connections that one pod opens to the database for each user and database (default_pool_size).',
      25,
    ),
    25,
    "the guide's number; PgBouncer's own is 20",
  ),
  minPoolSize: derived(
    connections('Connections that one pod keeps when there is little to do (min_pool_size).', 2, 0),
    '2, or <defaultPoolSize> if that is less: while a pool has a connection, its clients wait when a login to the database fails, as it does for half a minute when the password is rotated; without one they get the error (seen with PgBouncer 1.24.1)',
    (scope) => Math.min(2, Number(scope.get('connectionPooler.defaultPoolSize'))),
  ),
  reservePoolSize: defaulted(
    connections(
      'Further connections for each user and database when a client has waited for five seconds (reserve_pool_size).',
      5,
      0,
    ),
    0,
    'the default of PgBouncer',
  ),
  maxDbConnections: derived(
    connections(
      'Most connections that one pod opens to one database, whatever the number of users (max_db_connections). Times the pods it is what is counted against the database.',
      25,
    ),
    '<defaultPoolSize> + <reservePoolSize>, enough for one user',
    (scope) =>
      Number(scope.get('connectionPooler.defaultPoolSize')) +
      Number(scope.get('connectionPooler.reservePoolSize')),
  ),
  maxPreparedStatements: defaulted(
    connections(
      'Prepared statements of the protocol that one connection keeps (max_prepared_statements); with 0 they do not work in transaction mode. SQL-level PREPARE never does.',
      200,
      0,
    ),
    200,
    'the default of PgBouncer since 1.24; drivers prepare without being asked',
  ),
  serverIdleTimeout: defaulted(
    quantity('duration', {
      description: 'Time after which an idle connection to the database is closed (server_idle_timeout).',
      example: '10m',
    }),
    '10m',
    'the default of PgBouncer',
  ),
  serverLifetime: defaulted(
    quantity('duration', {
      description: 'Age at which a connection to the database is replaced (server_lifetime).',
      example: '1h',
    }),
    '1h',
    'the default of PgBouncer',
  ),
  queryWaitTimeout: defaulted(
    quantity('duration', {
      description: 'Time that a client waits for a connection before it gets an error (query_wait_timeout).',
      example: '2m',
    }),
    '2m',
    'the default of PgBouncer; longer than a failover of Multi-AZ and than a rotation of the password',
  ),
  ignoreStartupParameters: defaulted(
    list(
      text({
        description: 'Name of a parameter.',
        example: 'extra_float_digits',
        pattern: '^[A-Za-z_][A-Za-z0-9_.]{0,62}$',
        patternMeaning: 'the name of a parameter of PostgreSQL',
        maxLength: 63,
      }),
      {
        description:
          'Parameters that clients may ask for at login without effect (ignore_startup_parameters); PgBouncer refuses a client that asks for others.',
        example: ['extra_float_digits'],
        maxItems: 20,
      },
    ),
    ['extra_float_digits'],
    'the JDBC driver asks for it',
  ),
};

const credentials = {
  userListSecret: optional(
    objectName(
      'Kubernetes Secret whose entry userlist.txt says who may log in to the pooler, one line for each: "user" "password or SCRAM secret". It exists already, and changes of it are taken over within a minute and a half, without a restart.',
      'postgres-pgbouncer',
    ),
    'only the administrator, with the password that RDS rotates',
  ),
  serverCredentials: derived(
    choice(['user-list', 'rds-managed'], {
      description:
        'How the pooler logs in to the database. user-list: as the client, with the same password, so that each application has a user of its own with the rights it needs; prefer it. rds-managed: always as the administrator, with the password that RDS keeps in Secrets Manager; a rotation of it is taken over within a minute. Neither ever stands in a file or in the Terraform state.',
    }),
    'user-list with a userListSecret, else rds-managed',
    (scope) => (scope.get('connectionPooler.userListSecret') === undefined ? 'rds-managed' : 'user-list'),
  ),
  roleName: derived(
    text({
      description:
        'Name of the IAM role with which the pods read the secret of RDS, and nothing else (rds-managed only).',
      example: 'prod-postgres-pgbouncer',
      pattern: '^[A-Za-z0-9+=,.@_-]{1,64}$',
      patternMeaning: 'the name of an IAM role: at most 64 letters, digits and + = , . @ _ -',
      maxLength: 64,
    }),
    '<environment>-<name>',
    (scope) => `${scope.environment}-${scope.get('connectionPooler.name')}`,
  ),
  awsCliImage: defaulted(
    image(
      'Image with bash and the AWS command line, which reads the secret of RDS (rds-managed only).',
      'public.ecr.aws/aws-cli/aws-cli:2.36.44',
    ),
    'public.ecr.aws/aws-cli/aws-cli:2.36.44',
    'the image of AWS; it carries bash and never changes under its tag (used with both in public code, read 2026-11-25)',
  ),
  caConfigMap: optional(
    objectName(
      'ConfigMap whose entry global-bundle.pem holds the certificate authorities of RDS (https://truststore.pki.rds.amazonaws.com/global/global-bundle.pem). With it the pooler checks that it talks to the database (server_tls_sslmode = verify-full).',
      'rds-ca-bundle',
    ),
    'connections are encrypted, but who answers is not checked (server_tls_sslmode = require): no image brings the authorities of RDS',
  ),
};

const resources = section(
  {
    requests: always(
      section(
        {
          cpu: defaulted(
            quantity('cpu', {
              description: 'CPU that the scheduler sets aside for one pod.',
              example: '100m',
            }),
            '100m',
            'some thousand small queries a second; PgBouncer never uses more than one core',
          ),
          memory: defaulted(
            quantity('memory', {
              description: 'Memory that the scheduler sets aside for one pod.',
              example: '64Mi',
            }),
            '64Mi',
            'more than a thousand clients need',
          ),
        },
        { description: 'What the scheduler sets aside.', example: { cpu: '100m', memory: '64Mi' } },
      ),
    ),
    limits: always(
      section(
        {
          memory: defaulted(
            quantity('memory', { description: 'Memory at which the container is ended.', example: '256Mi' }),
            '256Mi',
            'four times the request; there is no limit of CPU, for a throttled pooler makes every query slow',
          ),
        },
        { description: 'What one pod can use at most.', example: { memory: '256Mi' } },
      ),
    ),
  },
  {
    description: 'Requests and limits of PgBouncer.',
    example: { requests: { cpu: '100m', memory: '64Mi' }, limits: { memory: '256Mi' } },
  },
);

/** PgBouncer in front of a PostgreSQL database. */
export const connectionPooler = optional(
  section(
    {
      name: derived(
        text({
          description:
            'Name of the Service, the Deployment and the other objects; the first part of the address for the clients.',
          example: 'postgres-pgbouncer',
          pattern: LABEL,
          patternMeaning: LABEL_MEANING,
          maxLength: 63,
        }),
        '<key of the database>-pgbouncer',
        (scope) => `${scope.keys[0]}-pgbouncer`,
      ),
      namespace: defaulted(
        text({
          description: 'Namespace of the pooler; it exists already.',
          example: 'default',
          pattern: LABEL,
          patternMeaning: LABEL_MEANING,
          maxLength: 63,
        }),
        'default',
        'where kubectl works when nobody says otherwise',
      ),
      port: defaulted(
        integer({
          description: 'Port of the Service.',
          example: 5432,
          minimum: 1,
          maximum: 65_535,
        }),
        5432,
        'where clients of PostgreSQL look',
      ),
      image: defaulted(
        image(
          'Image with PgBouncer 1.23 or later and a shell (sh, cat, sleep). It is started by a script of ours, as user 65532 on a read-only file system.',
          'ghcr.io/cloudnative-pg/pgbouncer:1.25.2',
        ),
        'ghcr.io/cloudnative-pg/pgbouncer:1.25.2',
        'built by CloudNativePG from the packages of PostgreSQL for every release, for amd64 and arm64, with provenance (docker-bake.hcl of pgbouncer-containers@0718ad6, read 2026-11-25); the project itself publishes no image',
      ),
      replicas: byTier(
        integer({ description: 'Pods of the pooler.', example: 2, minimum: 1, maximum: 100 }),
        { dev: 1, staging: 2, prod: 2 },
        'one may be away; each has pools of its own, so that more pods mean more connections',
      ),
      ...pools,
      ...credentials,
      resources: always(resources),
      nodeSelector: optional(
        map(
          text({
            description: 'Value of the label.',
            example: 'general',
            pattern: '^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$',
            patternMeaning: 'the value of a label: at most 63 letters, digits and _ . -',
            maxLength: 63,
          }),
          {
            description: 'Labels that a node must have to run the pods; nodes that stay are best.',
            example: { workload: 'general' },
            keyPattern:
              '^(?:[a-z0-9](?:[a-z0-9.-]{0,61}[a-z0-9])?/)?[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?$',
            keyMeaning: 'the key of a label, such as "workload" or "example.com/team"',
            maxKeyLength: 127,
            minItems: 1,
          },
        ),
        'any node without taints',
      ),
      terminationGracePeriod: defaulted(
        quantity('duration', {
          description:
            'Time that a pod has to leave: 15 s in which Kubernetes tells everybody, then what the running transactions take.',
          example: '90s',
        }),
        '90s',
        'a transaction of a web application is over by then; spot nodes give two minutes',
      ),
    },
    {
      description:
        'PgBouncer in the cluster, in front of the primary: many clients share few connections. PostgreSQL only.',
      example: { replicas: 2, poolMode: 'transaction', maxClientConnections: 1000, defaultPoolSize: 25 },
    },
  ),
  'clients connect to the database itself',
);
