/**
 * The part of `terraform show -json <plan>` that the suite reads.
 *
 * @source Terraform 1.11, "JSON Output Format", format version 1.2
 */
export interface PlanJson {
  readonly format_version: string;
  readonly terraform_version: string;
  readonly errored?: boolean;
  readonly applyable?: boolean;
  readonly resource_changes?: readonly ResourceChange[];
  /** What changed behind Terraform's back, as far as it mattered to this plan. */
  readonly resource_drift?: readonly ResourceChange[];
  /** What everything would be after the apply, as far as it is known. */
  readonly planned_values?: Json;
  readonly output_changes?: Readonly<Record<string, Change>>;
  readonly checks?: readonly CheckResult[];
}

export interface ResourceChange {
  readonly address: string;
  /** Set when a `moved` block brought it here. */
  readonly previous_address?: string;
  readonly mode: 'managed' | 'data';
  readonly type: string;
  readonly name: string;
  readonly index?: string | number;
  /** E.g. `replace_because_cannot_update`, `delete_because_no_resource_config`. */
  readonly action_reason?: string;
  readonly change: Change;
}

export type TerraformAction = 'no-op' | 'create' | 'read' | 'update' | 'delete' | 'forget';

export interface Change {
  /** Two for a replacement, in the order in which they will happen. */
  readonly actions: readonly TerraformAction[];
  readonly before: Json;
  readonly after: Json;
  /** Shaped like `after`; `true` where the value is known only after apply. */
  readonly after_unknown: Json;
  readonly before_sensitive?: Json;
  readonly after_sensitive?: Json;
  /** The attributes that force a replacement. */
  readonly replace_paths?: readonly (readonly (string | number)[])[];
  readonly importing?: { readonly id?: string };
}

export interface CheckResult {
  readonly address: { readonly kind: string; readonly to_display: string };
  readonly status: 'pass' | 'fail' | 'error' | 'unknown';
  readonly instances?: readonly { readonly problems?: readonly { readonly message: string }[] }[];
}

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
