import { describe, expect, it } from 'vitest';
import type { StatefulItem } from '../component.ts';
import type { Retired } from '../frame/retired.ts';
import { checkLedger } from './check-ledger.ts';
import { type Ledger, printLedger, readLedger } from './ledger.ts';

const item = (...path: string[]): StatefulItem => ({ path });
const ledger = (...paths: string[]): Ledger =>
  new Map(paths.map((path) => [path, { addresses: ['aws_db_instance.x'], retired: false }]));
const retired = (...paths: string[]): Retired =>
  new Map(paths.map((path) => [path, { reason: 'r', action: 'forget' as const }]));
const codes = (...args: Parameters<typeof checkLedger>) =>
  checkLedger(...args).map(({ code, message }) => `${code}: ${message}`);

describe('what held data', () => {
  it('may stay, and may be new', () => {
    expect(codes(ledger('databases.a'), [item('databases', 'a'), item('databases', 'b')], retired())).toEqual(
      [],
    );
    expect(codes(undefined, [item('databases', 'a')], retired())).toEqual([]);
  });

  it('may not vanish', () => {
    expect(codes(ledger('databases.a', 'databases.a.readReplicas.r'), [], retired())).toEqual([
      'stateful/vanished: databases.a holds data and is gone from the spec',
    ]);
    expect(
      codes(ledger('databases.a', 'databases.a.readReplicas.r'), [item('databases', 'a')], retired()),
    ).toEqual(['stateful/vanished: databases.a.readReplicas.r holds data and is gone from the spec']);
  });

  it('may be renamed', () => {
    const renamed = { path: ['databases', 'b'], previousPath: ['databases', 'a'] };
    expect(codes(ledger('databases.a'), [renamed], retired())).toEqual([]);
  });

  it('may be retired in words, with everything in it', () => {
    expect(codes(ledger('databases.a', 'databases.a.readReplicas.r'), [], retired('databases.a'))).toEqual(
      [],
    );
  });

  it('is not retired while it is there, nor when it never was', () => {
    expect(codes(ledger('databases.a'), [item('databases', 'a')], retired('databases.a'))).toEqual([
      'stateful/retired-but-present: databases.a is retired and still in the spec',
    ]);
    expect(codes(ledger(), [], retired('databases.a'))).toEqual([
      'stateful/nothing-to-retire: nothing that holds data was ever called databases.a',
    ]);
  });

  it('was retired once: the words may go', () => {
    const gone: Ledger = new Map([['databases.a', { addresses: [], retired: true }]]);
    expect(codes(gone, [], retired())).toEqual([]);
  });
});

describe('a ledger', () => {
  it('comes back as it was printed', () => {
    expect(readLedger(printLedger(ledger('b', 'a')))).toEqual(ledger('a', 'b'));
  });

  it.each(['', '{', '[]', '{"items": {"a": 1}}', '{"items":{"a":{"addresses":["x; y"]}}}'])(
    'is not %j',
    (text) => {
      expect(readLedger(text)).toBeUndefined();
    },
  );
});
