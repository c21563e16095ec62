import { apart } from '../grouping.ts';
import type { Group, Review, Verdict } from '../review.ts';
import { safeText } from '../safe-text.ts';
import { collapse } from './collapse.ts';
import { costLines } from './cost-lines.ts';
import { describeGroup } from './describe-group.ts';
import { type Detail, fitting } from './fit.ts';
import { approvalHint, atMost, countsText, driftText, MOST_REASONS, MOST_WARNINGS } from './summary.ts';

/** For a terminal: at most 60 lines, whatever the size of the plans. */
export function renderText(review: Review): string {
  return fitting((detail) => linesOf(review, detail));
}

function linesOf(review: Review, detail: Detail): readonly string[] {
  const { verdict, environments, plans, reasons, warnings, groups, drift } = review;
  const of = environments.length > 0 ? environments.join(', ') : plans.join(', ');
  const head = [`approval: ${verdict}${of === '' ? '' : ` (${short(of)})`}`];
  for (const reason of atMost(MOST_REASONS, reasons)) head.push(`  - ${reason}`);
  head.push(countsText(review), ...costLines(review));
  for (const warning of atMost(MOST_WARNINGS, warnings)) head.push(`warning: ${warning}`);
  const { ours, others } = apart(groups);
  const body = ours.length > 0 ? ['', ...groupLines(ours, detail)] : [];
  if (others.length > 0) body.push('', 'not in the spec:', ...groupLines(others, detail));
  const driftLine = driftText(review);
  const changed = drift.slice(0, 5).map((group) => `  ${oneLine(group)}`);
  const hint = approvalHint(review);
  const end = hint === undefined ? [] : ['', hint];
  const tail = driftLine === undefined ? [] : ['', driftLine, ...(detail === 'counts' ? [] : changed)];
  return [...head, ...body, ...end, ...tail].map((line) => safeText(line, 500));
}

function groupLines(groups: readonly Group[], detail: Detail): readonly string[] {
  if (detail === 'everything') return groups.flatMap(fullLines);
  if (detail === 'line') return groups.map((group) => `${tag(group.verdict)} ${oneLine(group)}`);
  const { told, rest } = collapse(groups);
  return [
    ...told.map((group) => `${tag(group.verdict)} ${oneLine(group)}`),
    ...rest.map(
      ({ group, count }) => `${tag(group.verdict)} ${describeGroup(group).verb} ${count} × ${group.type}`,
    ),
  ];
}

function fullLines(group: Group): readonly string[] {
  const { verb, subject, environments, place, label } = describeGroup(group);
  const where = [environments, place].filter((text) => text !== undefined && text !== '').join(' · ');
  const lines = [`${tag(group.verdict)} ${verb} ${subject}${where === '' ? '' : ` · ${where}`}`];
  if (group.words.length > 0) lines.push(`          ${group.words.join('; ')}`);
  if (label !== undefined) lines.push(`          ${label}`);
  if (group.because.length > 0) lines.push(`          because ${group.because.join('; ')}`);
  return lines;
}

function oneLine(group: Group): string {
  const { verb, subject, environments, label } = describeGroup(group);
  const where = environments === '' ? '' : ` · ${environments}`;
  const what = [label, group.words[0]].filter((text) => text !== undefined).join('; ');
  return `${verb} ${subject}${where}${what === '' ? '' : `: ${what}`}`;
}

function tag(verdict: Verdict): string {
  return { blocked: 'BLOCKED ', human: 'human   ', auto: 'auto    ' }[verdict];
}

function short(text: string): string {
  return text.length > 120 ? `${text.slice(0, 119)}…` : text;
}
