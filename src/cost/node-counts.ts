import { amountText, type Bounds } from './item.ts';
import type { Range, Stretch } from './weekly-nodes.ts';

const MINUTES_PER_WEEK = 10_080;

/** Least, mean and greatest number of those nodes that `of` picks of a number of nodes. */
export function countsOf(
  { range, week }: { readonly range: Range; readonly week: readonly Stretch[] },
  of: (nodes: number) => number,
): Bounds {
  const minutes = week.reduce((sum, stretch) => sum + of(stretch.nodes) * stretch.minutes, 0);
  const mean = minutes / MINUTES_PER_WEEK;
  return { min: of(range.least), expected: mean, max: of(range.most) };
}

/** `3.67 nodes`, and that they are 4 for 112 of 168 hours. */
export function countText(
  week: readonly Stretch[],
  of: (nodes: number) => number,
): { readonly text: string; readonly because: readonly string[] } {
  const minutesOf = new Map<number, number>();
  for (const { nodes, minutes } of week) minutesOf.set(of(nodes), (minutesOf.get(of(nodes)) ?? 0) + minutes);
  const parts = [...minutesOf].map(([nodes, minutes]) => ({ nodes, hours: minutes / 60 }));
  const mean = parts.reduce((sum, { nodes, hours }) => sum + nodes * hours, 0) / 168;
  const text = `${amountText(mean)} ${mean === 1 ? 'node' : 'nodes'}`;
  if (parts.length === 1) return { text, because: [] };
  const sum = parts.map(({ nodes, hours }) => `${nodes} × ${amountText(hours)} h`).join(' + ');
  return { text, because: [`nodes of a week: (${sum}) ÷ 168 h = ${amountText(mean)}`] };
}
