import { expect, it } from 'vitest';
import { withdrawalOf } from './withdrawn-versions.ts';

const since = '2026-05-01';

it.each([
  ['postgres', '16.8', { since, oldest: '16.9' }],
  ['postgres', '16.10', undefined],
  ['postgres', '16', undefined],
  ['postgres', '18.1', undefined],
  ['mysql', '8.4.4', { since: '2026-07-07', oldest: '8.4.5' }],
  ['mysql', '8.4.10', undefined],
  ['mysql', '5.7.44-rds.20260212', undefined],
  ['mariadb', '10.11.8', { since: '2026-02-25', oldest: '10.11.9' }],
] as const)('what RDS has withdrawn: %s %s', (engine, version, expected) => {
  expect(withdrawalOf(engine, version)).toEqual(expected);
});
