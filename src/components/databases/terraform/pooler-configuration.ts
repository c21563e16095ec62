import type { ConnectionPooler, Database } from '../schema.ts';
import { PATHS } from './pooler-scripts.ts';

/** The port of PgBouncer inside of its pods; the Service has another one. */
export const POOLER_PORT = 6432;

/** References to what Terraform finds out. */
export interface Server {
  readonly host: string;
  /** The user of every connection to the database; undefined when clients keep their own. */
  readonly user: string | undefined;
}

/**
 * The text of pgbouncer.ini. Whatever a spec can say in it is a number, a word of ours or a name whose pattern
 * has neither blanks nor line breaks, so that nothing needs quoting.
 *
 * @source pgbouncer/pgbouncer doc/config.md (read 2026-11-25); taken by PgBouncer 1.24.1
 */
export function poolerConfiguration(database: Database, pooler: ConnectionPooler, server: Server): string {
  return [
    '[databases]',
    `* = ${[`host=${server.host}`, `port=${database.port}`, ...(server.user === undefined ? [] : [`user=${server.user}`])].join(' ')}`,
    '',
    '[pgbouncer]',
    ...settings(pooler).map(([name, value]) => `${name} = ${value}`.trimEnd()),
    '',
  ].join('\n');
}

function settings(pooler: ConnectionPooler): (readonly [name: string, value: string | number])[] {
  return [
    ['listen_addr', '*'],
    ['listen_port', POOLER_PORT],
    // The file system is read-only, and nobody is in the pod to use a socket.
    ['unix_socket_dir', ''],
    ['auth_type', 'scram-sha-256'],
    ['auth_file', `${PATHS.users}/userlist.txt`],

    ['pool_mode', pooler.poolMode],
    ['max_client_conn', pooler.maxClientConnections],
    ['default_pool_size', pooler.defaultPoolSize],
    ['min_pool_size', pooler.minPoolSize],
    ['reserve_pool_size', pooler.reservePoolSize],
    ['max_db_connections', pooler.maxDbConnections],
    ['max_prepared_statements', pooler.maxPreparedStatements],
    ['ignore_startup_parameters', pooler.ignoreStartupParameters.join(',')],

    ['server_idle_timeout', pooler.serverIdleTimeout],
    ['server_lifetime', pooler.serverLifetime],
    ['query_wait_timeout', pooler.queryWaitTimeout],
    // After a rotation the new password works at the next try.
    ['server_login_retry', 5],

    ...(pooler.caConfigMap === undefined
      ? ([['server_tls_sslmode', 'require']] as const)
      : ([
          ['server_tls_sslmode', 'verify-full'],
          ['server_tls_ca_file', `${PATHS.authorities}/global-bundle.pem`],
        ] as const)),

    // A primary that failed over answers nothing any more; half a minute later its connections are given up.
    ['tcp_keepidle', 30],
    ['tcp_keepintvl', 10],
    ['tcp_keepcnt', 3],
    ['tcp_user_timeout', 30_000],

    // Probes and clients come and go all the time; errors are still told.
    ['log_connections', 0],
    ['log_disconnections', 0],
  ];
}
