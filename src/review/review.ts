import type { ChangeKind } from '../compiler/frame/review.ts';
import type { Interruption, Moment } from '../plan/impact/effect.ts';
import type { PlannedAction } from '../plan/plan.ts';

/** `auto`: nobody has to look. `human`: a person decides. `blocked`: it must not be applied as it is. */
export type Verdict = 'auto' | 'human' | 'blocked';

/** From the harmless to the worst. */
export const VERDICTS: readonly Verdict[] = ['auto', 'human', 'blocked'];

/** What a person needs to decide about some plans. Every text in it is one line and safe to print. */
export interface Review {
  readonly verdict: Verdict;
  /** Why it is not `auto`, the worst first. */
  readonly reasons: readonly string[];
  /** What the plans do, equal changes together: what loses data first, then what interrupts, then the rest. */
  readonly groups: readonly Group[];
  /** What somebody changed behind Terraform's back, and which the apply sets back. */
  readonly drift: readonly Group[];
  /** How many fields others moved that own them; nothing happens to those. */
  readonly ownedFields: number;
  /** What is odd about the plans or the approvals and changes no verdict. */
  readonly warnings: readonly string[];
  readonly counts: Counts;
  /** Outputs that change: other configurations may read them. */
  readonly outputs: number;
  /** Of the plans, as far as they are known; sorted. */
  readonly environments: readonly string[];
  readonly plans: readonly string[];
  /** What the specs cost more or less than those of the base, where there is one. */
  readonly costs?: readonly ReviewedCost[];
}

/** Money is in US dollars a month. */
export interface ReviewedCost {
  readonly environment: string;
  readonly min: number;
  readonly expected: number;
  readonly max: number;
  readonly itemsWithoutPrice: number;
  readonly text: string;
}

export type Counts = Readonly<Record<Exclude<PlannedAction, 'none'> | 'import' | 'move', number>>;

/** Changes that are the same but for the thing that they change. */
export interface Group {
  readonly verdict: Verdict;
  readonly action: PlannedAction;
  readonly type: string;
  readonly isCreatedFirst: boolean;
  readonly isStateful: boolean;
  /** Whether the specs know the addresses. */
  readonly isInSpec: boolean;
  /** Whether the planned values are those of the spec, as far as it has any. */
  readonly isAsSaid: boolean;
  readonly kinds: readonly ChangeKind[];
  /** Those of the kinds for which the policy asks for a person. */
  readonly asking: readonly ChangeKind[];
  /** What changes, in words of capacity where it is about that. */
  readonly words: readonly string[];
  /** What clients of a database or a cache notice, and when. */
  readonly label?: Label;
  /** Why it is not `auto`, or what is odd about it. */
  readonly because: readonly string[];
  readonly members: readonly Member[];
}

export interface Label {
  readonly interruption: Interruption;
  readonly moment: Moment;
  /** `Sun 2026-11-29 04:30-05:30 UTC`, of `window`. */
  readonly window?: string;
  /** As YYYY-MM-DD. */
  readonly date?: string;
  readonly note?: string;
}

export interface Member {
  readonly environment?: string;
  readonly address: string;
  readonly previousAddress?: string;
  readonly deposed?: string;
  readonly isImported: boolean;
  /** Where it is said in the spec: `databases.postgres.class`. */
  readonly path?: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
}
