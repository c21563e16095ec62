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
  'policy/expired-approval': {
    why: 'an approval to lose data has an end so that it cannot allow another loss later',
    help: 'remove it when the change has been applied, or agree on a new date',
  },
} as const satisfies Record<string, { why: string; help: string }>;

export type PolicyCode = keyof typeof policyAdvice;
