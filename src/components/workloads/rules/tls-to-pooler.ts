import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const tlsToPooler = defineRule<Workloads>({
  code: 'workload/tls-to-pooler',
  severity: 'error',
  summary: 'pods ask the connection pooler for no TLS',
  why: 'the pooler has no certificate: a driver that insists on TLS says "server does not support SSL" and never connects',
  source:
    'pgbouncer/pgbouncer doc/config.md: client_tls_sslmode is disable by default (read 2026-11-25); spec language: the pooler encrypts what it sends to the database',
  examples: {
    good: [
      'workloads: {api: {replicas: 2, database: {ref: postgres, poolSize: 5, via: pgbouncer, sslMode: disable}}}',
      'workloads: {api: {replicas: 2, database: {ref: postgres, poolSize: 5, sslMode: verify-full}}}',
    ],
    bad: [
      'workloads: {api: {replicas: 2, database: {ref: postgres, poolSize: 5, via: pgbouncer, sslMode: require}}}',
    ],
  },
  check: eachItem('workloads', ({ database }, at, report) => {
    if (database?.via !== 'pgbouncer' || database.sslMode === undefined || database.sslMode === 'disable')
      return;
    report({
      at: at('database', 'sslMode'),
      message: `sslMode is ${database.sslMode}, but the pooler takes connections without TLS only`,
      help: 'leave sslMode out: the pooler uses TLS to the database by itself',
      related: [{ message: 'via is set here', at: { path: at('database', 'via') } }],
      suggestions: [{ message: 'disable', replacement: 'disable' }],
    });
  }),
});
