import { backupWindow, maintenanceWindow } from './aws-window.ts';
import { cpu } from './cpu.ts';
import { duration } from './duration.ts';
import { factor } from './factor.ts';
import { memory } from './memory.ts';
import { metricValue } from './metric-value.ts';
import { money } from './money.ts';
import { podsOrShare } from './pods-or-share.ts';
import { rate } from './rate.ts';
import { percentRate, podRate } from './scaling-rate.ts';
import { share } from './share.ts';
import { storage } from './storage.ts';

/**
 * How one kind of typed text is read. `parse` gets what the user wrote (YAML scalars keep their spelling)
 * and answers with the value in the unit that the kind's module states, or with what is wrong.
 */
export interface Quantity<T> {
  /** What it is, for messages: "a memory size". */
  readonly noun: string;
  /** A few right spellings, for messages and the editor. */
  readonly examples: readonly string[];
  /**
   * A linear-time pattern for editors; `parse` is stricter and decides.
   * No nested repetition: a hostile 10,000-character string must not hang the check.
   */
  readonly pattern: string;
  /** True when a bare YAML number is unambiguous, as Kubernetes takes `cpu: 2`. */
  readonly acceptsNumber?: boolean;
  parse(text: string): Parsed<T>;
  /** The canonical spelling: `parse` reads it as the same value. */
  format(value: T): string;
}

export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: string; readonly suggestion?: string };

export const quantities = {
  cpu,
  memory,
  storage,
  duration,
  share,
  rate,
  money,
  factor,
  'metric-value': metricValue,
  'percent-rate': percentRate,
  'pod-rate': podRate,
  'pods-or-share': podsOrShare,
  'maintenance-window': maintenanceWindow,
  'backup-window': backupWindow,
} satisfies Record<string, Quantity<unknown>>;

export type QuantityKind = keyof typeof quantities;

/** The value in the model for a kind of quantity: `number` of milli-CPU for `cpu`, and so on. */
export type QuantityValue<K extends QuantityKind> =
  (typeof quantities)[K] extends Quantity<infer Value> ? Value : never;
