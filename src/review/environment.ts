import type { Catalog } from '../catalog/catalog.ts';
import type { ReviewPolicy } from '../compiler/frame/review.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import type { Model } from '../components/registry.ts';
import type { Attributes } from '../plan/plan.ts';

/** What the spec of an environment says about the addresses of its plans. */
export interface ReviewedEnvironment {
  readonly name: string;
  readonly policy: ReviewPolicy;
  readonly model: Model;
  readonly catalog: Catalog;
  /** Where each address of both roots comes from. */
  readonly places: ReadonlyMap<string, SpecPath>;
  /** What the Terraform of the spec says about each address, in Terraform's JSON syntax. */
  readonly said: ReadonlyMap<string, Attributes>;
  /** Attributes that others own, by address: `desired_capacity`. */
  readonly owned: ReadonlyMap<string, readonly string[]>;
  /** Addresses that hold data, or did so at the last synthesis, with their path as text. */
  readonly held: ReadonlyMap<string, string>;
  locate(path: SpecPath): { readonly file: string; readonly line: number };
}
