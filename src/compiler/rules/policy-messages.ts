/** Why each finding about an exception matters and what to do, unless the finding knows better. */
export const policyAdvice = {
  'policy/unknown-rule': {
    why: 'an exception for nothing accepts nothing',
    help: 'copy the code from the finding',
  },
  'policy/unused-exception': {
    why: 'an exception that does nothing hides the next finding of its kind',
    help: 'remove the exception',
  },
  'policy/expired-exception': {
    why: 'an exception has an end so that somebody looks at it again',
    help: 'repair what it accepts, or agree on a new date',
  },
  'policy/error-excepted': {
    why: 'AWS or Kubernetes would refuse it, or data would be lost',
    help: 'repair what it finds and remove the exception',
  },
} as const satisfies Record<string, { why: string; help: string }>;

export type PolicyCode = keyof typeof policyAdvice;
