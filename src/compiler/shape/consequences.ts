import { nearWords } from '../../util/did-you-mean.ts';
import type { Field, MapForm } from '../language/field.ts';
import type { SourceNode } from '../source-tree.ts';
import { pathKey, type SpecPath } from '../spec-path.ts';
import { kindsOfItem } from './misplaced-items.ts';
import type { MissingNames } from './missing-names.ts';
import type { PlaceProblems } from './place-problems.ts';
import { repairText } from './repair.ts';
import { childField, type Subject } from './subject.ts';

/** What follows from a mistake that is told already, so that one mistake gives one finding. */
export interface Consequences {
  /** Whether what a place lacks was written under a misspelt name, here or above. */
  isWrittenElsewhere(subject: Subject): boolean;
  /** The empty value before each key that lost its indentation; nothing else is said about the value. */
  readonly outdented: ReadonlyMap<SourceNode, Outdented>;
  readonly explainedEmpty: ReadonlySet<SourceNode>;
}

/** A key that stands beside the empty one that it belongs below. */
export interface Outdented {
  readonly key: string;
  readonly below: string;
}

/** Nobody misspells so many; more would only cost time. */
const MOST_COMPARED = 1000;
const MOST_ITEMS = 100;

/** @param file of the environment itself, which completes what its parents say */
export function consequencesOf(
  problems: readonly PlaceProblems[],
  language: Field,
  nameless: MissingNames,
  file: string,
): Consequences {
  const written = new Set<string>();
  const outdented = new Map<SourceNode, Outdented>();
  const explainedEmpty = new Set<SourceNode>();
  let compared = 0;
  for (const place of problems) {
    compared += place.unknown.size + place.badNames.size;
    if (compared > MOST_COMPARED) break;
    for (const path of meantPaths(place)) written.add(pathKey(path));
    const { subject } = place;
    for (const kind of kindsOfItem(language, place)) {
      written.add(pathKey([kind, subject.part]));
      // The line with the kind was indented, and now looks like an item without anything.
      const indented = entriesOf(subject.parent!)?.get(kind)?.value;
      if (indented && isEmpty(indented)) explainedEmpty.add(indented);
    }
    const found = findOutdented(place);
    if (found) {
      outdented.set(place.subject.node, found.outdented);
      explainedEmpty.add(found.empty);
    }
    for (const empty of emptied(place)) explainedEmpty.add(empty);
    for (const key of place.badNames) {
      const value = entriesOf(place.subject)?.get(key)?.value;
      if (value && (isEmpty(value) || isPathInParts(place, value))) explainedEmpty.add(value);
    }
  }
  for (const path of misspeltItems(problems, file)) written.add(pathKey(path));
  for (const { subject } of nameless.values()) written.add(pathKey(subject.path));
  return {
    isWrittenElsewhere: ({ path }) =>
      written.size > 0 &&
      [...path.keys(), path.length].some((length) => written.has(pathKey(path.slice(0, length)))),
    outdented,
    explainedEmpty,
  };
}

/** The paths that the misspelt keys and names of a map were meant to be. */
function meantPaths({ subject, unknown, badNames }: PlaceProblems): readonly SpecPath[] {
  const { form } = subject.field;
  if (unknown.size === 0 && badNames.size === 0) return [];
  const { path } = subject;
  if (form.kind === 'map') {
    const { keyPattern, maxKeyLength } = form as MapForm;
    return [...badNames].flatMap((name) => {
      const repaired = repairText(name, keyPattern, maxKeyLength);
      if (repaired === undefined) return [];
      // Only together they have everything that an item needs.
      return entriesOf(subject)?.has(repaired)
        ? [
            [...path, repaired],
            [...path, name],
          ]
        : [[...path, repaired]];
    });
  }
  if (form.kind !== 'section') return [];
  const near = [...unknown].flatMap((key) => nearWords(key, Object.keys(form.fields)));
  // Without its parent a spec lacks much of what the parent says.
  return near.map(({ word }) => (path.length === 0 && word === 'extends' ? [] : [...path, word]));
}

/** Items of a parent file that lack something, beside an incomplete item of this file with nearly their name. */
function misspeltItems(problems: readonly PlaceProblems[], file: string): readonly SpecPath[] {
  const incomplete = new Map<Subject, Subject[]>();
  let compared = 0;
  for (const { subject, missing } of problems) {
    if (missing.size === 0 || subject.parent?.field.form.kind !== 'map') continue;
    compared += 1;
    if (compared > MOST_ITEMS) break;
    incomplete.set(subject.parent, [...(incomplete.get(subject.parent) ?? []), subject]);
  }
  return [...incomplete.values()].flatMap((items) =>
    items.flatMap((item) => {
      if (item.entry?.keySpan.file !== file) return [];
      const others = items.filter(({ entry }) => entry?.keySpan.file !== file);
      const names = nearWords(
        item.part,
        others.map(({ part }) => part),
      ).map(({ word }) => word);
      return others.filter(({ part }) => names.includes(part)).map(({ path }) => path);
    }),
  );
}

/** An unknown key with a map below it, directly behind a key that is empty and should have a map. */
function findOutdented({
  subject,
  unknown,
}: PlaceProblems): { readonly outdented: Outdented; readonly empty: SourceNode } | undefined {
  const entries = entriesOf(subject);
  if (!entries || unknown.size === 0 || subject.field.form.kind !== 'section') return undefined;
  let previous: { readonly key: string; readonly value: SourceNode } | undefined;
  for (const { key, value } of entries.values()) {
    if (unknown.has(key) && previous && value.kind === 'map' && isEmpty(previous.value)) {
      const kind = childField(subject.field, previous.key)?.form.kind;
      if (kind === 'map' || kind === 'section')
        return { outdented: { key, below: previous.key }, empty: previous.value };
    }
    previous = { key, value };
  }
  return undefined;
}

/** Sections without anything, whose keys are among the unknown ones beside them: they lost their indentation. */
function emptied({ subject, unknown }: PlaceProblems): readonly SourceNode[] {
  return [...(entriesOf(subject) ?? [])].flatMap(([name, { value }]) => {
    const section = isEmpty(value) ? childField(subject.field, name) : undefined;
    const form = section?.form;
    const isAmongThem =
      form?.kind === 'section' && [...unknown].some((key) => Object.hasOwn(form.fields, key));
    return isAmongThem ? [value] : [];
  });
}

/** `floors: {workloads: {api: 2}}` for `floors: {workloads.api: 2}`: the name is the mistake, and not its value. */
function isPathInParts({ subject: { field } }: PlaceProblems, value: SourceNode): boolean {
  const item = field.form.kind === 'map' ? field.form.item.form.kind : 'map';
  return value.kind === 'map' && item !== 'map' && item !== 'section' && item !== 'list';
}

function entriesOf({ node }: Subject) {
  return node.kind === 'map' ? node.entries : undefined;
}

export function isEmpty(node: SourceNode): boolean {
  return node.kind === 'scalar' && node.value === null && node.source === '';
}
