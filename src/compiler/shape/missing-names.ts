import type { Field, Fields } from '../language/field.ts';
import type { SourceMap } from '../source-tree.ts';
import type { PlaceProblems } from './place-problems.ts';
import type { Subject } from './subject.ts';

/**
 * Finds maps of items that hold the keys of one item, as in `databases: {engine: postgres}`.
 *
 * @returns the first such key of each map; keyed by the node of the map
 */
export function missingNames(problems: readonly PlaceProblems[]): MissingNames {
  const found = new Map<Subject['node'], MissingName>();
  for (const { subject, isWrongType, unknown } of problems) {
    const { node, parent, part } = subject;
    if (!parent || !(isWrongType || unknown.size > 0) || found.has(parent.node)) continue;
    const fields = itemFields(parent);
    if (!fields || !Object.hasOwn(fields, part)) continue;
    // A map or nothing may well be an item that is named like a key, unless its own keys are those of the key.
    if (node.kind === 'scalar' && node.value === null) continue;
    if (node.kind === 'map' && !hasKeysOf(fields[part], node)) continue;
    found.set(parent.node, { subject: parent, key: part });
  }
  return found;
}

/** A key of an item that stands where a name should. */
interface MissingName {
  /** The map. */
  readonly subject: Subject;
  readonly key: string;
}

export type MissingNames = ReadonlyMap<Subject['node'], MissingName>;

/** Whether a key of a map is there because the name before it is missing: then nothing else is said about it. */
export function lacksName(missing: MissingNames, map: Subject, key: string): boolean {
  if (!missing.has(map.node)) return false;
  const fields = itemFields(map);
  return fields !== undefined && Object.hasOwn(fields, key);
}

/** Whether the place is, or is below, such a key. */
export function isBelowMissingName(missing: MissingNames, subject: Subject): boolean {
  if (missing.size === 0) return false;
  for (let place: Subject | undefined = subject; place?.parent; place = place.parent) {
    if (lacksName(missing, place.parent, place.part)) return true;
  }
  return false;
}

function hasKeysOf(field: Field | undefined, { entries }: SourceMap): boolean {
  if (field?.form.kind !== 'section') return false;
  const { fields } = field.form;
  return [...entries.keys()].every((key) => Object.hasOwn(fields, key));
}

function itemFields({ field: { form } }: Subject): Fields | undefined {
  return form.kind === 'map' && form.item.form.kind === 'section' ? form.item.form.fields : undefined;
}
