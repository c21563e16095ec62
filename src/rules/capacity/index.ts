import type { Rule } from '../../compiler/rules/rule.ts';
import { notEnoughNodes } from './not-enough-nodes.ts';
import { podLargerThanNode } from './pod-larger-than-node.ts';
import { smallestDoesNotFit } from './smallest-does-not-fit.ts';

/** Whether pods, as many as there may be, find nodes, as many as there may be. */
export const capacityRules: readonly Rule<never>[] = [podLargerThanNode, notEnoughNodes, smallestDoesNotFit];
