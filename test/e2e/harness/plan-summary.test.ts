import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { changedPaths, formatPath } from './changed-paths.ts';
import type { PlanJson } from './plan-json.ts';
import { addressesByAction, formatPlan, summarizePlan } from './plan-summary.ts';

/** One change of every kind, planned by Terraform 1.11.4 and the AWS provider 5.100.0. */
const recorded = JSON.parse(
  await readFile(new URL('recorded/every-action.plan.json', import.meta.url), 'utf8'),
) as PlanJson;

describe('the summary of a plan', () => {
  it('lists every change with its attributes, and no values', () => {
    expect(formatPlan(recorded)).toBe(`\
update aws_autoscaling_group.nodes
  launch_template[0].version (known after apply)
create aws_cloudwatch_log_group.added
import+update aws_cloudwatch_log_group.adopted
  retention_in_days
delete aws_cloudwatch_log_group.dropped
replace aws_cloudwatch_log_group.in_order
  name (forces replacement)
forget aws_cloudwatch_log_group.let_go
move aws_cloudwatch_log_group.new (from aws_cloudwatch_log_group.old)
replace aws_cloudwatch_log_group.overlapping (create before destroy)
  name (forces replacement)
update aws_launch_template.nodes
  instance_type
  latest_version (known after apply)
update aws_sns_topic.changed
  display_name
  tags["k8s.io/cluster"]
  tags_all["k8s.io/cluster"]
`);
  });

  it('groups addresses by action', () => {
    expect(addressesByAction(recorded)).toMatchObject({
      'no-op': ['aws_sns_topic.same'],
      import: ['aws_cloudwatch_log_group.adopted'],
      move: ['aws_cloudwatch_log_group.new'],
      forget: ['aws_cloudwatch_log_group.let_go'],
    });
  });

  it('says what is imported from where', () => {
    const adopted = summarizePlan(recorded).find(({ actions }) => actions.includes('import'));
    expect(adopted).toMatchObject({ importId: '/by-hand', changed: ['retention_in_days'] });
  });

  it('is empty for a plan without changes', () => {
    expect(formatPlan({ format_version: '1.2', terraform_version: '1.11.4' })).toBe('');
  });
});

describe('changed paths', () => {
  it('compare values, not what is known only after apply', () => {
    const change = {
      actions: ['update'] as const,
      before: { size: 1, arn: 'arn:x', note: null, zones: ['a', 'b'] },
      after: { size: 2, note: '', zones: ['a'] },
      after_unknown: { arn: true, computed: true },
    };
    expect(changedPaths(change)).toEqual({ changed: ['size', 'zones'], unknown: ['arn'] });
  });

  it('are written as in HCL', () => {
    expect(formatPath(['scaling_config', 0, 'min_size'])).toBe('scaling_config[0].min_size');
    expect(formatPath(['tags', 'k8s.io/x'])).toBe('tags["k8s.io/x"]');
  });
});
