import type { TextEdit } from '../diagnostic.ts';
import type { SourceText } from '../load/source-text.ts';
import type { Outcome } from '../outcome.ts';
import type { SourceEntry, SourceList, SourceNode, SourceScalar } from '../source-tree.ts';
import { formatPath, type SpecPath } from '../spec-path.ts';
import { type Editable, editing, type Opened, walk } from './editable.ts';
import { insertKey, spellBlock } from './insert-key.ts';
import { before, indentStep, isFlow, lineEnding, nextLine, type RawEdit } from './layout.ts';
import { isNewList, isNewMap, type NewMap, type NewValue, nested } from './new-value.ts';
import { plainOf, plainOfNew, samePlain, withValue } from './plain.ts';
import { Refusal } from './refusal.ts';
import { type Quotes, spellFlow, spellScalar } from './spell.ts';

export interface EditOptions {
  /** The keys of the map at a path in the order of the language, for the places of new keys. */
  readonly orderOf?: (path: SpecPath) => readonly string[] | undefined;
}

/**
 * The edits that make a spec file say `value` at `path`, and the same as before everywhere else. Maps on the
 * way that are not there are made; a `null` on the way gives way to one.
 *
 * A value stays as it is spelled when it is the right one, so that setting it twice is setting it once. New
 * text takes on the style of the file: brackets or lines, quotes, indentation, line endings. Comments stay,
 * except inside of a value that is replaced as a whole.
 *
 * @param value a map is laid over a map that is there, key by key; a list replaces the list
 * @returns edits of this very text, to be applied together with `applyEdits`; none when there is nothing to do;
 *   no value when the file has mistakes, or when the place cannot be edited safely (`edit/…`)
 */
export function setValue(
  document: Editable,
  path: SpecPath,
  value: NewValue,
  options: EditOptions = {},
): Outcome<readonly TextEdit[]> {
  return editing(document, path, (opened) => ({
    edits: editsOf(opened, path, value, options),
    meant: withValue(plainOf(opened.root), path, plainOfNew(value)),
  }));
}

function editsOf(opened: Opened, path: SpecPath, value: NewValue, options: EditOptions): readonly RawEdit[] {
  const { source, root } = opened;
  const { nodes, entries, rest } = walk(root, path);
  const node = nodes.at(-1) as SourceNode;
  const entry = entries.at(-1);
  const [key, ...deeper] = rest;
  const at = path.slice(0, path.length - rest.length);
  if (key === undefined) return replace(opened, at, entry, node, value, options);
  if (node.kind === 'map') {
    const host = { source, root, map: node, entry, order: options.orderOf?.(at) };
    return insertKey(host, key, nested(deeper, value));
  }
  if (node.kind === 'scalar' && node.value === null)
    return fillNull(opened, entry, node, nested(rest, value) as NewMap);
  const what = node.kind === 'list' ? 'a list' : JSON.stringify(node.value);
  throw new Refusal(
    'edit/not-a-map',
    `${formatPath(at)} is ${what}, so it has no ${key}`,
    entry?.keySpan ?? node.span,
  );
}

function replace(
  opened: Opened,
  path: SpecPath,
  entry: SourceEntry | undefined,
  node: SourceNode,
  value: NewValue,
  options: EditOptions,
): readonly RawEdit[] {
  const { source } = opened;
  if (isNewMap(value) && node.kind === 'map' && node.entries.size > 0) {
    // One by one: each must find its own place. They stand in different lines or behind different keys.
    return Object.entries(value).flatMap(([key, inner]) => editsOf(opened, [...path, key], inner, options));
  }
  if (samePlain(plainOf(node), plainOfNew(value))) return [];
  if (isNewMap(value) && node.kind === 'scalar' && node.value === null)
    return fillNull(opened, entry, node, value);
  if (isNewList(value) && node.kind === 'list') return replaceItems(source, node, value);
  const text =
    isNewMap(value) || isNewList(value) ? spellFlow(value) : spellScalar(value, quotesOf(source, node));
  const { start, end } = node.span;
  if (node.kind === 'scalar' || isFlow(source, node)) return [write(source, start.offset, end.offset, text)];
  const from = entry ? entry.keySpan.end.offset : start.offset;
  const colon = source.text.indexOf(':', from) + 1;
  return [{ from: colon, to: end.offset, text: ` ${text}` }];
}

/** A value that is not written stands right behind its colon, where a space is due. */
function write(source: SourceText, from: number, to: number, text: string): RawEdit {
  const space = from === to && /[:,\-[{]/.test(source.text[from - 1] ?? '') ? ' ' : '';
  return { from, to, text: space + text };
}

function fillNull(
  { source, root }: Opened,
  entry: SourceEntry | undefined,
  node: SourceScalar,
  map: NewMap,
): readonly RawEdit[] {
  const { start, end } = node.span;
  const isBlock = entry && /^[\s-]*$/.test(before(source, entry.keySpan.start.offset));
  if (start.offset < end.offset || !isBlock) return [write(source, start.offset, end.offset, spellFlow(map))];
  const indent = entry.keySpan.start.column - 1 + indentStep(source, root);
  const at = nextLine(source, start.offset);
  const ending = lineEnding(source, start.offset);
  const lines = spellBlock({ source, root }, map, indent).join(ending);
  const isUnfinished = at === source.text.length && !source.text.endsWith('\n');
  return [{ from: at, to: at, text: isUnfinished ? `${ending}${lines}` : `${lines}${ending}` }];
}

function quotesOf(source: SourceText, node: SourceNode): Quotes | undefined {
  const first = source.text[node.span.start.offset];
  return node.kind === 'scalar' && node.quoted && (first === '"' || first === "'") ? first : undefined;
}

/** Item by item as far as both reach, so that comments between them stay. */
function replaceItems(
  source: SourceText,
  list: SourceList,
  values: Extract<NewValue, readonly unknown[]>,
): readonly RawEdit[] {
  const { items } = list;
  const edits = items.slice(0, values.length).flatMap((item, index): RawEdit[] => {
    const value = values[index] as (typeof values)[number];
    if (item.kind !== 'scalar')
      return [{ from: item.span.start.offset, to: item.span.end.offset, text: spellScalar(value) }];
    if (item.value === value) return [];
    return [
      {
        from: item.span.start.offset,
        to: item.span.end.offset,
        text: spellScalar(value, quotesOf(source, item)),
      },
    ];
  });
  const more = values.slice(items.length).map((value) => spellScalar(value));
  const last = items.at(-1);
  if (isFlow(source, list)) return [...edits, ...resizeFlow(source, list, values.length, more)];
  if (!last || (values.length < items.length && values.length === 0)) {
    const start = source.text.lastIndexOf('-', list.span.start.offset);
    return [{ from: start, to: list.span.end.offset, text: '[]' }];
  }
  if (more.length > 0) {
    const dash = before(source, last.span.start.offset);
    const at = source.lineEnd(last.span.end.offset);
    const ending = lineEnding(source, last.span.end.offset);
    return [...edits, { from: at, to: at, text: more.map((text) => `${ending}${dash}${text}`).join('') }];
  }
  return [
    ...edits,
    ...items.slice(values.length).map(({ span }) => removedLine(source, span.start.offset, span.end.offset)),
  ];
}

function removedLine(source: SourceText, from: number, to: number): RawEdit {
  const start = source.text.lastIndexOf('\n', from - 1) + 1;
  return { from: start, to: nextLine(source, to), text: '' };
}

function resizeFlow(
  source: SourceText,
  { items, span }: SourceList,
  length: number,
  more: readonly string[],
): readonly RawEdit[] {
  const last = items.at(-1);
  const kept = items[length - 1];
  if (more.length > 0) {
    const at = last?.span.end.offset ?? span.start.offset + 1;
    return [{ from: at, to: at, text: `${last ? ', ' : ''}${more.join(', ')}` }];
  }
  if (!last || length >= items.length) return [];
  const from = kept?.span.end.offset ?? span.start.offset + 1;
  refuseComment(source, from, last.span.end.offset);
  return [{ from, to: last.span.end.offset, text: '' }];
}

export function refuseComment(source: SourceText, from: number, to: number): void {
  const comment = /(?:^|\s)#/.exec(source.text.slice(from, to));
  if (!comment) return;
  const hash = from + comment.index + comment[0].length - 1;
  const at = source.span(hash, Math.min(to, source.lineEnd(hash)));
  throw new Refusal('edit/comment-in-the-way', 'a comment stands in what would be removed', at);
}
