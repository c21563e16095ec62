/** The engines of RDS that this component knows; Aurora is another kind of thing and not among them. */
export const ENGINES = ['postgres', 'mysql', 'mariadb'] as const;
export type Engine = (typeof ENGINES)[number];

export interface EngineFacts {
  /** What people call it. */
  readonly title: string;
  /** The port that RDS takes when nobody says one. */
  readonly port: number;
  /** How many numbers make a major version: 1 in `16`, 2 in `8.0`. */
  readonly majorParts: 1 | 2;
  /** Kinds of logs that RDS can send to CloudWatch. */
  readonly logs: readonly string[];
  /** Those that need no further parameter or option group to hold something. */
  readonly defaultLogs: readonly string[];
  /** Administrator names that CreateDBInstance refuses. */
  readonly reservedUsernames: readonly string[];
  /** Longest administrator name. */
  readonly usernameLength: number;
}

/**
 * @source ports and logs: botocore 1.43.11, API model of rds, CreateDBInstance (read 2026-11-25; `iam-db-auth-error`
 *   is left out)
 * @source lengths of user names: floci-io/floci #3730 of 2026-09-16, tried in a live account; the API model says 16
 *   for all engines
 * @source reserved user names: aws/aws-cdk #10597 (admin) and aws-cloudformation/cfn-lint #4425 (rdsadmin); there are
 *   more, but no list of them was read
 * unverified: which logs hold something without a further parameter (general knowledge of the engines)
 */
export const engineFacts: Readonly<Record<Engine, EngineFacts>> = {
  postgres: {
    title: 'PostgreSQL',
    port: 5432,
    majorParts: 1,
    logs: ['postgresql', 'upgrade'],
    defaultLogs: ['postgresql', 'upgrade'],
    reservedUsernames: ['admin', 'rdsadmin'],
    usernameLength: 63,
  },
  mysql: {
    title: 'MySQL',
    port: 3306,
    majorParts: 2,
    logs: ['audit', 'error', 'general', 'slowquery'],
    defaultLogs: ['error', 'slowquery'],
    reservedUsernames: ['rdsadmin'],
    usernameLength: 32,
  },
  mariadb: {
    title: 'MariaDB',
    port: 3306,
    majorParts: 2,
    logs: ['audit', 'error', 'general', 'slowquery'],
    defaultLogs: ['error', 'slowquery'],
    reservedUsernames: ['rdsadmin'],
    usernameLength: 16,
  },
};
