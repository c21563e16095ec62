import { describe, expect, it } from 'vitest';
import { type MockQuirk, QuirkLedger } from './mock-quirks.ts';
import type { PlanJson, TerraformAction } from './plan-json.ts';

const quirks: MockQuirk[] = [
  { type: 'aws_autoscaling_policy', attribute: 'enabled', reason: 'moto drops it' },
  { type: 'aws_db_instance', attribute: 'blocks', reason: 'moto drops it' },
];

function planOf(type: string, actions: readonly TerraformAction[], before: object, after: object): PlanJson {
  const change = { actions, before: { ...before }, after: { ...after }, after_unknown: {} };
  return {
    format_version: '1.2',
    terraform_version: '1.11.4',
    resource_changes: [{ address: `${type}.it`, mode: 'managed', type, name: 'it', change }],
  };
}

describe('the second plan', () => {
  it('may be empty', () => {
    expect(new QuirkLedger(quirks).unforgiven(planOf('aws_db_instance', ['no-op'], {}, {}))).toBe('');
  });

  it('may change what the mock is known to answer wrongly, also inside of a block', () => {
    const ledger = new QuirkLedger(quirks);
    expect(
      ledger.unforgiven(planOf('aws_autoscaling_policy', ['update'], { enabled: false }, { enabled: true })),
    ).toBe('');
    const before = { blocks: [{ size: 1 }] };
    expect(ledger.unforgiven(planOf('aws_db_instance', ['update'], before, { blocks: [{ size: 2 }] }))).toBe(
      '',
    );
    expect(ledger.unused()).toEqual([]);
  });

  it('may change nothing else beside it', () => {
    const plan = planOf(
      'aws_autoscaling_policy',
      ['update'],
      { enabled: false, enabled_twice: 1 },
      { enabled: true, enabled_twice: 2 },
    );
    expect(new QuirkLedger(quirks).unforgiven(plan)).toBe(
      'update aws_autoscaling_policy.it\n  enabled\n  enabled_twice\n',
    );
  });

  it('may not change the same attribute of another type', () => {
    const plan = planOf('aws_sns_topic', ['update'], { enabled: false }, { enabled: true });
    expect(new QuirkLedger(quirks).unforgiven(plan)).toContain('update aws_sns_topic.it');
  });

  it('may never replace, create or delete', () => {
    const plan = planOf(
      'aws_autoscaling_policy',
      ['delete', 'create'],
      { enabled: false },
      { enabled: true },
    );
    expect(new QuirkLedger(quirks).unforgiven(plan)).toContain('replace aws_autoscaling_policy.it');
  });

  it('may not change outputs either', () => {
    const plan = planOf('aws_db_instance', ['no-op'], {}, {});
    const change = { actions: ['update'] as const, before: 'a', after: 'b', after_unknown: false };
    expect(new QuirkLedger(quirks).unforgiven({ ...plan, output_changes: { endpoint: change } })).toBe(
      'update output.endpoint\n',
    );
  });

  it('names the quirks that no plan needed', () => {
    expect(new QuirkLedger(quirks).unused()).toEqual([
      'aws_autoscaling_policy.enabled was never needed: remove it from mock-quirks.ts',
      'aws_db_instance.blocks was never needed: remove it from mock-quirks.ts',
    ]);
  });
});
