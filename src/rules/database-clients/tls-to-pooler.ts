import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { eachClient } from './each-client.ts';
import { example } from './example.ts';

export const tlsToPooler = defineRule<Model>({
  code: 'workload/tls-to-pooler',
  severity: 'error',
  summary: 'pods ask the connection pooler for no TLS',
  why: 'the pooler has no certificate: a driver that insists on TLS says "server does not support SSL" and never connects',
  source:
    'pgbouncer/pgbouncer doc/config.md: client_tls_sslmode is disable by default (read 2026-11-25); spec language: the pooler encrypts what it sends to the database',
  examples: {
    good: [
      example('poolSize: 5, via: pgbouncer, sslMode: disable'),
      example('poolSize: 5, sslMode: verify-full'),
    ],
    bad: [example('poolSize: 5, via: pgbouncer, sslMode: require')],
  },
  check: eachClient((database, at, report) => {
    if (database.via !== 'pgbouncer' || database.sslMode === undefined || database.sslMode === 'disable')
      return;
    report({
      at: at('sslMode'),
      message: `sslMode is ${database.sslMode}, but the pooler takes connections without TLS only`,
      help: 'leave sslMode out: the pooler uses TLS to the database by itself',
      related: [{ message: 'via is set here', at: { path: at('via') } }],
      suggestions: [{ message: 'disable', replacement: 'disable' }],
    });
  }),
});
