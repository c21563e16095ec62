import { builtInCatalog } from '../catalog/catalog.ts';
import { knowledgeOf } from '../compiler/compile.ts';
import type { ModelOfComponents, SpecOfComponents } from '../compiler/language-of.ts';
import { crossRules } from '../rules/registry.ts';
import { alarms } from './alarms/index.ts';
import { autoScalingGroups } from './auto-scaling-groups/index.ts';
import { caches } from './caches/index.ts';
import { clusterAutoscaler } from './cluster-autoscaler/index.ts';
import { databases } from './databases/index.ts';
import { edge } from './edge/index.ts';
import { nodeGroups } from './node-groups/index.ts';
import { schedules } from './schedules/index.ts';
import { workloads } from './workloads/index.ts';

/** Every kind of thing that a spec can scale, in the order of the language. A new kind is one line here. */
export const components = [
  autoScalingGroups,
  nodeGroups,
  clusterAutoscaler,
  workloads,
  databases,
  caches,
  schedules,
  edge,
  alarms,
] as const;

/** The resolved environment: what rules and lowerings read. */
export type Model = ModelOfComponents<typeof components>;

/** A spec as an object, as a person may write it. */
export type Spec = SpecOfComponents<typeof components>;

export const knowledge = knowledgeOf(components, crossRules, builtInCatalog);
