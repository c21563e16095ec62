import type { Fact } from './fact.ts';
import type { CacheFacts, CacheNodeFacts, DatabaseFacts } from './facts-of-data.ts';
import type { ClusterFacts, GroupFacts, NodeGroupFacts, TemplateFacts } from './facts-of-nodes.ts';
import type {
  ParametersFacts,
  ScalingPolicyFacts,
  ScalingTargetFacts,
  SubnetGroupFacts,
} from './facts-of-parts.ts';
import type { Note } from './note.ts';
import type { View } from './view.ts';

/** What is there, in one form for every source. A field that the source does not tell is undefined. */
export interface Facts {
  readonly databases: DatabaseFacts[];
  readonly caches: CacheFacts[];
  readonly cacheNodes: CacheNodeFacts[];
  readonly subnetGroups: SubnetGroupFacts[];
  readonly parameters: ParametersFacts[];
  readonly scalingTargets: ScalingTargetFacts[];
  readonly scalingPolicies: ScalingPolicyFacts[];
  readonly groups: GroupFacts[];
  readonly templates: TemplateFacts[];
  readonly nodeGroups: NodeGroupFacts[];
  readonly clusters: ClusterFacts[];
  readonly autoscalers: AutoscalerFacts[];
  readonly deployments: DeploymentFacts[];
  readonly budgets: BudgetFacts[];
  readonly notes: Note[];
}

export function noFacts(): Facts {
  return {
    databases: [],
    caches: [],
    cacheNodes: [],
    subnetGroups: [],
    parameters: [],
    scalingTargets: [],
    scalingPolicies: [],
    groups: [],
    templates: [],
    nodeGroups: [],
    clusters: [],
    autoscalers: [],
    deployments: [],
    budgets: [],
    notes: [],
  };
}

/** Objects of Kubernetes have `namespace/name` as their id. */
export interface KubernetesFacts extends Fact {
  readonly namespace: string;
  readonly name: string;
  readonly body: View;
}
export type AutoscalerFacts = KubernetesFacts;
export type DeploymentFacts = KubernetesFacts;
export type BudgetFacts = KubernetesFacts;
