import type { Rule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { exceedDatabase } from './exceed-database.ts';
import { exceedPooler } from './exceed-pooler.ts';
import { exceedReplica } from './exceed-replica.ts';
import { maxConnectionsAboveMemory } from './max-connections-above-memory.ts';
import { noPooler } from './no-pooler.ts';
import { sessionPoolTooSmall } from './session-pool-too-small.ts';
import { unknownSupply } from './unknown-supply.ts';
import { unusedPooler } from './unused-pooler.ts';

/** Whether what the pods open at a database fits into it, through a pooler or not. */
export const connectionRules: readonly Rule<Model>[] = [
  noPooler,
  exceedDatabase,
  exceedPooler,
  exceedReplica,
  sessionPoolTooSmall,
  maxConnectionsAboveMemory,
  unknownSupply,
  unusedPooler,
];
