import type { Rule } from '../../compiler/rules/rule.ts';
import { noRoomToRollOut } from './no-room-to-roll-out.ts';
import { notEnoughNodes } from './not-enough-nodes.ts';
import { nowhereToRun } from './nowhere-to-run.ts';
import { podLargerThanNode } from './pod-larger-than-node.ts';
import { smallestDoesNotFit } from './smallest-does-not-fit.ts';
import { unknownType } from './unknown-type.ts';
import { zoneLoss } from './zone-loss.ts';

/** Whether pods, as many as there may be, find nodes, as many as there may be. */
export const capacityRules: readonly Rule<never>[] = [
  nowhereToRun,
  podLargerThanNode,
  notEnoughNodes,
  zoneLoss,
  noRoomToRollOut,
  smallestDoesNotFit,
  unknownType,
];
