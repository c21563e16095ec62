import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../diagnostic.ts';
import { codeOf } from '../diagnostics/code.ts';
import { applyExceptions } from './exceptions.ts';

const apply = (
  findings: readonly Diagnostic[],
  exceptions: Parameters<typeof applyExceptions>[1],
  today: string,
) => applyExceptions(findings, exceptions, today, () => ['database/single-zone', 'database/other']);

const finding = (
  severity: Diagnostic['severity'],
  path: string[],
  code = 'database/single-zone',
): Diagnostic => ({
  code: codeOf({ code }),
  severity,
  message: 'one zone',
  at: { path },
});

const exception = (changes: object = {}) => ({
  rule: 'database/single-zone',
  path: 'databases.postgres',
  reason: 'load test',
  owner: 'team-data',
  expires: '2027-03-31',
  ...changes,
});

describe('an exception', () => {
  it.each<[title: string, path: string[]]>([
    ['at its path', ['databases', 'postgres']],
    ['below its path', ['databases', 'postgres', 'multiAz']],
  ])('takes out a warning %s', (_, path) => {
    expect(apply([finding('warning', path)], [exception()], '2026-11-25')).toEqual([]);
  });

  it.each<[title: string, Diagnostic]>([
    ['of another rule', finding('warning', ['databases', 'postgres'], 'database/other')],
    ['beside its path', finding('warning', ['databases', 'postgres-2'])],
    ['above its path', finding('warning', ['databases'])],
  ])('leaves a finding %s and says that it does nothing', (_, other) => {
    const result = apply([other], [exception()], '2026-11-25');
    expect(result).toEqual([other, expect.objectContaining({ code: 'policy/unused-exception' })]);
  });

  it('counts on its last day and not on the next', () => {
    const warning = finding('warning', ['databases', 'postgres']);
    expect(apply([warning], [exception()], '2027-03-31')).toEqual([]);
    expect(apply([warning], [exception()], '2027-04-01')).toEqual([
      warning,
      expect.objectContaining({ code: 'policy/expired-exception', severity: 'error' }),
    ]);
  });

  it('cannot take out an error', () => {
    const error = finding('error', ['databases', 'postgres']);
    expect(apply([error], [exception()], '2026-11-25')).toEqual([
      error,
      expect.objectContaining({ code: 'policy/error-excepted' }),
    ]);
  });

  it('names a rule that there is', () => {
    expect(apply([], [exception({ rule: 'databases/single-zone' })], '2026-11-25')).toEqual([
      expect.objectContaining({
        code: 'policy/unknown-rule',
        suggestions: [expect.objectContaining({ replacement: 'database/single-zone' })],
      }),
    ]);
  });
});
