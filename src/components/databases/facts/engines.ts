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
  /** Major versions that RDS has or had. What is not here may be new, so it is a warning only. */
  readonly majors: readonly string[];
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
 * Sources: CreateDBInstance API reference (ports, user names), RDS user guide "Publishing database logs to
 * CloudWatch Logs" and the release calendars of the three engines; written down on 2026-11-25.
 */
export const engineFacts: Readonly<Record<Engine, EngineFacts>> = {
  postgres: {
    title: 'PostgreSQL',
    port: 5432,
    majorParts: 1,
    majors: ['11', '12', '13', '14', '15', '16', '17', '18'],
    logs: ['postgresql', 'upgrade'],
    defaultLogs: ['postgresql', 'upgrade'],
    reservedUsernames: ['admin', 'rdsadmin', 'rds_superuser', 'rdsrepladmin', 'user'],
    usernameLength: 63,
  },
  mysql: {
    title: 'MySQL',
    port: 3306,
    majorParts: 2,
    majors: ['5.7', '8.0', '8.4'],
    logs: ['audit', 'error', 'general', 'slowquery'],
    defaultLogs: ['error', 'slowquery'],
    reservedUsernames: ['rdsadmin', 'rdsrepladmin', 'root'],
    usernameLength: 16,
  },
  mariadb: {
    title: 'MariaDB',
    port: 3306,
    majorParts: 2,
    majors: ['10.4', '10.5', '10.6', '10.11', '11.4', '11.8'],
    logs: ['audit', 'error', 'general', 'slowquery'],
    defaultLogs: ['error', 'slowquery'],
    reservedUsernames: ['rdsadmin', 'rdsrepladmin', 'root'],
    usernameLength: 16,
  },
};
