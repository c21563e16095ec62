/** Lines that version control has left: `text[from]` to before `text[to]`. */
export interface ConflictMark {
  readonly from: number;
  readonly to: number;
  readonly isWhole: boolean;
}

const MARK = /^(?:<{7}|\|{7}|={7}|>{7})(?=[ \t\r\n]|$(?![\s\S]))[^\r\n]*/gm;

/**
 * The first mark of every unresolved merge; the others of the same merge are part of the one mistake. A mark
 * that was left behind alone counts for itself.
 *
 * @source git-merge(1) "How conflicts are presented"; "|||||||" is of its diff3 style
 */
export function findMergeConflicts(text: string): readonly ConflictMark[] {
  const marks: ConflictMark[] = [];
  let isOpen = false;
  for (const { 0: line, index } of text.matchAll(MARK)) {
    const isStart = line.startsWith('<');
    if (isStart || !isOpen) marks.push({ from: index, to: index + line.trimEnd().length, isWhole: isStart });
    isOpen = isStart || (isOpen && !line.startsWith('>'));
  }
  return marks;
}
