import type { Tier } from '../../../src/compiler/language/field.ts';

/** A way to give up what a control asks for, in the words of the language. */
export interface Switch {
  /** As in the reference of the language. */
  readonly key: string;
  /** Keys of the item that are there with it and without it, in YAML's flow style. */
  readonly beside?: Keys;
  /** Keys of the item that switch it off. */
  readonly off: Keys;
  readonly code: string;
  /** Where there is a finding; in the other tiers it may be off without a word. */
  readonly tiers: readonly Tier[];
  /** An error, which no exception takes away. */
  readonly isRefused?: true;
}

export type Keys = Readonly<Record<string, string>>;

export const ALL: readonly Tier[] = ['dev', 'staging', 'prod'];
export const NOT_DEV: readonly Tier[] = ['staging', 'prod'];
export const PROD: readonly Tier[] = ['prod'];

/** It exists already, and need not be as a new one would. */
export const ADOPTED: Keys = { adopt: 'true' };
