import type { QuantityKind, QuantityValue } from '../quantity/quantity.ts';
import type { Field, Fields, SectionModel, SectionWritten } from './field.ts';

/** What every key needs so that an editor can explain it. */
export interface Documentation {
  readonly description: string;
  readonly example: unknown;
  readonly examples?: readonly unknown[];
}

const REQUIRED = { kind: 'required' } as const;

interface TextOptions extends Documentation {
  /** Anchored and without nested repetition, so that a hostile text cannot make it slow. */
  readonly pattern?: string;
  /** What the pattern asks for, as the end of "must be …". */
  readonly patternMeaning?: string;
  readonly maxLength?: number;
  /** `null` is taken as "not set". */
  readonly nullable?: boolean;
}

/** A string. A value that YAML reads as a number or as a truth value is asked to be quoted. */
export function text(options: TextOptions): Field<string, string, 'required'> {
  const { pattern, patternMeaning, maxLength = 256, nullable } = options;
  return {
    ...documented(options),
    form: {
      kind: 'text',
      maxLength,
      ...(pattern === undefined ? {} : { pattern }),
      ...(patternMeaning === undefined ? {} : { patternMeaning }),
    },
    fallback: REQUIRED,
    ...(nullable ? { nullable } : {}),
  };
}

/** One of a few words. */
export function choice<const C extends readonly string[]>(
  choices: C,
  options: Omit<Documentation, 'example'> & { readonly example?: C[number] },
): Field<C[number], C[number], 'required'> {
  return {
    ...documented({ ...options, example: options.example ?? choices[0] }),
    form: { kind: 'text', choices, maxLength: 256 },
    fallback: REQUIRED,
  };
}

/** The key of an item elsewhere in the spec: `reference(['databases'])` takes `postgres`. */
export function reference(
  target: readonly string[],
  options: Documentation,
): Field<string, string, 'required'> {
  return {
    ...documented(options),
    form: { kind: 'text', references: target, maxLength: 256 },
    fallback: REQUIRED,
  };
}

/** Typed text such as `512Mi`; the model has the parsed value, in the unit that the quantity's module states. */
export function quantity<K extends QuantityKind>(
  kind: K,
  options: Documentation,
): Field<string | number, QuantityValue<K>, 'required'> {
  return { ...documented(options), form: { kind: 'quantity', quantity: kind }, fallback: REQUIRED };
}

/** A whole number; the key or the description names its unit. Both bounds are allowed values. */
export function integer(
  options: Documentation & { readonly minimum: number; readonly maximum: number },
): Field<number, number, 'required'> {
  const { minimum, maximum } = options;
  return { ...documented(options), form: { kind: 'integer', minimum, maximum }, fallback: REQUIRED };
}

export function flag(options: Documentation): Field<boolean, boolean, 'required'> {
  return { ...documented(options), form: { kind: 'flag' }, fallback: REQUIRED };
}

/** A list of scalars without repetitions. It is replaced whole when a child file writes it again. */
export function list<W, M>(
  item: Field<W, M, 'required'>,
  options: Documentation & {
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly ordered?: boolean;
  },
): Field<readonly W[], readonly M[], 'required'> {
  const { minItems = 0, maxItems = 100, ordered = false } = options;
  return {
    ...documented(options),
    form: { kind: 'list', item, minItems, maxItems, ordered },
    fallback: REQUIRED,
  };
}

/** A map with fixed keys. */
export function section<F extends Fields>(
  fields: F,
  options: Documentation,
): Field<SectionWritten<F>, SectionModel<F>, 'required'> {
  return {
    ...documented(options),
    form: { kind: 'section', fields, switchable: false },
    fallback: REQUIRED,
  };
}

/** A section that may be written as `true`, which is the same as `{}`. `false` is the same as leaving it out. */
export function switchable<F extends Fields>(
  fields: F,
  options: Documentation,
): Field<boolean | SectionWritten<F>, SectionModel<F>, 'required'> {
  return { ...documented(options), form: { kind: 'section', fields, switchable: true }, fallback: REQUIRED };
}

/**
 * A map whose keys name things. The keys become Terraform addresses, so the default pattern is one that maps
 * to identifiers without collisions: lower case words joined by single hyphens.
 */
export function map<W, M>(
  item: Field<W, M, 'required'>,
  options: Documentation & {
    readonly keyPattern?: string;
    readonly keyMeaning?: string;
    readonly maxKeyLength?: number;
    readonly minItems?: number;
  },
): Field<{ readonly [key: string]: W }, ReadonlyMap<string, M>, 'required'> {
  const { keyPattern = NAME, keyMeaning = NAME_MEANING, maxKeyLength = 40, minItems = 0 } = options;
  return {
    ...documented(options),
    form: { kind: 'map', item, keyPattern, keyMeaning, maxKeyLength, minItems },
    fallback: REQUIRED,
  };
}

/** Lower case words joined by single hyphens: `eks-worker-nodes`. */
export const NAME = '^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$';
export const NAME_MEANING = 'lower case words joined by single hyphens, such as "eks-worker-nodes"';

function documented({ description, example, examples = [] }: Documentation): {
  description: string;
  examples: readonly unknown[];
} {
  return { description, examples: [example, ...examples] };
}
