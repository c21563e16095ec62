import { describe, expect, it } from 'vitest';
import type { PlannedChange } from './plan.ts';
import { readPlan } from './read-plan.ts';

describe('what is no plan', () => {
  it.each([
    ['', 'is not JSON'],
    ['PK\u0003\u0004', 'is a saved plan and not its JSON'],
    ['{"@level":"info"}\n{"@level":"info"}', 'is the log of "terraform plan -json" and not a plan'],
    ['{"@level":"info"}', 'is the log of "terraform plan -json" and not a plan'],
    ['[]', 'is not a plan'],
    ['null', 'is not a plan'],
    [
      '{"format_version":"1.0","terraform_version":"1.11.4","values":{"root_module":{}}}',
      'is a state and not a plan',
    ],
    ['{"version":4,"lineage":"x","resources":[]}', 'is a state and not a plan'],
    ['{"format_version":"1.0","provider_schemas":{}}', 'is a list of provider schemas and not a plan'],
    ['{"format_version":"1.2"}', 'is not a plan: it has no resource_changes'],
    [
      '{"format_version":"2.0","resource_changes":[]}',
      'has a format_version that is not 1.x, so nobody knows what it means',
    ],
    [
      `{"format_version":"1.2","resource_changes":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'is nested more than 200 levels deep',
    ],
    ['{"resource_changes":[]}', 'names no format_version, so nobody knows what it means'],
  ])('%.60s', (text, problem) => {
    expect(readPlan('x', text)).toMatchObject({ ok: false, problem, help: expect.any(String) });
  });
});

describe('a change', () => {
  it.each([
    [['create'], 'create', false],
    [['update'], 'update', false],
    [['delete'], 'delete', false],
    [['forget'], 'forget', false],
    [['delete', 'create'], 'replace', false],
    [['create', 'delete'], 'replace', true],
    // Later Terraforms: whatever it is, it may lose something.
    [['create', 'forget'], 'replace', true],
    [['transmogrify'], 'replace', false],
    [[], 'replace', false],
  ])('%j is %s', (actions, action, isCreatedFirst) => {
    expect(changeOf({ actions })).toMatchObject({ action, isCreatedFirst });
  });

  it('of which nothing is done is none, and data sources are none of ours', () => {
    expect(changesOf({ change: { actions: ['no-op'] } })).toEqual([]);
    expect(changesOf({ mode: 'data', change: { actions: ['read'] } })).toEqual([]);
  });

  it('shows what becomes different, and neither zero values nor what follows by itself', () => {
    const before = { a: 1, b: '', c: null, d: [{ e: 1 }], f: 'x', arn: 'old', g: { 'k8s.io/x': 'y' } };
    const after = { a: 2, b: null, c: [], d: [{ e: 2 }], f: null, g: { 'k8s.io/x': 'z' } };
    const { edits } = changeOf({ actions: ['update'], before, after, after_unknown: { f: true, arn: true } });
    expect(edits.map(({ path, isUnknown }) => [path, isUnknown])).toEqual([
      ['a', false],
      ['d[0].e', false],
      ['f', true],
      ['g["k8s.io/x"]', false],
    ]);
  });

  it('marks what is sensitive before or after, and all below it', () => {
    const { edits } = changeOf({
      actions: ['update'],
      before: { password: 'a', nested: { deep: ['x'] } },
      after: { password: 'b', nested: { deep: ['y'] } },
      before_sensitive: { nested: true },
      after_sensitive: { password: true },
    });
    expect(edits.map(({ path, isSensitive }) => [path, isSensitive])).toEqual([
      ['password', true],
      ['nested.deep[0]', true],
    ]);
  });

  it('of an import that only writes what AWS does not keep is none', () => {
    const change = {
      actions: ['update'],
      importing: { id: 'x' },
      before: { skip_final_snapshot: null },
      after: { skip_final_snapshot: true },
    };
    expect(changeOf(change)).toMatchObject({ action: 'none', isImported: true });
    const rotating = { ...change, after: { manage_master_user_password: true } };
    expect(changeOf(rotating)).toMatchObject({ action: 'update', isImported: true });
  });

  it('knows names that JavaScript has plans with', () => {
    const text =
      '{"format_version":"1.2","resource_changes":[{"address":"a.b","type":"__proto__","mode":"managed","change":{"actions":["constructor"],"before":{"__proto__":{"x":1}},"after":{"__proto__":{"x":2}}}}]}';
    expect(readPlan('x', text)).toMatchObject({ ok: true, plan: { changes: [{ action: 'replace' }] } });
  });
});

it('tells the checks that do not hold', () => {
  const check = (status: string) => ({
    address: { kind: 'check', to_display: `check.${status}` },
    status,
    instances: [{ problems: [{ message: 'the cluster is not ACTIVE' }] }],
  });
  const text = JSON.stringify({
    format_version: '1.2',
    resource_changes: [],
    checks: [check('pass'), check('fail'), check('unknown')],
  });
  const read = readPlan('x', text);
  expect(read.ok && read.plan.failedChecks).toEqual(['check.fail: the cluster is not ACTIVE']);
});

function changesOf(resource: object): readonly PlannedChange[] {
  const whole = { address: 'a.b', type: 'a', mode: 'managed', ...resource };
  const read = readPlan('x', JSON.stringify({ format_version: '1.2', resource_changes: [whole] }));
  if (!read.ok) throw new Error(read.problem);
  return read.plan.changes;
}

function changeOf(change: object): PlannedChange {
  const [only] = changesOf({ change });
  if (!only) throw new Error('nothing is done');
  return only;
}
