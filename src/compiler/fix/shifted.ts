import type { TextEdit } from '../diagnostic.ts';

/**
 * Where a place of the old text is in the new one. Inside of a stretch that is replaced it is where the replacement
 * starts, and before what is inserted at the very place.
 */
export function shifted(edits: readonly TextEdit[], offset: number): number {
  let shift = 0;
  let place = offset;
  for (const { span, text } of edits) {
    const { start, end } = span;
    if (start.offset >= offset) continue;
    if (end.offset <= offset) shift += text.length - (end.offset - start.offset);
    else place = start.offset;
  }
  return place + shift;
}
