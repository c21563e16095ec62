import type { SourceMap, SourceNode, SourceScalar } from '../compiler/source-tree.ts';
import type { Span } from '../compiler/span.ts';
import { formatPath, type SpecPath } from '../compiler/spec-path.ts';
import type { DifferenceLine, DifferentItem } from './difference.ts';
import { changeText, shortText } from './short-text.ts';

/** What people wrote differently, key by key in the order of the newer text. Comments and the order of keys are no difference. */
export function writtenItems(
  before: SourceMap | undefined,
  after: SourceMap | undefined,
  base: string,
): readonly DifferentItem[] {
  const found: Written[] = [];
  compare([], before, after, found);
  return found.map(({ path, was, is }) => {
    const kind = !was ? 'added' : is ? 'changed' : 'removed';
    return { name: formatPath(path), kind, lines: [lineOf({ path, was, is }, base)] };
  });
}

interface Written {
  readonly path: SpecPath;
  readonly was: SourceNode | undefined;
  readonly is: SourceNode | undefined;
}

function compare(
  path: SpecPath,
  was: SourceNode | undefined,
  is: SourceNode | undefined,
  into: Written[],
): void {
  if (was?.kind === 'map' && is?.kind === 'map') {
    for (const key of new Set([...is.entries.keys(), ...was.entries.keys()]))
      compare([...path, key], was.entries.get(key)?.value, is.entries.get(key)?.value, into);
  } else if (identity(was) !== identity(is)) into.push({ path, was, is });
}

function identity(node: SourceNode | undefined): string | undefined {
  return node && JSON.stringify(plain(node));
}

/** Keys sorted, because their order means nothing. */
function plain(node: SourceNode): unknown {
  if (node.kind === 'scalar') return typeof node.value === 'string' ? node.value : [node.source];
  if (node.kind === 'list') return { list: node.items.map(plain) };
  return {
    map: [...node.entries]
      .map(([key, { value }]) => [key, plain(value)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

function lineOf({ path, was, is }: Written, base: string): DifferenceLine {
  const [before, after] = [was && textOf(was), is && textOf(is)];
  const place = is ? placeOf(is.span) : was ? `${placeOf(was.span)} at ${base}` : '';
  const value = {
    path: formatPath(path),
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    place,
  };
  // An item of its own says by itself that it is new or gone.
  const text = was && is ? changeText(before, after) : shortText(after ?? before ?? '');
  return { text, values: [value] };
}

function textOf(node: SourceNode): string {
  if (node.kind === 'scalar') return scalarText(node);
  if (node.kind === 'list') return `[${node.items.map(textOf).join(', ')}]`;
  return `{${[...node.entries].map(([key, { value }]) => `${key}: ${textOf(value)}`).join(', ')}}`;
}

/** With quotes where the same characters without them would be something else. */
function scalarText({ value, source, quoted }: SourceScalar): string {
  const isOther = quoted && /^(?:[-+.0-9]|true$|false$|null$|~$|$)/i.test(String(value));
  if (isOther) return JSON.stringify(value);
  return quoted ? String(value) : source || 'null';
}

function placeOf({ file, start }: Span): string {
  return `${file}:${start.line}`;
}
