import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { blindToConnections } from './blind-to-connections.ts';

/** Whether what an autoscaler follows is what the other layers run out of. */
export const autoscalingRules: readonly Rule<Model>[] = [blindToConnections];
