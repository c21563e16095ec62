import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressName } from './address.ts';

const key = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(?:-[a-z0-9]{1,4}){0,3}$/);

describe('the name of a resource', () => {
  it.each<[parts: string[], name: string]>([
    [['postgres'], 'postgres'],
    [['eks-worker-nodes'], 'eks_worker_nodes'],
    [['postgres', 'replica-1'], 'postgres__replica_1'],
  ])('of %j is %s', (parts, name) => {
    expect(addressName(parts)).toBe(name);
  });

  it('is never the same for two different lists of keys', () => {
    fc.assert(
      fc.property(
        fc.array(key, { minLength: 1, maxLength: 3 }),
        fc.array(key, { minLength: 1, maxLength: 3 }),
        (a, b) => {
          fc.pre(JSON.stringify(a) !== JSON.stringify(b));
          expect(addressName(a)).not.toBe(addressName(b));
        },
      ),
      { numRuns: 20_000 },
    );
  });

  it.each(['Postgres', 'a--b', 'a_b', 'ä', '', '-a', 'a-', 'a.b'])('refuses %j', (part) => {
    expect(() => addressName([part])).toThrow(/is no part of an address/);
  });
});
