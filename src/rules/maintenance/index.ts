import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { inBusyHours } from './in-busy-hours.ts';

/** When AWS may interrupt what the spec describes. */
export const maintenanceRules: readonly Rule<Model>[] = [inBusyHours];
