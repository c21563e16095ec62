import type { Diagnostic, Place } from '../diagnostic.ts';

/** Why a text is left as it is. Each is an error, for the change that was asked for does not happen. */
export const editAdvice = {
  'edit/shared-value': {
    why: 'the change would reach every place that repeats the value with an alias',
    help: 'write the value out at its places, without anchor and alias',
  },
  'edit/not-a-map': {
    why: 'a key can only be written into a map',
    help: 'write the map by hand first',
  },
  'edit/no-such-key': {
    why: 'only what this file itself says can be removed from it',
    help: 'look where the value comes from with elastiform resolve --provenance',
  },
  'edit/comment-in-the-way': {
    why: 'the comment would be lost with the lines around it',
    help: 'edit the place by hand',
  },
  'edit/layout': {
    why: 'the file would not say the same as before everywhere else',
    help: 'edit the place by hand',
  },
} as const satisfies Record<string, { why: string; help: string }>;

export type RefusalCode = keyof typeof editAdvice;

/** Thrown inside of this folder only; its functions return it as a diagnostic. */
export class Refusal extends Error {
  readonly diagnostic: Diagnostic;

  constructor(code: RefusalCode, message: string, at: Place) {
    super(message);
    this.diagnostic = { code, severity: 'error', message, ...editAdvice[code], at };
  }
}
