/** Where a value lives in the spec: map keys and list positions from the root, as text. */
export type SpecPath = readonly string[];

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;
const INDEX = /^(?:0|[1-9][0-9]*)$/;

/**
 * The path as people write it: `databases.postgres.readReplicas.replica-1`, `instanceTypes[0]`.
 * A key with other characters is quoted: `labels["example.com/team"]`. The root is `(root)`.
 */
export function formatPath(path: SpecPath): string {
  let text = '';
  for (const part of path) {
    if (INDEX.test(part)) text += `[${part}]`;
    else if (PLAIN_KEY.test(part)) text += text === '' ? part : `.${part}`;
    else text += `[${JSON.stringify(part)}]`;
  }
  return text === '' ? '(root)' : text;
}

/** A key for maps that are keyed by path; unlike {@link formatPath} it is the same for equal paths only. */
export function pathKey(path: SpecPath): string {
  return JSON.stringify(path);
}
