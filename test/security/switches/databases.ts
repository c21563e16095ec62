import { ADOPTED, ALL, NOT_DEV, PROD, type Switch } from './switch.ts';

export const databaseSwitches: readonly Switch[] = [
  {
    key: 'databases.*.storage.encrypted',
    off: { storage: '{allocated: 200GiB, max: 500GiB, encrypted: false}' },
    code: 'database/unencrypted',
    tiers: ALL,
    isRefused: true,
  },
  {
    key: 'databases.*.storage.encrypted',
    beside: { ...ADOPTED, username: 'dbadmin' },
    off: { storage: '{allocated: 200GiB, max: 500GiB, encrypted: false}' },
    code: 'database/adopted-unencrypted',
    tiers: ALL,
  },
  { key: 'databases.*.multiAz', off: { multiAz: 'false' }, code: 'database/single-zone', tiers: PROD },
  {
    key: 'databases.*.deletionProtection',
    off: { deletionProtection: 'false' },
    code: 'database/unprotected',
    tiers: NOT_DEV,
  },
  {
    key: 'databases.*.finalSnapshot',
    off: { finalSnapshot: 'false' },
    code: 'database/no-final-snapshot',
    tiers: NOT_DEV,
  },
  {
    key: 'databases.*.backups.retention',
    off: { backups: '{retention: 0d}' },
    code: 'database/no-backups',
    tiers: PROD,
  },
  {
    key: 'databases.*.backups.retention',
    off: { backups: '{retention: 3d}' },
    code: 'database/short-backup-retention',
    tiers: PROD,
  },
  {
    key: 'databases.*.iamAuthentication',
    off: { iamAuthentication: 'false' },
    code: 'database/no-iam-authentication',
    tiers: ALL,
  },
  {
    key: 'databases.*.caCertificateIdentifier',
    off: { caCertificateIdentifier: 'rds-ca-2019' },
    code: 'database/expired-certificate-authority',
    tiers: ALL,
  },
  {
    key: 'databases.*.monitoring.performanceInsights',
    off: { monitoring: '{performanceInsights: false}' },
    code: 'database/no-performance-insights',
    tiers: ALL,
  },
  {
    key: 'databases.*.readReplicas.*.performanceInsights',
    off: { readReplicas: '{a: {performanceInsights: false}}' },
    code: 'database/no-performance-insights',
    tiers: ALL,
  },
  {
    key: 'databases.*.monitoring.logs',
    off: { monitoring: '{logs: []}' },
    code: 'database/no-logs',
    tiers: ALL,
  },
  {
    key: 'databases.*.changes.autoMinorVersionUpgrade',
    beside: { engineVersion: '"16"' },
    off: { changes: '{autoMinorVersionUpgrade: false}' },
    code: 'database/minor-version-open',
    tiers: ALL,
  },
  {
    key: 'databases.*.parameters',
    off: { parameters: '{rds.force_ssl: {value: "0"}}' },
    code: 'database/tls-not-required',
    tiers: ALL,
  },
  {
    key: 'databases.*.username',
    off: { username: 'postgres' },
    code: 'database/default-username',
    tiers: ALL,
  },
];
