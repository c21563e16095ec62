import type { ChangedItem, ChangeLine } from './changed-item.ts';
import type { LeafChange } from './leaf-changes.ts';

/**
 * The difference of two environments that exist beside each other: nothing is lost or shrinks, and names that only
 * follow from that of the environment are no difference.
 */
export function asContrast(
  items: readonly ChangedItem[],
  left: string,
  right: string,
): readonly ChangedItem[] {
  return items.flatMap(({ danger: _, ...item }) => {
    if (item.path[0] === 'environment') return [];
    const lines = item.lines
      .filter(
        ({ changes }) => changes.length === 0 || !changes.every((change) => isNamed(change, left, right)),
      )
      .map(({ text, changes }): ChangeLine => ({ text, changes }));
    if (item.kind !== 'added' && item.kind !== 'removed')
      return lines.length === 0 ? [] : [{ ...item, lines }];
    const where = `only in ${item.kind === 'added' ? right : left}`;
    const said = lines.map(({ text }) => text).join('; ');
    const line = {
      text: said === '' ? where : `${where}: ${said}`,
      changes: lines.flatMap(({ changes }) => changes),
    };
    return [{ path: item.path, kind: 'changed' as const, lines: [line] }];
  });
}

function isNamed({ before, after }: LeafChange, left: string, right: string): boolean {
  const isDerived = [before, after].every((side) => side?.cell?.origin.kind === 'derived');
  return isDerived && before?.text.replaceAll(left, right) === after?.text;
}
