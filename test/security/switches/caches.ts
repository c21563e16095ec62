import { ADOPTED, ALL, PROD, type Switch } from './switch.ts';

export const cacheSwitches: readonly Switch[] = [
  {
    key: 'caches.*.atRestEncryption',
    off: { atRestEncryption: 'false' },
    code: 'cache/encryption-only-at-creation',
    tiers: ALL,
    isRefused: true,
  },
  {
    key: 'caches.*.atRestEncryption',
    beside: ADOPTED,
    off: { atRestEncryption: 'false' },
    code: 'cache/unencrypted',
    tiers: PROD,
  },
  ...['preferred', 'disabled'].map((mode) => ({
    key: 'caches.*.transitEncryption',
    off: { transitEncryption: mode },
    code: 'cache/unencrypted',
    tiers: PROD,
  })),
  {
    key: 'caches.*.autoMinorVersionUpgrade',
    off: { autoMinorVersionUpgrade: 'false' },
    code: 'cache/no-minor-upgrades',
    tiers: ALL,
  },
  {
    key: 'caches.*.snapshots.retention',
    off: { snapshots: '{retention: 0d}' },
    code: 'cache/snapshots-off',
    tiers: PROD,
  },
  {
    key: 'caches.*.snapshots.final',
    off: { snapshots: '{final: false}' },
    code: 'cache/final-snapshot-off',
    tiers: PROD,
    isRefused: true,
  },
  {
    key: 'caches.*.deletionProtection',
    off: { deletionProtection: 'false' },
    code: 'cache/unprotected',
    tiers: PROD,
    isRefused: true,
  },
  {
    key: 'caches.*.automaticFailover',
    off: { automaticFailover: 'false', multiAz: 'false' },
    code: 'cache/failover-off',
    tiers: PROD,
  },
  { key: 'caches.*.multiAz', off: { multiAz: 'false' }, code: 'cache/failover-off', tiers: PROD },
  {
    key: 'caches.*.replicasPerShard',
    off: { replicasPerShard: '0' },
    code: 'cache/single-node',
    tiers: PROD,
  },
];
