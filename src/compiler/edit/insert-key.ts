import type { SourceText } from '../load/source-text.ts';
import type { SourceEntry, SourceMap } from '../source-tree.ts';
import {
  before,
  endOf,
  endOfLines,
  indentStep,
  isFlow,
  isLeafMap,
  lineEnding,
  lineStart,
  nextLine,
  prefersFlow,
  type RawEdit,
} from './layout.ts';
import { isNewMap, type NewMap, type NewValue } from './new-value.ts';
import { spellFlow, spellKey } from './spell.ts';

/** The map that gets a new key. */
export interface Host {
  readonly source: SourceText;
  readonly root: SourceMap;
  readonly map: SourceMap;
  /** The key that the map is the value of; absent for the root. */
  readonly entry?: SourceEntry | undefined;
  /** The keys of the map in the order of the language, if it says one. */
  readonly order?: readonly string[] | undefined;
}

/**
 * Adds a key where a person would: behind the keys that the language names before it, in the style of its
 * neighbours.
 */
export function insertKey(host: Host, key: string, value: NewValue): readonly RawEdit[] {
  const { source, map } = host;
  if (isFlow(source, map)) return insertIntoFlow(host, `${spellKey(key)}: ${spellFlow(value)}`, key);
  return insertIntoBlock(host, key, value);
}

/** The lines of a block map, without an ending behind the last one. */
export function spellBlock(
  host: Pick<Host, 'source' | 'root'>,
  map: NewMap,
  indent: number,
): readonly string[] {
  const { source, root } = host;
  const flow = prefersFlow(source, root);
  return Object.entries(map).flatMap(([key, value]) =>
    blockLines(key, value, indent, indentStep(source, root), flow),
  );
}

function blockLines(
  key: string,
  value: NewValue,
  indent: number,
  step: number,
  flow: boolean,
): readonly string[] {
  const start = `${' '.repeat(indent)}${spellKey(key)}:`;
  if (!isNewMap(value) || Object.keys(value).length === 0) return [`${start} ${spellFlow(value)}`];
  const isLeaf = Object.values(value).every((inner) => !isNewMap(inner));
  if (isLeaf && flow) return [`${start} ${spellFlow(value)}`];
  return [
    start,
    ...Object.entries(value).flatMap(([name, inner]) => blockLines(name, inner, indent + step, step, flow)),
  ];
}

function insertIntoBlock(host: Host, key: string, value: NewValue): readonly RawEdit[] {
  const { source, root, map } = host;
  const entries = [...map.entries.values()];
  const after = neighbourBefore(host, key) ?? firstBehindDash(source, entries);
  const indent = map.span.start.column - 1;
  const lines = blockLines(key, value, indent, indentStep(source, root), siblingsPreferFlow(host));
  const at = after ? endOfLines(source, after) : startOfBlock(host);
  const ending = lineEnding(source, at);
  const spaced = after && isNewMap(value) && isSpaced(source, entries) ? ['', ...lines] : lines;
  const isUnfinished = at === source.text.length && !source.text.endsWith('\n');
  const text = isUnfinished ? `${ending}${spaced.join(ending)}` : `${spaced.join(ending)}${ending}`;
  return [{ from: at, to: at, text }];
}

/** Below the line of the map's own key, so that a comment above the first key stays with that one. */
function startOfBlock({ source, map, entry }: Host): number {
  const [first] = map.entries.values();
  const start = first?.keySpan.start.offset ?? map.span.start.offset;
  return entry ? nextLine(source, entry.keySpan.end.offset) : lineStart(source, start);
}

/** The first key of a list item stands behind the dash; nothing can be put before it. */
function firstBehindDash(source: SourceText, [first]: readonly SourceEntry[]): SourceEntry | undefined {
  return first && before(source, first.keySpan.start.offset).trim() !== '' ? first : undefined;
}

/** The entry behind which the key belongs; none when it comes first. */
function neighbourBefore({ map, order }: Host, key: string): SourceEntry | undefined {
  const entries = [...map.entries.values()];
  const rank = order?.indexOf(key) ?? -1;
  if (!order || rank === -1) return entries.at(-1);
  return entries.findLast((entry) => order.indexOf(entry.key) < rank);
}

/** Among items, which have no order, the other ones decide; else the maps of scalars in the whole file. */
function siblingsPreferFlow({ source, root, map, order }: Host): boolean {
  if (order) return prefersFlow(source, root);
  const leaves = [...map.entries.values()].map(({ value }) => value).filter(isLeafMap);
  const flow = leaves.filter((leaf) => isFlow(source, leaf)).length;
  return leaves.length > 0 ? flow * 2 > leaves.length : prefersFlow(source, root);
}

/** Whether an empty line stands before the maps among the entries. */
function isSpaced(source: SourceText, entries: readonly SourceEntry[]): boolean {
  return entries.some(({ value, keySpan }, index) => {
    const previous = entries[index - 1];
    if (!previous || value.kind !== 'map') return false;
    return /\n[ \t]*\r?\n/.test(source.text.slice(endOf(source, previous), keySpan.start.offset));
  });
}

function insertIntoFlow(host: Host, pair: string, key: string): readonly RawEdit[] {
  const { source, map } = host;
  const entries = [...map.entries.values()];
  const [first] = entries;
  const open = map.span.start.offset + 1;
  if (!first) return [{ from: open, to: open, text: pair }];
  const after = neighbourBefore(host, key);
  if (after) return insertBehind(source, after, pair);
  const start = first.keySpan.start.offset;
  const indent = before(source, start);
  const separator = indent.trim() === '' ? `,${lineEnding(source, start)}${indent}` : ', ';
  return [{ from: start, to: start, text: `${pair}${separator}` }];
}

/** On a line of its own where the neighbour has one. */
function insertBehind(source: SourceText, neighbour: SourceEntry, pair: string): readonly RawEdit[] {
  const end = endOf(source, neighbour);
  const inline = [{ from: end, to: end, text: `, ${pair}` }];
  const indent = before(source, neighbour.keySpan.start.offset);
  if (indent.trim() !== '') return inline;
  const lineEnd = source.lineEnd(end);
  const rest = source.text.slice(end, lineEnd);
  const newLine = `${lineEnding(source, end)}${indent}${pair}`;
  if (/^\s*,\s*(?:#|$)/.test(rest)) return [{ from: lineEnd, to: lineEnd, text: `${newLine},` }];
  if (!/^\s*(?:#|$)/.test(rest)) return inline;
  return [
    { from: end, to: end, text: ',' },
    { from: lineEnd, to: lineEnd, text: newLine },
  ];
}
