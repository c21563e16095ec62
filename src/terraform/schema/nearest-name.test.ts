import { expect, it } from 'vitest';
import { nearestName } from './nearest-name.ts';

it.each([
  ['minReplicas', ['max_replicas', 'min_replicas'], 'min_replicas'],
  ['min_replica', ['max_replicas', 'min_replicas'], 'min_replicas'],
  ['subnets', ['vpc_id', 'subnet_ids'], 'subnet_ids'],
  ['zzz', ['vpc_id', 'subnet_ids'], undefined],
  ['anything', [], undefined],
])('%s among %j is %s', (name, known, expected) => {
  expect(nearestName(name, known)).toBe(expected);
});
