import type { Rule } from '../compiler/rules/rule.ts';

/** Rules over two or more kinds. */
export const crossRules: readonly Rule<never>[] = [];
