import type { Attributes, Json, PlannedChange } from '../plan/plan.ts';
import { isVirtual } from '../plan/virtual-attributes.ts';
import type { ReviewedEnvironment } from './environment.ts';

/** Meta-arguments: Terraform's business, which no plan shows. */
const META: ReadonlySet<string> = new Set(['count', 'depends_on', 'for_each', 'lifecycle', 'provider', '//']);

/**
 * Attributes whose planned value is not what the Terraform of the spec says: somebody has edited the output, or made
 * it from another spec. Nothing is said of values that only the apply knows, of references, and of what others own;
 * nor of Kubernetes, whose provider plans a quantity as the API wrote it (`1` for `1000m`).
 *
 * @returns names, sorted
 */
export function unlikeSpec(
  change: PlannedChange,
  environment: ReviewedEnvironment | undefined,
): readonly string[] {
  const { address, action, type } = change;
  const said = environment?.said.get(address);
  if (
    !said ||
    !type.startsWith('aws_') ||
    (action !== 'create' && action !== 'update' && action !== 'replace')
  )
    return [];
  const owned = environment?.owned.get(address) ?? [];
  const differs = (attribute: string) =>
    Object.hasOwn(said, attribute)
      ? !isLike(said[attribute] ?? null, change.after[attribute] ?? null)
      : isAdded(attribute, change);
  const attributes = new Set([...Object.keys(said), ...change.edits.map(({ attribute }) => attribute)]);
  return [...attributes]
    .filter((attribute) => isCompared(attribute, change) && !owned.some((path) => isWithin(path, attribute)))
    .filter((attribute) => differs(attribute) && !hasGrown(attribute, said, change))
    .sort();
}

/** What the spec does not say and changes all the same, to something: what it no longer says changes to nothing. */
function isAdded(attribute: string, { edits }: PlannedChange): boolean {
  return edits.some((edit) => edit.attribute === attribute && !edit.isUnknown && !isEmpty(edit.after));
}

function isCompared(attribute: string, { unknown, secret }: PlannedChange): boolean {
  return (
    !META.has(attribute) && !isVirtual({ attribute }) && !unknown.has(attribute) && !secret.has(attribute)
  );
}

function isWithin(path: string, attribute: string): boolean {
  return path === attribute || path.startsWith(`${attribute}[`) || path.startsWith(`${attribute}.`);
}

/** RDS storage autoscaling: the provider plans the size that it found. */
function hasGrown(attribute: string, said: Attributes, { type, after }: PlannedChange): boolean {
  if (type !== 'aws_db_instance' || attribute !== 'allocated_storage') return false;
  return (
    Number(after['max_allocated_storage'] ?? 0) > 0 && Number(after[attribute]) > Number(said[attribute])
  );
}

/** The same but for what a provider makes of it: letter case, numbers as text, sets in another order. */
function isLike(said: Json, planned: Json): boolean {
  if (isLive(said)) return true;
  if (Array.isArray(said)) return isLikeList(said, planned);
  if (typeof said === 'object' && said !== null) {
    // A single block is a list of one in a plan.
    const whole = Array.isArray(planned) && planned.length === 1 ? (planned[0] as Json) : planned;
    if (typeof whole !== 'object' || whole === null || Array.isArray(whole)) return isEmpty(said);
    return Object.entries(said).every(([key, value]) => isLike(value, (whole as Attributes)[key] ?? null));
  }
  if (said === null || said === '' || said === 0 || said === false) return isEmpty(planned);
  return isLikeScalar(unescaped(String(said)), planned);
}

function isLikeList(said: readonly Json[], planned: Json): boolean {
  const list = Array.isArray(planned) ? planned : planned === null ? [] : [planned];
  if (said.some(isLive)) return true;
  return list.length === said.length && said.every((item) => list.some((each) => isLike(item, each)));
}

function isLikeScalar(said: string, planned: Json): boolean {
  if (planned === null || typeof planned === 'object') return false;
  const is = String(planned);
  // Policies and dashboards: providers write JSON in their own way.
  if (/^\s*[{[]/.test(said)) return true;
  return is.toLowerCase() === said.toLowerCase() || is.startsWith(`${said}.`);
}

/** It has a reference, so that only Terraform knows it. */
function isLive(value: Json): boolean {
  if (typeof value === 'string') return /(?:^|[^$])\$\{|(?:^|[^%])%\{/.test(value);
  return Array.isArray(value) && value.some(isLive);
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '' || value === 0 || value === false || value === '0' || value === 'false')
    return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

function unescaped(text: string): string {
  return text.replaceAll('$${', '${').replaceAll('%%{', '%{');
}
