import type { Review } from '../review.ts';

/** So that many plans leave room for what they do. */
export const MOST_REASONS = 14;
export const MOST_WARNINGS = 5;

/** The first of them, and how many there are beyond. */
export function atMost(most: number, texts: readonly string[]): readonly string[] {
  return texts.length <= most ? texts : [...texts.slice(0, most), `and ${texts.length - most} more`];
}

/** `2 to create, 1 to change`, in the order of weight. */
export function countsText({ counts, outputs }: Review): string {
  const parts = [
    [counts.delete, 'to destroy'],
    [counts.replace, 'to destroy and create'],
    [counts.forget, 'to forget'],
    [counts.create, 'to create'],
    [counts.update, 'to change'],
    [counts.import, 'to import'],
    [counts.move, 'to move'],
    [outputs, outputs === 1 ? 'output to change' : 'outputs to change'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return told.length === 0 ? 'nothing to do' : told.join(', ');
}

/** How the first of what is blocked could be allowed, for those who mean it. */
export function approvalHint({ groups }: Review): string | undefined {
  const group = groups.find(
    ({ verdict, members }) => verdict === 'blocked' && !members.some(({ isImported }) => isImported),
  );
  const member = group?.members[0];
  if (!group || !member || member.environment === undefined) return undefined;
  return `to allow it, write into the spec of ${member.environment}: policy.review.approvals: [{address: '${member.address}', action: ${group.action}, reason: …, owner: …, expires: YYYY-MM-DD}]`;
}

/** What happened since the last apply; nothing when nothing did. */
export function driftText({ drift, ownedFields }: Review): string | undefined {
  const owned =
    ownedFields === 0
      ? []
      : [
          `${ownedFields} ${ownedFields === 1 ? 'field' : 'fields'} moved by their owners (autoscalers, schedules)`,
        ];
  const count = drift.reduce((sum, { members }) => sum + members.length, 0);
  const others =
    count === 0 ? [] : [`${count} ${count === 1 ? 'thing' : 'things'} changed behind Terraform's back`];
  return owned.length + others.length === 0
    ? undefined
    : `since the last apply: ${[...others, ...owned].join(', ')}`;
}
