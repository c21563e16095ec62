import type { Count, Fact, Flag, Text } from './fact.ts';

export interface GroupFacts extends Fact {
  readonly min: Count;
  readonly max: Count;
  readonly desired: Count;
  readonly template: { readonly id: Text; readonly name: Text; readonly version: Text } | undefined;
  /** Of a mixed instances policy; undefined without one. */
  readonly mixed: MixedFacts | undefined;
  readonly subnets: readonly string[];
  readonly capacityRebalance: Flag;
  readonly healthCheckGraceSeconds: Count;
  readonly defaultWarmupSeconds: Count;
  readonly maxLifetimeSeconds: Count;
  readonly suspended: readonly string[];
  readonly tags: ReadonlyMap<string, string>;
  readonly metrics: readonly string[];
  /** What the language has no word for: target groups, a warm pool, … */
  readonly unsayable: readonly string[];
}

export interface MixedFacts {
  readonly types: readonly string[];
  readonly onDemandBase: Count;
  readonly onDemandPercent: Count;
  readonly spotStrategy: Text;
}

export interface TemplateFacts extends Fact {
  readonly name: Text;
  readonly version: Count;
  readonly isDefault: boolean;
  readonly ami: Text;
  readonly instanceType: Text;
  readonly securityGroups: readonly string[];
  readonly instanceProfile: Text;
  readonly hopLimit: Count;
  readonly volume: {
    readonly sizeGib: Count;
    readonly type: Text;
    readonly iops: Count;
    readonly throughput: Count;
    readonly kmsKeyId: Text;
  };
  readonly isSpot: boolean;
}

export interface NodeGroupFacts extends Fact {
  readonly name: string;
  readonly cluster: Text;
  readonly version: Text;
  readonly min: Count;
  readonly max: Count;
  readonly desired: Count;
  readonly capacityType: Text;
  readonly types: readonly string[];
  readonly subnets: readonly string[];
  readonly amiType: Text;
  readonly role: Text;
  readonly labels: ReadonlyMap<string, string>;
  readonly taints: readonly { readonly key: Text; readonly value: Text; readonly effect: Text }[];
  readonly diskGib: Count;
  readonly maxUnavailable: Count;
  readonly maxUnavailablePercent: Count;
  readonly hasTemplate: boolean;
}

export interface ClusterFacts extends Fact {
  readonly version: Text;
  readonly subnets: readonly string[];
  readonly vpc: Text;
}
