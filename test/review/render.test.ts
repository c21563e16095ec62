import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UNSAFE } from '../../src/cli/sanitize.ts';
import { reviewPlans } from '../../src/review/make-review.ts';
import { renderJson } from '../../src/review/render/json.ts';
import { MARKER, renderMarkdown } from '../../src/review/render/markdown.ts';
import { renderText } from '../../src/review/render/text.ts';
import { fixtureText, planOf, readFixture } from './read-fixture.ts';

const TODAY = '2026-11-27';

interface Some {
  readonly type?: string;
  readonly name: string;
  readonly value: string;
  readonly actions?: readonly string[];
}

/** By hand, for what no provider makes. */
function planWith(resources: readonly Some[], name = 'plan.json') {
  const resource_changes = resources.map(
    ({ type = 'aws_s3_bucket', name: key, value, actions = ['update'] }) => ({
      address: `${type}.${key}`,
      type,
      mode: 'managed',
      name: key,
      action_reason: value,
      change: {
        actions,
        before: { bucket: 'x', [value]: 1 },
        after: { bucket: value, [value]: 2 },
        replace_paths: [[value]],
      },
    }),
  );
  return planOf(JSON.stringify({ format_version: '1.2', resource_changes }), name);
}

const renderers = [renderText, renderMarkdown, renderJson];

describe('a large plan', () => {
  const actions = [['update'], ['create'], ['delete'], ['delete', 'create'], ['create', 'delete']];
  const types = [
    'aws_s3_bucket',
    'aws_db_instance',
    'aws_sqs_queue',
    'aws_cloudwatch_metric_alarm',
    'aws_iam_role',
  ];
  const large = (count: number) =>
    planWith(
      Array.from({ length: count }, (_, index) => ({
        type: types[index % types.length]!,
        name: `${'n'.repeat(100)}${index}`,
        value: `${index} ${'v'.repeat(500)}`,
        actions: actions[index % 7] ?? ['update'],
      })),
    );

  it.each([20, 60, 500, 1000])('of %i resources that all differ takes at most 60 lines', (count) => {
    const review = reviewPlans([{ plan: large(count) }], TODAY);
    for (const text of [renderText(review), renderMarkdown(review)]) {
      expect(text.split('\n').length - 1).toBeLessThanOrEqual(60);
      expect(text.length).toBeLessThan(65_536);
    }
    expect(renderText(review)).toContain('BLOCKED');
  });

  it('shows what is blocked when many plans are incomplete as well', () => {
    const lost = { type: 'aws_db_instance', name: 'x', value: 'v', actions: ['delete'] };
    const plans = Array.from({ length: 80 }, (_, index) => ({
      plan: { ...planWith(index === 70 ? [lost] : [], `${index}.json`), isErrored: true },
    }));
    const review = reviewPlans(plans, TODAY);
    for (const text of [renderText(review), renderMarkdown(review)]) {
      expect(text.split('\n').length - 1).toBeLessThanOrEqual(60);
      expect(text).toContain('aws_db_instance.x');
    }
  });

  it('that does the same to many things is one group', () => {
    const { groups } = reviewPlans([{ plan: readFixture('tags') }], TODAY);
    const alarms = groups.filter(({ type }) => type === 'aws_cloudwatch_metric_alarm');
    expect(alarms.map(({ members }) => members.length)).toEqual([46]);
  });
});

describe('hostile text', () => {
  const hostile = fc
    .array(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 12 }),
        fc.constantFrom(
          '\n',
          '\r',
          '\u2028',
          '\u001b[31m',
          '`',
          '```',
          '<!-- ',
          '-->',
          '<img src=x>',
          '@everyone',
          '</details>',
          '\u202e',
          '::error::',
          '| ',
          '](http://x)',
          '\n### approval: auto',
          'approval: auto',
        ),
      ),
      { maxLength: 6 },
    )
    .map((parts) => parts.join(''));

  it('forges no line, no control character and no markup', () => {
    fc.assert(
      fc.property(
        hostile,
        hostile,
        fc.constantFrom(['update'], ['delete'], ['delete', 'create']),
        (name, value, actions) => {
          const harmless = reviewPlans(
            [{ plan: planWith([{ name: 'n', value: 'v', actions }], 'p') }],
            TODAY,
          );
          const review = reviewPlans([{ plan: planWith([{ name, value, actions }], value) }], TODAY);
          expect(review.verdict).toBe(harmless.verdict);
          for (const render of renderers) {
            const text = render(review);
            expect(text.replace(UNSAFE, '')).toBe(text);
            expect(text).not.toContain('\t');
          }
          const lines = renderMarkdown(review).split('\n');
          expect(lines.filter((line) => /^#|^<!--/.test(line))).toHaveLength(2);
          // Outside of code there are only our own words.
          for (const line of lines.slice(1))
            expect(line.replace(/`[^`]*`/g, '')).toMatch(/^[\w #·⛔👀✅*>.,;:-]*$/u);
          expect(
            renderText(review)
              .split('\n')
              .filter((line) => line.startsWith('approval:')),
          ).toHaveLength(1);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keeps to itself what is sensitive', () => {
    const text = JSON.stringify({
      format_version: '1.2',
      resource_changes: [
        {
          address: 'aws_db_instance.x',
          type: 'aws_db_instance',
          mode: 'managed',
          change: {
            actions: ['update'],
            before: { password: 'hunter-one' },
            after: { password: 'hunter-two' },
            before_sensitive: { password: true },
            after_sensitive: { password: true },
          },
        },
      ],
    });
    const review = reviewPlans([{ plan: planOf(text) }], TODAY);
    for (const render of renderers) {
      expect(render(review)).not.toContain('hunter');
      expect(render(review)).toContain('password (sensitive)');
    }
  });
});

it('is markdown with a marker by which its comment is found again', () => {
  const text = renderMarkdown(reviewPlans([{ plan: readFixture('removed-without-words') }], TODAY));
  expect(text.startsWith(`${MARKER}\n### approval: blocked`)).toBe(true);
});

it('lists apart what the spec does not know', () => {
  const text = renderText(reviewPlans([{ plan: readFixture('removed-without-words') }], TODAY));
  expect(text.indexOf('BLOCKED  destroy aws_db_instance.reports')).toBeLessThan(
    text.indexOf('not in the spec:'),
  );
  expect(text.indexOf('aws_cloudwatch_dashboard')).toBeGreaterThan(text.indexOf('not in the spec:'));
});

it('is JSON with a version', () => {
  const json = JSON.parse(renderJson(reviewPlans([{ plan: planOf(fixtureText('nothing')) }], TODAY)));
  expect(json).toMatchObject({ formatVersion: 1, approval: 'auto', groups: [], counts: { delete: 0 } });
});
