import { Document, isScalar, isSeq, type YAMLMap } from 'yaml';
import { formatPath } from '../spec-path.ts';
import type { Cell, GroupCell, LeafCell } from './cell.ts';
import { describeOrigin, originJson } from './describe-origin.ts';

/** Keys that a resolved spec no longer needs: its parents are merged into it. */
const DROPPED = new Set(['extends']);

/**
 * The effective spec as YAML, itself a valid spec that stands alone.
 *
 * @param provenance writes the origin of each value as a comment behind it
 */
export function resolvedYaml(root: GroupCell, provenance: boolean): string {
  const document = new Document(plain(root), { version: '1.2', aliasDuplicateObjects: false });
  if (provenance) comment(document.contents as YAMLMap, root);
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

/** One entry for each leaf, in the order of the spec. */
export function resolvedJson(root: GroupCell): string {
  const values = leaves(root).map(({ path, written, origin }) => ({
    path: formatPath(path),
    value: written,
    origin: originJson(origin),
  }));
  return `${JSON.stringify({ formatVersion: '1.0', values }, null, 2)}\n`;
}

function leaves(cell: Cell): readonly LeafCell[] {
  if (cell.kind === 'leaf') return [cell];
  return entriesOf(cell).flatMap(([, child]) => leaves(child));
}

function plain(cell: Cell): unknown {
  if (cell.kind === 'leaf') return cell.written;
  const entries = entriesOf(cell).map(([key, child]) => [key, plain(child)] as const);
  if (cell.kind === 'list') return entries.map(([, value]) => value);
  // A section in which nothing is set would come back as "empty".
  return new Map(entries);
}

function comment(node: YAMLMap | unknown, cell: Cell): void {
  if (cell.kind === 'leaf') return;
  for (const [key, child] of entriesOf(cell)) {
    const value = (node as YAMLMap).get(cell.kind === 'list' ? Number(key) : key, true) as unknown;
    if (child.kind !== 'leaf') comment(value, child);
    else if (isScalar(value)) value.comment = ` ${describeOrigin(child.origin)}`;
    else if (isSeq(value)) {
      value.flow = true;
      value.comment = ` ${describeOrigin(child.origin)}`;
    }
  }
}

function entriesOf(cell: GroupCell): readonly (readonly [string, Cell])[] {
  return [...cell.entries].filter(([key]) => cell.path.length > 0 || !DROPPED.has(key));
}
