import type { Difference } from '../difference.ts';
import { type OutlineLine, outlineOf } from './outline.ts';

/** A terminal full, with title, headings and the count of the rest. */
export const MOST_LINES = 60;

/** The diff for a terminal. @param title `against HEAD (1a2b3c4)` */
export function diffText(title: string, differences: readonly Difference[]): string {
  // Beside the lines of the outline: the title, the count of the rest, and who is the same.
  const { parts, left } = outlineOf(differences, MOST_LINES - 3);
  const same = differences.filter(({ kind }) => kind === 'same').map(({ subject }) => subject);
  const all = [
    `${title}: ${parts.length === 0 ? 'no difference' : summaryOf(differences)}`,
    ...parts.flatMap(({ heading, lines }) => [`${heading}:`, ...lines.map(lineText)]),
    ...(left > 0 ? [`… and ${left} more line${left === 1 ? '' : 's'}; --format json has all`] : []),
    ...(parts.length > 0 && same.length > 0 ? [`The same: ${same.join(', ')}`] : []),
  ];
  return `${all.map(oneLine).join('\n')}\n`;
}

function lineText({ subjects, item, text, places }: OutlineLine): string {
  const who = subjects === undefined ? '' : `${subjects}${item === undefined ? ' ' : ': '}`;
  return `  ${who}${item === undefined ? '' : `${item}  `}${text}${places === undefined ? '' : `  [${places}]`}`;
}

export function summaryOf(differences: readonly Difference[]): string {
  if (differences.length === 1) return 'differs';
  const different = differences.filter(({ kind }) => kind !== 'same').length;
  return `${different} of ${differences.length} ${different === 1 ? 'differs' : 'differ'}`;
}

/** What a spec says has no line of its own. */
function oneLine(text: string): string {
  return text.replace(/[\n\r\t]/g, ' ');
}
