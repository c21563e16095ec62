import type { ChangeKind } from '../compiler/frame/review.ts';
import { isLoss } from './grouping.ts';
import type { Group } from './review.ts';

/** Why a review is not `auto`, each reason once with how many changes it is true of; the worst first. */
export function reasonsOf(groups: readonly Group[]): readonly string[] {
  const count = (matches: (group: Group) => boolean) =>
    groups.filter(matches).reduce((sum, { members }) => sum + members.length, 0);
  const isHuman = (group: Group) => group.verdict === 'human';
  const found: (readonly [number, (count: number) => string])[] = [
    [
      count((group) => group.verdict === 'blocked'),
      (n) => `${things(n)} that hold${n === 1 ? 's' : ''} data would be lost without an approval`,
    ],
    [
      count((group) => isHuman(group) && isLoss(group)),
      (n) => `${things(n)} that hold${n === 1 ? 's' : ''} data will be lost, as approved`,
    ],
    ...KINDS.map(
      ([kind, sentence]) =>
        [
          count((group) => isHuman(group) && !isLoss(group) && group.asking.includes(kind)),
          sentence,
        ] as const,
    ),
    [
      count((group) => isHuman(group) && !group.isInSpec),
      (n) => `${things(n)} ${n === 1 ? 'is' : 'are'} not in the spec`,
    ],
    [
      count((group) => !group.isAsSaid),
      (n) => `${things(n)} ${n === 1 ? 'is' : 'are'} not planned as the spec says`,
    ],
  ];
  return found.filter(([n]) => n > 0).map(([n, sentence]) => sentence(n));
}

const KINDS: readonly (readonly [ChangeKind, (count: number) => string])[] = [
  ['interruption', (n) => `${changes(n)} of a database or cache interrupt${n === 1 ? 's' : ''} its clients`],
  ['security', (n) => `${changes(n)} of access, encryption or protection`],
  ['deletion', (n) => `${things(n)} without data ${n === 1 ? 'goes' : 'go'}`],
  ['shrinking', (n) => `${things(n)} become${n === 1 ? 's' : ''} smaller`],
  ['rollouts', (n) => `${changes(n)} exchange${n === 1 ? 's' : ''} nodes or pods`],
  ['creation', (n) => `${things(n)} ${n === 1 ? 'is' : 'are'} new`],
  [
    'adoption',
    (n) => `${things(n)} that exist${n === 1 ? 's' : ''} come${n === 1 ? 's' : ''} under Terraform`,
  ],
  ['settings', (n) => `${changes(n)} of settings`],
  ['capacity', (n) => `${changes(n)} of capacity`],
  ['schedules', (n) => `${changes(n)} of schedules`],
  ['alarms', (n) => `${changes(n)} of alarms`],
  ['tags', (n) => `${changes(n)} of tags`],
];

function things(count: number): string {
  return `${count} thing${count === 1 ? '' : 's'}`;
}

function changes(count: number): string {
  return `${count} change${count === 1 ? '' : 's'}`;
}
