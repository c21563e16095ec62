import type { AttributeEdit, PlannedChange } from '../plan.ts';

/**
 * What clients notice. `online`: nothing but perhaps slower answers. `failover`: connections break, and for seconds
 * to two minutes nothing can be written. `reboot`: nobody is served for minutes. `replace`: it goes, with all it
 * holds, and an empty one comes.
 */
export type Interruption = 'online' | 'failover' | 'reboot' | 'replace';

/** From what is least to what is worst. */
export const INTERRUPTIONS: readonly Interruption[] = ['online', 'failover', 'reboot', 'replace'];

/** `now`: during the apply. `window`: in the next maintenance window. `next-reboot`: when somebody reboots it. */
export type Moment = 'now' | 'window' | 'next-reboot';

/** From what is latest to what is soonest. */
export const MOMENTS: readonly Moment[] = ['next-reboot', 'window', 'now'];

/** What one attribute of a change does to those who use the thing. */
export interface Effect {
  readonly attribute: string;
  readonly interruption: Interruption;
  readonly moment: Moment;
  /** What a reader would not guess, as a piece of a sentence. */
  readonly note?: string;
}

/** A fact about an attribute: what a change of it does. */
export type Impact = (edit: AttributeEdit, change: PlannedChange) => Omit<Effect, 'attribute'>;

/** What is the same whatever the values are. */
export const always =
  (interruption: Interruption, moment: Moment | 'asked', note?: string): Impact =>
  (_edit, change) => ({
    interruption,
    moment: moment === 'asked' ? askedMoment(change) : moment,
    ...(note === undefined ? {} : { note }),
  });

/** `apply_immediately` decides, and AWS waits for the window when nobody asks for more. */
export function askedMoment({ after }: PlannedChange): Moment {
  return after['apply_immediately'] === true ? 'now' : 'window';
}

/**
 * The worst of several: what interrupts most, and of these what comes first. Where nothing interrupts, what waits for
 * the window is what a person has to know: the plan says "updated", and nothing has happened yet.
 */
export function worstEffect(effects: readonly Effect[]): Effect | undefined {
  const rank = ({ interruption, moment }: Effect) =>
    INTERRUPTIONS.indexOf(interruption) * (MOMENTS.length + 1) +
    (interruption === 'online' && moment === 'window' ? MOMENTS.length : MOMENTS.indexOf(moment));
  return effects.reduce<Effect | undefined>(
    (worst, effect) => (worst === undefined || rank(effect) > rank(worst) ? effect : worst),
    undefined,
  );
}
