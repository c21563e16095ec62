import { at, isObject } from './json.ts';
import type { AttributeEdit, Json } from './plan.ts';

type Step = string | number;

/**
 * What is different between `before` and `after`. What is known only after the apply counts where something was
 * set before; lists of different length differ as a whole. The provider's SDK writes an attribute that is not set
 * now as nothing and now as its zero value, and acts on neither, so that is no difference.
 *
 * @param change the `change` of a resource: before, after, after_unknown, before_sensitive, after_sensitive
 */
export function attributeEdits(change: unknown): readonly AttributeEdit[] {
  const edits: AttributeEdit[] = [];
  const compare = (
    path: readonly Step[],
    was: Json,
    becomes: Json,
    unknown: Json,
    secret: readonly Json[],
  ) => {
    const isSensitive = secret.some((mark) => mark === true);
    const edit = { path: formatAttribute(path), attribute: String(path[0] ?? ''), before: was, isSensitive };
    if (unknown === true) {
      if (!isUnset(was)) edits.push({ ...edit, after: null, isUnknown: true });
    } else if (Array.isArray(was) && Array.isArray(becomes) && was.length === becomes.length) {
      for (const [index, item] of was.entries()) {
        compare([...path, index], item, becomes[index] ?? null, at(unknown, index), below(secret, index));
      }
    } else if (isObject(was) && isObject(becomes)) {
      for (const key of new Set([...Object.keys(was), ...Object.keys(becomes)])) {
        compare([...path, key], at(was, key), at(becomes, key), at(unknown, key), below(secret, key));
      }
    } else if (!isSame(was, becomes)) {
      edits.push({ ...edit, after: becomes, isUnknown: false });
    }
  };
  const secret = [at(change, 'before_sensitive'), at(change, 'after_sensitive')];
  compare([], at(change, 'before'), at(change, 'after'), at(change, 'after_unknown'), secret);
  return edits;
}

/** `["tags", "k8s.io/x"]` is `tags["k8s.io/x"]`, as one writes it in HCL. */
export function formatAttribute(path: readonly Step[]): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else if (!/^[A-Za-z_][A-Za-z0-9_-]*$/.test(step)) text += `[${JSON.stringify(step)}]`;
    else text += text === '' ? step : `.${step}`;
  }
  return text;
}

/** A mark of sensitivity holds for everything below it. */
function below(marks: readonly Json[], step: Step): readonly Json[] {
  return marks.map((mark) => mark === true || at(mark, step));
}

function isSame(was: Json, becomes: Json): boolean {
  return (
    was === becomes || (isUnset(was) && isUnset(becomes)) || JSON.stringify(was) === JSON.stringify(becomes)
  );
}

export function isUnset(value: Json): boolean {
  if (value === null || value === '' || value === 0 || value === false) return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}
