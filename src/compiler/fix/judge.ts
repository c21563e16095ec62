import type { TextEdit } from '../diagnostic.ts';
import type { Span } from '../span.ts';
import type { Found, Look } from './look.ts';
import { editsByFile, type Repair } from './repair.ts';
import { shifted } from './shifted.ts';
import { isTouched, type Touched, touchedBy } from './touched.ts';

/**
 * Why edits are no repairs: a finding that they were made for is still there, or they have brought another one.
 *
 * What is found by a phase that could not run before was there already, behind the mistake that is repaired now. But
 * in the entries that the edits have made it is of their making.
 *
 * @param before the environments without the edits, `after` the same with them
 * @param textOf the new text of a file, without byte order mark
 * @returns nothing when they are repairs
 */
export function objectionTo(
  repairs: readonly Repair[],
  before: readonly Look[],
  after: readonly Look[],
  textOf: (file: string) => string,
): string | undefined {
  const edits = editsByFile(repairs);
  const repaired = new Set(repairs.map(({ found }) => placeKey(found, moved(found.span, edits))));
  const touched = touchedBy(repairs, edits, textOf);
  for (const [index, now] of after.entries()) {
    const old = before[index] as Look;
    const known = new Set(old.found.map((found) => placeKey(found, moved(found.span, edits))));
    for (const found of now.found) {
      const place = placeKey(found, found.span?.start.offset);
      if (repaired.has(place)) return `${found.code} would be found there again`;
      if (found.severity === 'info' || !isNew(found, known.has(place), old, now, touched)) continue;
      return `${found.code} would be found${found.span ? ` in ${lineText(found.span)}` : ''} instead`;
    }
  }
  return undefined;
}

function isNew(found: Found, isKnown: boolean, old: Look, now: Look, touched: Touched): boolean {
  if (found.phase > old.phase)
    return found.severity === 'error' && found.span !== undefined && isTouched(found.span, touched);
  // Behind a list that was cut short there may have been anything.
  if (isKnown || old.isCutShort) return false;
  const count = ({ found: all }: Look) => all.filter(({ code }) => code === found.code).length;
  return count(now) > count(old);
}

function placeKey({ code, span }: Found, offset: number | undefined): string {
  return JSON.stringify([code, span?.file, offset]);
}

function moved(span: Span | undefined, edits: ReadonlyMap<string, readonly TextEdit[]>): number | undefined {
  return span && shifted(edits.get(span.file) ?? [], span.start.offset);
}

function lineText({ file, start }: Span): string {
  return `${file}:${start.line}`;
}
