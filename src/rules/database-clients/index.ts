import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { idleAbovePool } from './idle-above-pool.ts';
import { tlsToPooler } from './tls-to-pooler.ts';

/** Whether what a workload says of its connections makes sense; how many there are is `connections`. */
export const databaseClientRules: readonly Rule<Model>[] = [idleAbovePool, tlsToPooler];
