/** Why each finding about what holds data matters and what to do, unless the finding knows better. */
export const ledgerAdvice = {
  'stateful/vanished': {
    why: 'the next apply would destroy it; prevent_destroy does not help, for it goes with the block',
    help: 'put it back, say "previousName" where it was renamed to, or retire it with a reason',
  },
  'stateful/retired-but-present': {
    why: 'one of the two is not meant',
    help: 'remove it from the spec, or remove it from "retired"',
  },
  'stateful/nothing-to-retire': {
    why: 'an entry that does nothing hides a typo',
    help: 'remove the entry, or correct the path',
  },
} as const satisfies Record<string, { why: string; help: string }>;

export type LedgerCode = keyof typeof ledgerAdvice;
