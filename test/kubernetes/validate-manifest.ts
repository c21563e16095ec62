import type { JsonObject } from './json.ts';
import { unreadKeys } from './unread-keys.ts';
import { VALIDATORS } from './validators.ts';

export interface Finding {
  /** `spec.template.spec.containers[0].image`; empty for the object as a whole. */
  readonly path: string;
  readonly message: string;
}

/**
 * Holds an object to the OpenAPI schema of its kind, of Kubernetes 1.33, and refuses fields that the schema does
 * not name, as `kubectl --validate=strict` does.
 *
 * What the schema does not say is not checked here: the forms of names, and how fields depend on each other;
 * see `api-rules.ts`.
 */
export function validateManifest(manifest: JsonObject): Finding[] {
  const kind = `${manifest['apiVersion']}/${manifest['kind']}`;
  const validate = VALIDATORS.get(kind);
  if (!validate) return [{ path: '', message: `there is no schema for ${kind}` }];
  let findings: Finding[] = [];
  const unknown = unreadKeys(manifest, (value) => {
    findings = findingsOf(value, validate);
  });
  return [
    ...findings,
    ...unknown
      .filter((path) => !MISSING_IN_PACKAGE.has(`${kind}:${path}`))
      .map((path) => ({ path, message: 'is an unknown field' })),
  ];
}

/**
 * What the API has and the package has not: its generator takes a field of this name for the text that describes
 * the schema. Nothing holds its type; in the provider's schema it is a string.
 */
const MISSING_IN_PACKAGE: ReadonlySet<string> = new Set(['scheduling.k8s.io/v1/PriorityClass:description']);

function findingsOf(value: object, validate: (value: object) => void): Finding[] {
  try {
    validate(value);
    return [];
  } catch (error) {
    if (!hasErrors(error)) throw error;
    return withoutBranches(error.errors).map(({ instancePath, message, params }) => ({
      path: dotted(instancePath),
      message: params.allowedValues ? `is none of ${params.allowedValues.join(', ')}` : message,
    }));
  }
}

/** The part that we use of ajv's ValidationError, of a copy of ajv that need not be ours. */
interface ValidationError {
  readonly errors: readonly {
    readonly instancePath: string;
    readonly keyword: string;
    readonly message: string;
    readonly params: { readonly allowedValues?: readonly unknown[] };
  }[];
}

/** A quantity is a number or a text of some form. Of text in a wrong form ajv says that it is no number, too. */
function withoutBranches(errors: ValidationError['errors']): ValidationError['errors'] {
  const malformed = new Set(
    errors.filter(({ keyword }) => keyword === 'format').map(({ instancePath }) => instancePath),
  );
  return errors.filter(
    ({ instancePath, keyword }) =>
      keyword !== 'oneOf' && !(keyword === 'type' && malformed.has(instancePath)),
  );
}

function hasErrors(error: unknown): error is ValidationError {
  return typeof error === 'object' && error !== null && 'errors' in error && Array.isArray(error.errors);
}

/** From a JSON Pointer. */
function dotted(pointer: string): string {
  const keys = pointer
    .split('/')
    .slice(1)
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  return keys.map((key, index) => (/^\d+$/.test(key) ? `[${key}]` : index === 0 ? key : `.${key}`)).join('');
}
