/**
 * What a review needs of a saved Terraform plan, whatever the version of its JSON: made by {@link readPlan}.
 *
 * @source Terraform 1.11, "JSON Output Format", format version 1.2 (read 2026-11-27)
 */
export interface Plan {
  /** What the user calls it: the file. */
  readonly name: string;
  /** The tag `Environment` that the provider gives to everything, which elastiform always writes. */
  readonly environment: string | undefined;
  /** It is of a root that has the Kubernetes provider. */
  readonly isOfKubernetes: boolean;
  /** Terraform stopped while planning: there may be more changes than these. */
  readonly isErrored: boolean;
  /** Another plan would find more to do, as Terraform says: it was asked about some addresses only, or put something off. */
  readonly isPartial: boolean;
  /** Managed resources that change, are brought in, moved or forgotten; nothing that stays as it is. */
  readonly changes: readonly PlannedChange[];
  /** What somebody else has changed since the last apply. */
  readonly drift: readonly PlannedChange[];
  /** `check` blocks that do not hold: `check.cluster_active: the cluster is not ACTIVE`. */
  readonly failedChecks: readonly string[];
  /** Changes that Terraform put off to a later plan. */
  readonly deferred: number;
  /** Outputs that change: others may read them. */
  readonly outputs: number;
}

/** `replace` is a deletion and a creation in either order; `forget` leaves the thing alone and unmanaged. */
export type PlannedAction = 'create' | 'update' | 'replace' | 'delete' | 'forget' | 'none';

export interface PlannedChange {
  /** As Terraform prints it: `aws_db_instance.postgres`, `module.a.aws_s3_bucket.b["c"]`. */
  readonly address: string;
  readonly type: string;
  readonly action: PlannedAction;
  /** Of a replacement: the new one is there before the old one goes. */
  readonly isCreatedFirst: boolean;
  /** Id of what an earlier replacement left behind, when the change is about that. */
  readonly deposed: string | undefined;
  /** Where a `moved` block takes it from. */
  readonly previousAddress: string | undefined;
  /** It exists already and comes under Terraform with this change. */
  readonly isImported: boolean;
  /** Why Terraform deletes or replaces: `replace_because_cannot_update`. */
  readonly reason: string | undefined;
  /** Attributes that force a replacement: `kms_key_id`. */
  readonly forcedBy: readonly string[];
  /** What changes, of an update or a replacement, in the order of the attributes. */
  readonly edits: readonly AttributeEdit[];
  /** Absent attributes are `undefined`, those known only after the apply and what is sensitive too. */
  readonly before: Attributes;
  readonly after: Attributes;
  /** Attributes that are known only after the apply, wholly or in part. */
  readonly unknown: ReadonlySet<string>;
  /** Attributes in which something is sensitive. */
  readonly secret: ReadonlySet<string>;
}

export type Attributes = Readonly<Record<string, Json>>;

export interface AttributeEdit {
  /** From the attribute down: `scaling_config[0].min_size`. */
  readonly path: string;
  /** The attribute itself: `scaling_config`. */
  readonly attribute: string;
  readonly before: Json;
  /** `null` when it is known only after the apply. */
  readonly after: Json;
  readonly isUnknown: boolean;
  /** Its values must not be shown to anybody. */
  readonly isSensitive: boolean;
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
