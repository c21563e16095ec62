import { groupWithoutPriority } from './group-without-priority.ts';
import { noHome } from './no-home.ts';
import { notDeclared } from './not-declared.ts';
import { nothingToMove } from './nothing-to-move.ts';
import { prioritiesUnknownGroup } from './priorities-unknown-group.ts';

/** Whether Cluster Autoscaler and the groups of nodes fit together. */
export const clusterAutoscalerGroupRules = [
  groupWithoutPriority,
  noHome,
  notDeclared,
  nothingToMove,
  prioritiesUnknownGroup,
];
