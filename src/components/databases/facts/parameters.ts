import { isBefore } from './engine-version.ts';
import type { Engine } from './engines.ts';

export type Apply = 'immediate' | 'pending-reboot';

/**
 * When RDS takes over a changed parameter. AWS refuses `immediate` for a static one; `pending-reboot` is right
 * for all, only slower, so it is the answer for a parameter that is in neither list.
 */
export function applyMethodOf(engine: Engine, parameter: string): Apply {
  return DYNAMIC[engine].has(parameter) ? 'immediate' : 'pending-reboot';
}

/** Whether AWS is known to take the parameter over only at a reboot. */
export function isStatic(engine: Engine, parameter: string): boolean {
  return STATIC[engine].has(parameter);
}

/** The parameter by which the server refuses connections without TLS. */
export function tlsParameterOf(engine: Engine): string {
  return engine === 'postgres' ? 'rds.force_ssl' : 'require_secure_transport';
}

/**
 * Whether the engine asks for TLS when nobody says anything; `undefined` where we do not know.
 *
 * @source RDS user guide "Requiring SSL/TLS for all connections to a MySQL DB instance": off up to 8.4, on in 9.7;
 *   the same page for MariaDB: there from 10.5 on, off up to 11.4, on from 11.8 on (read 2026-11-25)
 * @source PostgreSQL: RDS user guide, PostgreSQL.Concepts.General.SSL, 1 from 15 on (read as a quotation, 2026-11-25)
 */
export function tlsDefault(engine: Engine, major: string): boolean | undefined {
  if (engine === 'postgres') return !isBefore(major, '15');
  if (engine === 'mysql') return !isBefore(major, '9.7');
  return isBefore(major, '10.5') ? undefined : !isBefore(major, '11.8');
}

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/*
 * Apply types of what is set often; a parameter that is missing costs a reboot, no more.
 *
 * @source awsdocs/amazon-rds-user-guide@1fffeb4, Appendix.PostgreSQL.CommonDBATasks.Parameters.md, column Apply_Type;
 *   for what that table leaves out `postgres --describe-config` of PostgreSQL 15.18, static where the context is
 *   postmaster (both read 2026-11-25); temp_file_limit, on which they disagree, is in neither list
 * unverified: dynamic parameters with a dot that the table leaves out (general knowledge of the extensions and of RDS)
 */
const POSTGRES_DYNAMIC = words(`
  auto_explain.log_analyze auto_explain.log_min_duration autovacuum autovacuum_analyze_scale_factor
  autovacuum_analyze_threshold autovacuum_naptime autovacuum_vacuum_cost_delay autovacuum_vacuum_cost_limit
  autovacuum_vacuum_insert_scale_factor autovacuum_vacuum_scale_factor autovacuum_vacuum_threshold
  autovacuum_work_mem checkpoint_completion_target checkpoint_timeout deadlock_timeout
  default_statistics_target effective_cache_size effective_io_concurrency hot_standby_feedback
  idle_in_transaction_session_timeout idle_session_timeout jit lock_timeout log_autovacuum_min_duration
  log_checkpoints log_connections log_disconnections log_duration log_lock_waits log_min_duration_sample
  log_min_duration_statement log_min_messages log_statement log_temp_files logical_decoding_work_mem
  maintenance_work_mem max_parallel_maintenance_workers max_parallel_workers max_parallel_workers_per_gather
  max_slot_wal_keep_size max_standby_archive_delay max_standby_streaming_delay max_wal_size min_wal_size
  password_encryption pg_stat_statements.track pgaudit.log random_page_cost rds.force_admin_logging_level
  rds.force_autovacuum_logging_level rds.force_ssl rds.log_retention_period seq_page_cost statement_timeout
  synchronous_commit tcp_keepalives_count tcp_keepalives_idle tcp_keepalives_interval
  timezone track_functions track_io_timing vacuum_cost_delay vacuum_cost_limit wal_compression
  wal_keep_size wal_sender_timeout work_mem
`);
const POSTGRES_STATIC = words(`
  autovacuum_freeze_max_age autovacuum_max_workers autovacuum_multixact_freeze_max_age huge_pages
  max_connections max_files_per_process max_locks_per_transaction max_logical_replication_workers
  max_pred_locks_per_transaction max_prepared_transactions max_replication_slots max_wal_senders
  max_worker_processes shared_buffers shared_preload_libraries superuser_reserved_connections
  track_activity_query_size track_commit_timestamp wal_buffers
`);
/*
 * unverified, both for MySQL and MariaDB: general knowledge of the MySQL 8.0 reference manual (column Dynamic) and of
 * the RDS parameter groups, not read. require_secure_transport alone needs no reboot according to the pages above.
 */
const MYSQL_DYNAMIC = words(`
  binlog_format binlog_row_image character_set_server collation_server connect_timeout event_scheduler
  general_log group_concat_max_len innodb_adaptive_hash_index innodb_buffer_pool_size
  innodb_flush_log_at_trx_commit innodb_io_capacity innodb_io_capacity_max innodb_lock_wait_timeout
  innodb_max_dirty_pages_pct innodb_print_all_deadlocks innodb_stats_persistent_sample_pages
  interactive_timeout join_buffer_size local_infile lock_wait_timeout log_bin_trust_function_creators
  log_output log_queries_not_using_indexes long_query_time max_allowed_packet max_connections
  max_heap_table_size net_read_timeout net_write_timeout optimizer_switch read_buffer_size
  read_rnd_buffer_size require_secure_transport slow_query_log sort_buffer_size sql_mode sync_binlog
  table_definition_cache table_open_cache thread_cache_size time_zone tmp_table_size wait_timeout
`);
/** @source MySQL worklog WL#8316: both are PLUGIN_VAR_READONLY (read 2026-11-25); MariaDB changes them while it runs. */
const MYSQL_STATIC = words('innodb_page_cleaners innodb_purge_threads');

const DYNAMIC: Readonly<Record<Engine, ReadonlySet<string>>> = {
  postgres: POSTGRES_DYNAMIC,
  mysql: MYSQL_DYNAMIC,
  mariadb: MYSQL_DYNAMIC,
};
const STATIC: Readonly<Record<Engine, ReadonlySet<string>>> = {
  postgres: POSTGRES_STATIC,
  mysql: MYSQL_STATIC,
  mariadb: new Set(),
};
