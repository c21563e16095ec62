import { apart } from '../grouping.ts';
import type { Group, Review, Verdict } from '../review.ts';
import { safeText } from '../safe-text.ts';
import { collapse } from './collapse.ts';
import { costLines } from './cost-lines.ts';
import { describeGroup } from './describe-group.ts';
import { type Detail, fitting } from './fit.ts';
import { approvalHint, atMost, countsText, driftText, MOST_REASONS, MOST_WARNINGS } from './summary.ts';

/** By which a pipeline finds its own comment again, to change it in place. */
export const MARKER = '<!-- elastiform-review -->';

/** For a comment on a change: at most 60 lines and 65,000 characters. */
export function renderMarkdown(review: Review): string {
  return fitting((detail) => linesOf(review, detail));
}

function linesOf(review: Review, detail: Detail): readonly string[] {
  const { verdict, environments, plans, reasons, warnings, groups, drift } = review;
  const of = environments.length > 0 ? environments : plans;
  const lines = [
    MARKER,
    `### approval: ${verdict}${of.length > 0 ? ` · ${code(of.join(', '))}` : ''}`,
    '',
    `${countsText(review)}.`,
  ];
  const costs = costLines(review);
  if (costs.length > 0) lines.push('', ...costs.map((line) => `- ${code(line)}`));
  if (reasons.length > 0)
    lines.push('', ...atMost(MOST_REASONS, reasons).map((reason) => `- ${code(reason)}`));
  for (const warning of atMost(MOST_WARNINGS, warnings)) lines.push('', `> ${code(`warning: ${warning}`)}`);
  const { ours, others } = apart(groups);
  if (ours.length > 0) lines.push('', ...groupLines(ours, detail));
  if (others.length > 0) lines.push('', 'Not in the spec:', '', ...groupLines(others, detail));
  const hint = approvalHint(review);
  if (hint !== undefined) lines.push('', code(hint));
  const driftLine = driftText(review);
  if (driftLine !== undefined) lines.push('', `${driftLine}.`);
  if (driftLine !== undefined && detail !== 'counts')
    lines.push(...drift.slice(0, 5).map((group) => `- ${code(oneLine(group))}`));
  return lines;
}

function groupLines(groups: readonly Group[], detail: Detail): readonly string[] {
  if (detail === 'everything') return groups.flatMap(fullLines);
  if (detail === 'line') return groups.map((group) => `- ${tag(group.verdict)} ${code(oneLine(group))}`);
  const { told, rest } = collapse(groups);
  return [
    ...told.map((group) => `- ${tag(group.verdict)} ${code(oneLine(group))}`),
    ...rest.map(
      ({ group, count }) =>
        `- ${tag(group.verdict)} ${describeGroup(group).verb} ${code(`${count} × ${group.type}`)}`,
    ),
  ];
}

function fullLines(group: Group): readonly string[] {
  const { verb, subject, environments, place, label } = describeGroup(group);
  const where = [environments, place].flatMap((text) =>
    text === undefined || text === '' ? [] : [code(text)],
  );
  const lines = [`- ${tag(group.verdict)} ${verb} ${[code(subject), ...where].join(' · ')}`];
  if (group.words.length > 0) lines.push(`  - ${group.words.map(code).join('; ')}`);
  if (label !== undefined) lines.push(`  - ${code(label)}`);
  if (group.because.length > 0) lines.push(`  - because ${group.because.map(code).join('; ')}`);
  return lines;
}

function oneLine(group: Group): string {
  const { verb, subject, environments, label } = describeGroup(group);
  const what = [label, group.words[0]].filter((text) => text !== undefined).join('; ');
  return `${verb} ${subject}${environments === '' ? '' : ` · ${environments}`}${what === '' ? '' : `: ${what}`}`;
}

function tag(verdict: Verdict): string {
  return { blocked: '⛔ **blocked**', human: '👀 **human**', auto: '✅ auto' }[verdict];
}

/**
 * Text of a plan or a spec as a span of code, in which nothing means anything: no markup, no HTML, no mention of a
 * person, no link. It is one line already, so that without a backtick it cannot end early.
 */
function code(text: string): string {
  return `\`${safeText(text, 500).replaceAll('`', 'ˋ')}\``;
}
