import type { PlanJson } from './plan-json.ts';
import { formatPlan, type PlannedChange, summarizePlan } from './plan-summary.ts';

/** One thing that the mock answers wrongly, so that a plan right after an apply shows a difference. */
export interface MockQuirk {
  readonly type: string;
  /** Path as in a plan summary; everything inside of it is meant too. */
  readonly attribute: string;
  readonly reason: string;
}

/** Only these are forgiven. An entry that the full run never needs has to go: see `QuirkLedger.unused`. */
export const mockQuirks: readonly MockQuirk[] = [];

/** Checks second plans and remembers which quirks they needed. */
export class QuirkLedger {
  private readonly quirks: readonly MockQuirk[];
  private readonly used = new Set<MockQuirk>();

  constructor(quirks: readonly MockQuirk[] = mockQuirks) {
    this.quirks = quirks;
  }

  /**
   * What is left of a plan that should be empty.
   *
   * Changes of outputs alone count too: a value that moves between two reads is a difference.
   *
   * @returns a text as of `formatPlan`, empty when nothing but known quirks is in it
   */
  unforgiven(plan: PlanJson): string {
    const guilty = new Set(
      summarizePlan(plan)
        .filter((change) => !this.forgives(change))
        .map(({ address }) => address),
    );
    const changes = (plan.resource_changes ?? []).filter(({ address }) => guilty.has(address));
    const outputs = Object.entries(plan.output_changes ?? {})
      .filter(([, { actions }]) => !actions.includes('no-op'))
      .map(([name, { actions }]) => `${actions.join('+')} output.${name}\n`);
    return formatPlan({ ...plan, resource_changes: changes }) + outputs.join('');
  }

  /** Quirks that no plan needed so far, one sentence each. */
  unused(): string[] {
    return this.quirks
      .filter((quirk) => !this.used.has(quirk))
      .map(({ type, attribute }) => `${type}.${attribute} was never needed: remove it from mock-quirks.ts`);
  }

  private forgives({ type, actions, changed, unknown }: PlannedChange): boolean {
    if (actions.every((action) => action === 'no-op')) return true;
    // Anything but an update in place is more than a wrong answer explains.
    if (actions.some((action) => action !== 'update')) return false;
    const needed = [...changed, ...unknown].map((path) =>
      this.quirks.find((quirk) => covers(quirk, type, path)),
    );
    if (needed.length === 0 || needed.includes(undefined)) return false;
    for (const quirk of needed) if (quirk) this.used.add(quirk);
    return true;
  }
}

function covers({ type, attribute }: MockQuirk, changedType: string, path: string): boolean {
  return (
    type === changedType &&
    (path === attribute || /^[.[]/.test(path.slice(attribute.length))) &&
    path.startsWith(attribute)
  );
}
