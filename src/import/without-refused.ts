import { type Diagnostic, isSpan } from '../compiler/diagnostic.ts';
import type { Building } from './build/building.ts';
import type { SpecTree } from './build/spec-tree.ts';
import type { Note } from './note.ts';

/** Parts of an item that may stay outside of the spec without it, and how many keys lead to one. */
const PARTS: ReadonlyMap<string, number> = new Map([
  ['readReplicas', 4],
  ['parameters', 3],
]);

/** What a rule refuses cannot be in a spec that validates; it stays as it is, and a note says why. */
export function withoutRefused(
  start: SpecTree,
  { notes, subjects }: Pick<Building, 'notes' | 'subjects'>,
  look: (tree: SpecTree) => readonly Diagnostic[],
): SpecTree {
  let tree = start;
  for (;;) {
    const errors = look(tree).filter(({ severity }) => severity === 'error');
    const next = withOtherNodes(tree, errors, notes) ?? withoutItems(tree, errors, notes, subjects);
    if (next === tree) return tree;
    tree = next;
  }
}

/** Pods that do not fit run all the same: on nodes that the spec does not know. */
function withOtherNodes(tree: SpecTree, errors: readonly Diagnostic[], notes: Note[]): SpecTree | undefined {
  const [error] = errors.filter(({ code }) => code.startsWith('capacity/'));
  const foundation = tree.get('foundation');
  if (!error || !(foundation instanceof Map) || foundation.has('otherNodes')) return undefined;
  const text = `with the nodes of the spec alone, ${error.message} (${error.code})`;
  notes.push({ kind: 'told', subject: 'foundation.otherNodes: true', text });
  return new Map(tree).set('foundation', new Map(foundation).set('otherNodes', true));
}

function withoutItems(
  start: SpecTree,
  errors: readonly Diagnostic[],
  notes: Note[],
  subjects: ReadonlyMap<string, string>,
): SpecTree {
  let tree = start;
  for (const error of errors) {
    const item = itemOf(error);
    const rest = item && withoutItem(tree, item);
    if (!item || !rest) continue;
    tree = rest;
    const text = `elastiform refuses it: ${error.message} (${error.code})`;
    const subject = subjects.get(item.join('.')) ?? item.join('.');
    // What would have become of it no longer counts.
    const kept = notes.filter((note) => note.subject !== subject);
    notes.splice(0, notes.length, ...kept, { kind: 'not-imported', subject, text });
  }
  return tree;
}

function itemOf({ at }: Diagnostic): readonly string[] | undefined {
  if (!at || isSpan(at)) return undefined;
  const { path } = at;
  const [kind = '', , part = ''] = path;
  if (path.length < 2 || !ITEMS.has(kind)) return undefined;
  return path.slice(0, PARTS.get(part) ?? 2);
}

const ITEMS = new Set(['autoScalingGroups', 'nodeGroups', 'workloads', 'databases', 'caches']);

function withoutItem(tree: SpecTree, path: readonly string[]): SpecTree | undefined {
  const [key = '', ...rest] = path;
  const value = tree.get(key);
  if (value === undefined) return undefined;
  const copy = new Map(tree);
  if (rest.length === 0) copy.delete(key);
  else {
    const child = value instanceof Map ? withoutItem(value, rest) : undefined;
    if (!child) return undefined;
    if (child.size > 0) copy.set(key, child);
    else copy.delete(key);
  }
  return copy;
}
