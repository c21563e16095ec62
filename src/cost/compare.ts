import { pathKey, type SpecPath } from '../compiler/spec-path.ts';
import type { Estimate } from './estimate.ts';
import { BOUNDS, type Bound, type CostItem } from './item.ts';
import { type MicroUsd, usdText } from './money.ts';

/** An item whose cost differs, or that is only there at one of the two times. */
export interface CostChange {
  readonly path: SpecPath;
  readonly before: CostItem | undefined;
  readonly after: CostItem | undefined;
}

/** Items that differ, in the order of the newer version, those that are gone last. */
export function costChanges(
  before: Pick<Estimate, 'items'> | undefined,
  after: Pick<Estimate, 'items'> | undefined,
): readonly CostChange[] {
  const old = new Map((before?.items ?? []).map((item) => [keyOf(item), item]));
  const now = new Map((after?.items ?? []).map((item) => [keyOf(item), item]));
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((key): CostChange[] => {
    const [was, is] = [old.get(key), now.get(key)];
    const path = (is ?? was)!.path;
    return was && is && isSame(was, is) ? [] : [{ path, before: was, after: is }];
  });
}

/** Another class of a database is the same item at another price. */
function keyOf({ path, unit }: CostItem): string {
  return `${pathKey(path)} ${unit}`;
}

function isSame(a: CostItem, b: CostItem): boolean {
  return a.what === b.what && BOUNDS.every((bound) => a.amount?.[bound] === b.amount?.[bound]);
}

/** `expected 2,310.00 → 2,966.54 USD (+656.54), max …`; what has no price is said. */
export function totalChangeText(before: Estimate | undefined, after: Estimate | undefined): string {
  const sums = (['expected', 'max'] as const).map((bound) => {
    const [was, is] = [before?.totals[bound] ?? 0, after?.totals[bound] ?? 0];
    return `${bound} ${usdText(was)} → ${usdText(is)} USD (${deltaText(is - was)})`;
  });
  const missing = Math.max(before?.unknown.length ?? 0, after?.unknown.length ?? 0);
  const without =
    missing === 0 ? '' : `, without ${missing} ${missing === 1 ? 'item' : 'items'} that have no price`;
  return `${sums.join(', ')}${without}`;
}

/** `+12.50`, `-3.00`, `±0.00` */
export function deltaText(delta: MicroUsd): string {
  const text = usdText(delta);
  if (text === '0.00') return '±0.00';
  return delta > 0 ? `+${text}` : text;
}

export function changeOf({ before, after }: CostChange, bound: Bound): MicroUsd {
  return (after?.amount?.[bound] ?? 0) - (before?.amount?.[bound] ?? 0);
}
