import type { Rule } from '../../compiler/rules/rule.ts';
import { overBudget } from './over-budget.ts';

/** Rules about what an environment costs. */
export const costRules: readonly Rule<never>[] = [overBudget];
