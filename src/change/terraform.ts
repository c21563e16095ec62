import { LEDGER_FILE, readLedger } from '../compiler/ledger/ledger.ts';
import { compareText } from '../util/compare.ts';
import type { DifferenceLine, DifferentItem } from './difference.ts';
import { changeText } from './short-text.ts';

/** The files of an environment as Terraform JSON, by path. */
export type JsonTree = ReadonlyMap<string, string>;

/** Blocks that differ, by address, with their attributes. Comments are no difference. */
export function terraformItems(before: JsonTree, after: JsonTree): readonly DifferentItem[] {
  const [was, is] = [blocksOf(before), blocksOf(after)];
  const moves = movesOf(is);
  const addresses = [...new Set([...was.keys(), ...is.keys()])].sort(compareText);
  const sources = new Set(
    [...moves].flatMap(([to, from]) => (was.has(from) && !is.has(from) && is.has(to) ? [from] : [])),
  );
  const held = addressesWithData(before);
  return addresses.flatMap((address) => {
    if (sources.has(address)) return [];
    const previous = moves.get(address);
    const isMoved = previous !== undefined && sources.has(previous) && !was.has(address);
    const [old, now] = [was.get(isMoved ? previous : address), is.get(address)];
    return itemOf(address, isMoved ? previous : undefined, old, now, held.has(address));
  });
}

interface Block {
  readonly file: string;
  /** Values as JSON, by path: `lifecycle.ignore_changes`. */
  readonly attributes: ReadonlyMap<string, string>;
}

function itemOf(
  address: string,
  previous: string | undefined,
  old: Block | undefined,
  now: Block | undefined,
  holdsData: boolean,
): readonly DifferentItem[] {
  const file = (now ?? old)?.file ?? '';
  const paths = [...new Set([...(now?.attributes.keys() ?? []), ...(old?.attributes.keys() ?? [])])];
  const changed = paths.filter((path) => old?.attributes.get(path) !== now?.attributes.get(path));
  if (old && now) {
    const lines = changed.map((path) =>
      lineOf(path, old.attributes.get(path), now.attributes.get(path), file),
    );
    if (previous !== undefined) return [{ name: address, kind: 'renamed', previous, lines }];
    return lines.length === 0 ? [] : [{ name: address, kind: 'changed', lines }];
  }
  const lines = [
    {
      text: `${paths.length} attribute${paths.length === 1 ? '' : 's'}`,
      values: [{ path: address, place: file }],
    },
  ];
  if (now) return [{ name: address, kind: 'added', lines }];
  return [{ name: address, kind: 'removed', ...(holdsData ? { danger: 'it holds data' } : {}), lines }];
}

function lineOf(
  path: string,
  before: string | undefined,
  after: string | undefined,
  file: string,
): DifferenceLine {
  const value = {
    path,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    place: file,
  };
  return { text: `${path} ${changeText(before, after)}`, values: [value] };
}

function addressesWithData(tree: JsonTree): ReadonlySet<string> {
  const ledger = readLedger(tree.get(LEDGER_FILE) ?? '');
  return new Set([...(ledger?.values() ?? [])].flatMap(({ addresses }) => addresses));
}

/** Where each block came from, by its new address. */
function movesOf(blocks: ReadonlyMap<string, Block>): ReadonlyMap<string, string> {
  const moves = new Map<string, string>();
  for (const [, { attributes }] of blocks) {
    const [from, to] = [attributes.get('from'), attributes.get('to')];
    if (from !== undefined && to !== undefined) moves.set(to, from);
  }
  return moves;
}

function blocksOf(tree: JsonTree): ReadonlyMap<string, Block> {
  const blocks = new Map<string, Block>();
  for (const [path, text] of tree) {
    if (!path.endsWith('.tf.json')) continue;
    const root = path.includes('/') ? `${path.slice(0, path.lastIndexOf('/'))}: ` : '';
    const file = path.slice(0, -'.json'.length);
    for (const [address, value] of addressed(JSON.parse(text) as Json)) {
      const attributes = new Map<string, string>();
      flatten(value, '', attributes);
      blocks.set(`${root}${address}`, { file, attributes });
    }
  }
  return blocks;
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Blocks of a file by address: two labels for resources and data, one for outputs and the like, else none. */
function* addressed(file: Json): Generator<readonly [string, Json]> {
  for (const [type, blocks] of entries(file)) {
    if (type === 'resource' || type === 'data') {
      for (const [kind, named] of entries(blocks))
        for (const [name, value] of entries(named))
          yield [`${type === 'data' ? 'data.' : ''}${kind}.${name}`, value];
    } else if (Array.isArray(blocks)) {
      for (const value of blocks as readonly Json[]) yield [`${type}.${nameOf(value)}`, value];
    } else if (type === 'locals' || type === 'terraform') yield [type, blocks];
    else for (const [name, value] of entries(blocks)) yield [`${type}.${name}`, value];
  }
}

/** Blocks in a list have no label: what they are about tells them apart. */
function nameOf(value: Json): string {
  const about = new Map(entries(value));
  return String(about.get('to') ?? about.get('from') ?? about.get('alias') ?? '');
}

/** Keys of comments, `//`, are left out. */
function entries(value: Json): readonly (readonly [string, Json])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value as { readonly [key: string]: Json }).filter(([key]) => key !== '//');
}

function flatten(value: Json, path: string, into: Map<string, string>): void {
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.every((item) => typeof item !== 'object')) into.set(path, `[${items.join(', ')}]`);
    else for (const [index, item] of items.entries()) flatten(item, `${path}[${index}]`, into);
  } else if (typeof value === 'object' && value !== null) {
    const inner = entries(value);
    if (inner.length === 0) into.set(path, '{}');
    for (const [key, item] of inner) flatten(item, path === '' ? key : `${path}.${key}`, into);
  } else into.set(path, String(value));
}
