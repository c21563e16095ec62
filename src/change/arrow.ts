import { grouped } from '../util/grouped-digits.ts';

type Figure = string | number | undefined;

/** `3 → 5`, or `3` where nothing changes; what is not there is `none`. */
export function arrow(before: Figure, after: Figure): string {
  const [was, is] = [shown(before), shown(after)];
  return was === is ? is : `${was} → ${is}`;
}

/** Numbers from ten on with at most one digit after the point, smaller ones with two. */
function shown(figure: Figure): string {
  if (typeof figure !== 'number') return figure ?? 'none';
  const unit = figure < 10 ? 100 : 10;
  const rounded = Math.round(figure * unit) / unit;
  return Number.isInteger(rounded) ? grouped(rounded) : String(rounded);
}

export function isLess(before: number | undefined, after: number | undefined): boolean {
  return before !== undefined && after !== undefined && after < before;
}
