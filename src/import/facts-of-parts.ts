import type { Count, Fact, Flag, Text } from './fact.ts';

/** Things that several databases or caches may share, or that scale them. */

export type Service = 'rds' | 'elasticache';

export interface SubnetGroupFacts extends Fact {
  readonly service: Service;
  readonly name: string;
  readonly subnets: readonly string[];
}

/** The parameters of a group that somebody has set. */
export interface ParametersFacts extends Fact {
  readonly service: Service;
  /** The answer of AWS does not tell whose parameters it holds. */
  readonly group: Text;
  /** False where one of them has no value that can be written down; a plan would take it away. */
  readonly isComplete: boolean;
  readonly values: readonly { readonly name: string; readonly value: string; readonly apply: Text }[];
}

export interface ScalingTargetFacts extends Fact {
  readonly replicationGroup: string;
  readonly dimension: ScaledDimension;
  readonly min: Count;
  readonly max: Count;
}

export type ScaledDimension = 'NodeGroups' | 'Replicas';

export interface ScalingPolicyFacts extends Fact {
  readonly replicationGroup: string;
  readonly dimension: ScaledDimension;
  readonly name: string;
  /** `TargetTrackingScaling` alone can be said. */
  readonly type: Text;
  /** Undefined for a metric that somebody wrote out. */
  readonly metric: Text;
  readonly targetPercent: Count;
  readonly isScaleInDisabled: Flag;
}
