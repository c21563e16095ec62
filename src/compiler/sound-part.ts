import { type Diagnostic, isSpan } from './diagnostic.ts';
import { frame } from './frame/frame.ts';
import type { Field } from './language/field.ts';
import type { SourceEntry, SourceMap, SpecDocument } from './source-tree.ts';
import type { SpecPath } from './spec-path.ts';

/** What is left of a spec when everything with a wrong shape is taken out. */
export interface SoundPart {
  readonly document: SpecDocument;
  /** The kinds of which there can be only one, and it was taken out: nothing can be said about them. */
  readonly without: ReadonlySet<string>;
  /** The kinds that are not all there. */
  readonly incomplete: ReadonlySet<string>;
}

/**
 * Takes out the items that have a wrong shape, so that rules can look at the others in the same run: whoever made
 * five mistakes wants to see five, not the first kind of them.
 *
 * @param found by the shape phase
 * @returns undefined when what is wrong concerns the whole environment, so that nothing else can be judged
 */
export function soundPart(
  language: Field,
  document: SpecDocument,
  found: readonly Diagnostic[],
): SoundPart | undefined {
  const entries = new Map(document.root.entries);
  const without = new Set<string>();
  const incomplete = new Set<string>();
  for (const { severity, at } of found) {
    if (severity !== 'error') continue;
    if (!at || isSpan(at)) return undefined;
    const key = takeOut(language, entries, at.path);
    if (key === undefined) return undefined;
    incomplete.add(key);
    if (!entries.has(key)) without.add(key);
  }
  return { document: { ...document, root: { ...document.root, entries } }, without, incomplete };
}

/** @returns the key of the spec that has changed; nothing when it cannot be spared */
function takeOut(
  { form }: Field,
  entries: Map<string, SourceEntry>,
  [key, item]: SpecPath,
): string | undefined {
  if (form.kind !== 'section' || key === undefined || Object.hasOwn(frame, key)) return undefined;
  const entry = entries.get(key);
  const isMap = Object.hasOwn(form.fields, key) && form.fields[key]?.form.kind === 'map';
  if (entry && isMap && item !== undefined && entry.value.kind === 'map') {
    entries.set(key, { ...entry, value: withoutKey(entry.value, item) });
  } else entries.delete(key);
  return key;
}

function withoutKey(map: SourceMap, key: string): SourceMap {
  return { ...map, entries: new Map([...map.entries].filter(([other]) => other !== key)) };
}
