import type { Tier } from '../../src/compiler/language/field.ts';
import type { Resource, Tree } from './tree.ts';

/**
 * What somebody asks of a resource that elastiform makes. One setting may be asked for by several controls; `holds` is
 * our own reading of them, for neither Checkov nor Trivy runs in the tests.
 */
export interface Control {
  /** `CKV_…` and `CKV2_…` are Checkov's, `AWS-…` Trivy's (AVD-AWS-… before), the others AWS Foundational Security's. */
  readonly ids: readonly string[];
  /** Resource type, or `policy` and `trust` for what a role may do and who may take it. */
  readonly type: string;
  /** The setting, as it stands in docs/security.md. */
  readonly asks: string;
  readonly holds: (resource: Resource, tree: Tree) => boolean;
  readonly status: Status;
}

export type Status =
  /** Holds for whatever a spec leaves out, in every tier. */
  | { readonly is: 'on' }
  /** Needs the name of something that nobody can make up; holds as soon as the spec has the key. */
  | { readonly is: 'asked'; readonly key: string; readonly why: string }
  /** Does not hold, or not everywhere, and that is meant. */
  | {
      readonly is: 'waived';
      readonly why: string;
      /** Who can change that. */
      readonly owner: 'account' | 'elastiform';
      /** Where it does not hold, in words and as code. */
      readonly where: string;
      readonly isWhere: (resource: Resource, tier: Tier) => boolean;
    };

/** Controls about types of resources that elastiform does not make: they exist already, or are another root's. */
export interface Elsewhere {
  readonly ids: readonly string[];
  readonly types: readonly string[];
  readonly why: string;
}

export const on: Status = { is: 'on' };

export const asked = (key: string, why: string): Status => ({ is: 'asked', key, why });

export const waived = (
  why: string,
  owner: 'account' | 'elastiform',
  where = 'everywhere',
  isWhere: (resource: Resource, tier: Tier) => boolean = () => true,
): Status => ({ is: 'waived', why, owner, where, isWhere });

/** A control without its resource type: ids, what is asked, whether it holds, and how it is. */
export type ControlRow = readonly [Control['ids'], string, Control['holds'], Status];

export function controlsOf(type: string, rows: readonly ControlRow[]): readonly Control[] {
  return rows.map(([ids, asks, holds, status]) => ({ ids, type, asks, holds, status }));
}
