import { INTERRUPTIONS } from '../plan/impact/effect.ts';
import { compareText } from '../util/compare.ts';
import { type Group, VERDICTS } from './review.ts';

/** Brings equal changes together, whatever they change and in which environment; the worst come first. */
export function groupChanges(changes: readonly Group[]): readonly Group[] {
  const groups = new Map<string, Group & { members: Group['members'][number][] }>();
  for (const change of changes) {
    const { members, ...same } = change;
    const key = JSON.stringify(same);
    const group = groups.get(key);
    if (group) group.members.push(...members);
    else groups.set(key, { ...same, members: [...members] });
  }
  const grouped = [...groups.values()];
  for (const { members } of grouped) members.sort(compareMembers);
  return grouped.sort(compareGroups);
}

type Member = Group['members'][number];

function compareMembers(a: Member, b: Member): number {
  return compareText(a.environment ?? '', b.environment ?? '') || compareText(a.address, b.address);
}

/** What loses data, then what needs a person, by how much it interrupts; among equals the larger group. */
function compareGroups(a: Group, b: Group): number {
  return (
    VERDICTS.indexOf(b.verdict) - VERDICTS.indexOf(a.verdict) ||
    Number(isLoss(b)) - Number(isLoss(a)) ||
    interruptionOf(b) - interruptionOf(a) ||
    Number(isTakenAway(b)) - Number(isTakenAway(a)) ||
    Number(b.label !== undefined) - Number(a.label !== undefined) ||
    Number(isFollower(a)) - Number(isFollower(b)) ||
    b.members.length - a.members.length ||
    compareMembers(a.members[0]!, b.members[0]!)
  );
}

/** What the specs know and what would lose data, and apart from it what somebody else keeps in the same roots. */
export function apart(groups: readonly Group[]): {
  readonly ours: readonly Group[];
  readonly others: readonly Group[];
} {
  const isOurs = ({ isInSpec, verdict }: Group) => isInSpec || verdict === 'blocked';
  return { ours: groups.filter(isOurs), others: groups.filter((group) => !isOurs(group)) };
}

/** Something that holds data goes. */
export function isLoss({ isStateful, action }: Group): boolean {
  return isStateful && (action === 'delete' || action === 'replace' || action === 'forget');
}

/** Alarms and dashboards follow whatever changes. */
function isFollower({ kinds }: Group): boolean {
  return kinds.length === 1 && kinds[0] === 'alarms';
}

function isTakenAway({ action }: Group): boolean {
  return action === 'delete' || action === 'replace' || action === 'forget';
}

function interruptionOf({ label }: Group): number {
  return label ? INTERRUPTIONS.indexOf(label.interruption) : -1;
}
