/** Why each finding about a file of `--catalog` matters; what is no catalog at all has the codes of YAML and shape. */
export const catalogAdvice = {
  'catalog/nothing-removed': {
    why: 'the row that was meant is still there, and everything is still checked against it',
    help: 'write the name of a row as the table has it, or remove the line',
  },
  'catalog/over-newer': {
    why: 'its rows hide what has been found out since, for instance that support of a version ends',
    help: 'take out the rows that are built in by now, and write the day on which you checked the others',
  },
} as const satisfies Record<string, { why: string; help: string }>;

/** Every code that is about a catalog of the user. */
export type CatalogCode = keyof typeof catalogAdvice;
