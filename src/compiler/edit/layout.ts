import type { SourceText } from '../load/source-text.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../source-tree.ts';

/** A replacement by offsets of the text without byte order mark. */
export interface RawEdit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export function isFlow(source: SourceText, node: SourceNode): boolean {
  const first = source.text[node.span.start.offset];
  return node.kind !== 'scalar' && (first === '{' || first === '[');
}

/** Where an entry ends. An alias stands elsewhere in the tree, so its end is found in the text. */
export function endOf(source: SourceText, { keySpan, value }: SourceEntry): number {
  const key = keySpan.end.offset;
  if (value.span.start.offset >= key) return value.span.end.offset;
  const alias = /^\s*:\s*\*[^\s,\]}]+/.exec(source.text.slice(key, key + 2048));
  return key + (alias?.[0].length ?? 1);
}

export function lineStart(source: SourceText, offset: number): number {
  return source.text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the next line starts; the end of the text when there is none. */
export function nextLine(source: SourceText, offset: number): number {
  const feed = source.text.indexOf('\n', offset);
  return feed === -1 ? source.text.length : feed + 1;
}

/** What stands before an offset on its line. */
export function before(source: SourceText, offset: number): string {
  return source.text.slice(lineStart(source, offset), offset);
}

/** The line ending around an offset, so that a file with CRLF stays one. */
export function lineEnding(source: SourceText, offset: number): string {
  const { text } = source;
  const feed = text.indexOf('\n', offset);
  const at = feed === -1 ? text.lastIndexOf('\n', offset) : feed;
  return at > 0 && text[at - 1] === '\r' ? '\r\n' : '\n';
}

/**
 * Where the lines of a block entry end: behind the line of its last character, and behind the comments below
 * that are indented deeper than its key, for they are about what is in it.
 */
export function endOfLines(source: SourceText, entry: SourceEntry): number {
  const indent = entry.keySpan.start.column - 1;
  let end = nextLine(source, endOf(source, entry));
  for (let at = end; at < source.text.length; ) {
    const line = source.text.slice(at, source.lineEnd(at));
    const next = nextLine(source, at);
    const comment = /^( *)#/.exec(line);
    if (comment && comment[1]!.length > indent) end = next;
    else if (line.trim() !== '') break;
    at = next;
  }
  return end;
}

/** Spaces from a key to the keys below it, as the file has them. */
export function indentStep(source: SourceText, root: SourceMap): number {
  for (const { keySpan, value } of root.entries.values()) {
    if (value.kind !== 'map' || isFlow(source, value)) continue;
    const step = value.span.start.column - keySpan.start.column;
    if (step > 0) return step;
  }
  return 2;
}

/** Whether maps of scalars stand between brackets in this file, in most cases. */
export function prefersFlow(source: SourceText, root: SourceMap): boolean {
  let balance = 0;
  const visit = (node: SourceNode): void => {
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind !== 'map') return;
    const values = [...node.entries.values()].map(({ value }) => value);
    if (node !== root && isLeafMap(node)) balance += isFlow(source, node) ? 1 : -1;
    values.forEach(visit);
  };
  visit(root);
  return balance > 0;
}

/** A map that has entries, none of which is a map. */
export function isLeafMap(node: SourceNode): node is SourceMap {
  if (node.kind !== 'map' || node.entries.size === 0) return false;
  return [...node.entries.values()].every(({ value }) => value.kind !== 'map');
}
