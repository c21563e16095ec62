import type { SourceText } from './source-text.ts';
import type { RawRepair, TextRepair } from './text-repairs.ts';

/** A tab where spaces should be: in a file that has only tabs, or on one line that fits in one column only. */
export function tabRepair(source: SourceText, from: number): TextRepair | undefined {
  const edits = onlyTabs(source.text) ?? singleLine(source, from);
  return edits && { message: 'indent with spaces', edits, isCertain: true };
}

/** A line whose indentation is off, and that fits in one column only. */
export function indentationRepair(source: SourceText, from: number): TextRepair | undefined {
  const edits = singleLine(source, from);
  return edits && { message: 'indent it like the lines beside it', edits, isCertain: true };
}

const LEVEL = '  ';

/** Each tab is one level, where every line is indented with tabs and nothing else. */
function onlyTabs(text: string): readonly RawRepair[] | undefined {
  // The lines of a text block keep tabs that are no indentation.
  if (/^ |^\t+ /m.test(text) || /[:-] *[|>]/.test(text)) return undefined;
  const edits: RawRepair[] = [];
  for (const { index, 0: tabs } of text.matchAll(/^\t+(?=[^\t\r\n])/gm)) {
    if (edits.length >= MOST_LINES) return undefined;
    edits.push({ from: index, to: index + tabs.length, text: LEVEL.repeat(tabs.length) });
  }
  return edits.length > 0 ? edits : undefined;
}

/** More lines of tabs are for an editor, whose fix would fill a screen with edits. */
const MOST_LINES = 2000;

/** A line, and the column in which it can only be meant to start; columns count from 0 here. */
interface Meant {
  readonly line: number;
  readonly column: number;
}

function singleLine(source: SourceText, offset: number): readonly RawRepair[] | undefined {
  const found = source.lineAt(offset);
  const meant = meantColumn(source, found) ?? firstOutOfLine(source, found);
  if (!meant) return undefined;
  const start = source.lineStart(meant.line);
  const [indent = ''] = /^[ \t]*/.exec(lineText(source, meant.line)) ?? [];
  return [{ from: start, to: start + indent.length, text: ' '.repeat(meant.column) }];
}

/**
 * The only column in which a line with a key and its value can stand between its neighbours. It has nothing below it,
 * so it cannot stand left of the next line; and it must stand in the column of keys that are open above.
 */
function meantColumn(source: SourceText, line: number): Meant | undefined {
  const above = neighbour(source, line, -1);
  if (above === undefined || !isPair(lineText(source, line))) return undefined;
  const below = neighbour(source, line, 1);
  const next = below === undefined ? 0 : spacesOf(source, below);
  const previous = spacesOf(source, above);
  if (next === undefined || previous === undefined) return undefined;
  if (isOpener(lineText(source, above))) return next > previous ? { line, column: next } : undefined;
  if (!isPair(lineText(source, above))) return undefined;
  const column = spacesOf(source, line);
  // Two against one: then it is the line above that is out of line.
  if (column !== undefined && (column === next || column === columnBefore(source, above))) return undefined;
  const [only, ...others] = openColumns(source, above).filter((open) => open >= next);
  if (only !== previous || !(next === previous || hasSibling(source, above, previous))) return undefined;
  // One space too many is nearer to the line above than to anything else.
  return others.length === 0 || column === previous + 1 ? { line, column: only } : undefined;
}

/** The first key of a map, where the two lines below it agree on another column. */
function firstOutOfLine(source: SourceText, line: number): Meant | undefined {
  const first = neighbour(source, line, -1);
  const below = neighbour(source, line, 1);
  const opener = first === undefined ? undefined : neighbour(source, first, -1);
  if (first === undefined || opener === undefined || below === undefined) return undefined;
  const column = spacesOf(source, line);
  const outer = spacesOf(source, opener);
  if (column === undefined || outer === undefined || column <= outer) return undefined;
  const out = spacesOf(source, first);
  // What is a level deeper may belong below the first key, whose value is the mistake.
  if (out === undefined || column > out + 1 || column !== spacesOf(source, below)) return undefined;
  const isFirst = isOpener(lineText(source, opener)) && isPair(lineText(source, first));
  return isFirst ? { line: first, column } : undefined;
}

function columnBefore(source: SourceText, line: number): number | undefined {
  const above = neighbour(source, line, -1);
  return above === undefined ? undefined : spacesOf(source, above);
}

/** Whether another key of the same map stands in the column above. */
function hasSibling(source: SourceText, line: number, column: number): boolean {
  for (let at = neighbour(source, line, -1); at !== undefined && line - at < FAR; ) {
    const other = spacesOf(source, at);
    if (other === undefined || other <= column) return other === column;
    at = neighbour(source, at, -1);
  }
  return false;
}

/** A key whose value is written below it. */
function isOpener(line: string): boolean {
  return /^ *(?:[A-Za-z_][\w./-]*|"[^"\\]*"):[ \t]*(?:#.*)?$/.test(line);
}

/** A key and a value that ends on its line. */
function isPair(line: string): boolean {
  const value = /^[ \t]*(?:[A-Za-z_][\w./-]*|"[^"\\]*"):[ \t]+([^\s|>&*!#].*)$/.exec(line)?.[1];
  if (value === undefined) return false;
  const said = value
    .replace(/"[^"\\]*"|'[^']*'/g, 'x')
    .replace(/(?:^|\s)#.*$/, '')
    .trimEnd();
  const count = (brackets: RegExp) => said.match(brackets)?.length ?? 0;
  return said !== '' && !/["',]$/.test(said) && count(/[[{]/g) === count(/[\]}]/g);
}

/** Columns of the keys that are open at a line, from the inside out. */
function openColumns(source: SourceText, line: number): readonly number[] {
  const columns: number[] = [];
  for (let at: number | undefined = line; at !== undefined; at = neighbour(source, at, -1)) {
    const column = spacesOf(source, at);
    if (column === undefined || line - at > FAR) return [];
    if (columns.length === 0 || column < (columns.at(-1) as number)) columns.push(column);
    if (column === 0) break;
  }
  return columns;
}

/** Nobody sees the connection over more lines. */
const FAR = 200;

/** The next line that says something. */
function neighbour(source: SourceText, line: number, step: 1 | -1): number | undefined {
  const last = source.lineAt(source.text.length);
  for (let at = line + step; at > 0 && at <= last && Math.abs(at - line) < FAR; at += step) {
    if (/^[ \t]*[^\s#]/.test(lineText(source, at))) return at;
  }
  return undefined;
}

/** The indentation of a line; nothing when it has tabs, or is an item of a list. */
function spacesOf(source: SourceText, line: number): number | undefined {
  const match = /^( *)(?![\t-])/.exec(lineText(source, line));
  return match?.[1]?.length;
}

function lineText(source: SourceText, line: number): string {
  const start = source.lineStart(line);
  const end = source.lineEnd(start);
  return end - start > LONGEST_LINE ? '' : source.text.slice(start, end);
}

/** Longer ones are not what somebody has indented by hand. */
const LONGEST_LINE = 1024;
