import type { Field } from '../../compiler/language/field.ts';
import { isAddress } from '../../explain/asked.ts';

export type KindOfThing = 'code' | 'path' | 'address';

/** `capacity.3mo.workloads.api.pods`, `cost.databases.postgres.expected`: a number of that command. */
export function isFigure(thing: string): boolean {
  return thing.startsWith('capacity.') || thing.startsWith('cost.');
}

/** What a word means: codes have a slash, paths begin with a key of the language, addresses with a type of Terraform. */
export function kindOfThing(thing: string, { form }: Field): KindOfThing {
  if (isAddress(thing)) return 'address';
  const first = /^[^.[]*/.exec(thing)?.[0] ?? '';
  if (form.kind === 'section' && Object.hasOwn(form.fields, first)) return 'path';
  // A mistyped path has more than one step, and no code has a dot.
  return /[.[]/.test(thing) ? 'path' : 'code';
}
