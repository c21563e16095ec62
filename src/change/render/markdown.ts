import type { Difference } from '../difference.ts';
import { type OutlineLine, outlineOf } from './outline.ts';
import { MOST_LINES, summaryOf } from './text.ts';

/** The diff for a comment or a page. What a spec says stands in code, where it is neither markup nor a mention. */
export function diffMarkdown(title: string, differences: readonly Difference[]): string {
  const { parts, left } = outlineOf(differences, MOST_LINES);
  const blocks = [
    `### Specs ${code(title)}: ${parts.length === 0 ? 'no difference' : summaryOf(differences)}`,
    ...parts.map(({ heading, lines }) => `**${headingText(heading)}**\n\n${lines.map(lineText).join('\n')}`),
    ...(left > 0 ? [`… and ${left} more line${left === 1 ? '' : 's'}`] : []),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function headingText(heading: string): string {
  return heading.startsWith('In ') ? `In ${code(heading.slice(3))}` : heading;
}

function lineText({ subjects, item, text, places }: OutlineLine): string {
  const who = subjects === undefined ? '' : `${code(subjects)} `;
  const what = item === undefined ? '' : `${code(item)} `;
  return `- ${who}${what}${code(text)}${places === undefined ? '' : ` (${code(places)})`}`;
}

/** A code span that no backtick inside can end. */
function code(text: string): string {
  const line = text.replace(/[\n\r\t]/g, ' ');
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  const space = longest > 0 ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}
