import type { TextEdit } from '../diagnostic.ts';
import type { Span } from '../span.ts';
import type { Repair } from './repair.ts';
import { shifted } from './shifted.ts';

/** The entries that repairs have made: where they start and end in the new texts, by file. */
export type Touched = ReadonlyMap<string, readonly (readonly [from: number, to: number])[]>;

/** A repair of more stretches or lines is about line ends or indentation, and not about what the lines say. */
const MOST_STRETCHES = 2;

/** @param textOf the new text of a file, without byte order mark */
export function touchedBy(
  repairs: readonly Repair[],
  edits: ReadonlyMap<string, readonly TextEdit[]>,
  textOf: (file: string) => string,
): Touched {
  return new Map(
    [...edits].map(([file, all]) => {
      const whole = textOf(file);
      const own = repairs
        .filter((repair) => repair.edits.length <= MOST_STRETCHES)
        .flatMap((repair) => repair.edits)
        .filter(({ span, text }) => span.file === file && !isRemovalOfLines(span, text));
      const few = own.filter(({ text }) => text.split('\n').length <= MOST_STRETCHES);
      return [
        file,
        few.map((edit) => entryAround(whole, shifted(all, edit.span.start.offset), edit)),
      ] as const;
    }),
  );
}

export function isTouched({ file, start, end }: Span, touched: Touched): boolean {
  return (touched.get(file) ?? []).some(([from, to]) => start.offset < to && end.offset > from);
}

/** From the bracket, comma or line end before it to the next one: the key and the value that it is a part of. */
function entryAround(text: string, start: number, edit: TextEdit): readonly [from: number, to: number] {
  const end = start + edit.text.length;
  let from = start;
  while (from > 0 && !/[,{}[\]\n]/.test(text.charAt(from - 1))) from -= 1;
  const behind = text.slice(end).search(/[,{}[\]\n]/);
  return [from, behind === -1 ? text.length : end + behind];
}

/** It leaves no line that it has made. */
function isRemovalOfLines({ start, end }: Span, text: string): boolean {
  return text === '' && start.column === 1 && end.column === 1 && start.line < end.line;
}
