/** Why each finding about the folder of the specs, and about what was written from it, matters. */
export const projectAdvice = {
  'file/wrong-ending': {
    why: 'whoever wrote it believes that it counts',
    help: 'rename the file so that it ends in ".yaml"',
  },
  'environment/missing': {
    why: 'it is neither an environment nor part of one, so nothing of it would be built',
    help: 'write "environment: <name of the file>" into it, extend it from another spec, or delete it',
  },
  'stateful/no-ledger': {
    why: 'it says what holds data; without it a database could leave the spec, and be destroyed, unnoticed',
    help: 'restore it from version control; where a merge has damaged it, take either side and run the command again',
  },
} as const satisfies Record<string, { why: string; help: string }>;

/** Every code that is about the project as a whole. */
export type ProjectCode = keyof typeof projectAdvice;
