import type { Change, Json } from './plan-json.ts';

export interface ChangedPaths {
  /** Attributes whose value changes to a known one, e.g. `scaling_config[0].min_size`; sorted. */
  readonly changed: readonly string[];
  /** Attributes that had a value and get one known only after apply; sorted. */
  readonly unknown: readonly string[];
}

type Step = string | number;

/**
 * Compares `before` and `after`. What is known only after apply is no difference in itself: computed
 * attributes are unknown in every update. Lists of different length differ as a whole.
 */
export function changedPaths({ before, after, after_unknown }: Change): ChangedPaths {
  const changed: string[] = [];
  const unknown: string[] = [];

  const compare = (path: readonly Step[], was: Json, becomes: Json, isUnknown: Json): void => {
    if (isUnknown === true) {
      if (!isUnset(was)) unknown.push(formatPath(path));
    } else if (Array.isArray(was) && Array.isArray(becomes) && was.length === becomes.length) {
      for (const [i, item] of was.entries()) compare([...path, i], item, becomes[i], child(isUnknown, i));
    } else if (isObject(was) && isObject(becomes)) {
      for (const key of new Set([...Object.keys(was), ...Object.keys(becomes)])) {
        compare([...path, key], was[key] ?? null, becomes[key] ?? null, child(isUnknown, key));
      }
    } else if (was !== becomes && !(isUnset(was) && isUnset(becomes))) {
      changed.push(formatPath(path));
    }
  };

  compare([], before, after, after_unknown);
  return { changed: changed.sort(), unknown: unknown.sort() };
}

/** `["tags", "k8s.io/x"]` becomes `tags["k8s.io/x"]`, as one writes it in HCL. */
export function formatPath(path: readonly Step[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!/^[A-Za-z_][\w-]*$/.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

function child(value: Json, key: Step): Json {
  if (value === null || typeof value !== 'object') return null;
  return (value as Readonly<Record<Step, Json>>)[key] ?? null;
}

/**
 * The provider's SDK cannot tell an unset attribute from its zero value, writes now one and now the
 * other, and acts on neither. `true` to `false` is a change all the same.
 */
function isUnset(value: Json): boolean {
  if (value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function isObject(value: Json): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
