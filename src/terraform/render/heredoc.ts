import { CLUSTERING, INVISIBLE } from './characters.ts';
import { escapeTemplateMarkers, type TemplatePart } from './template.ts';

/**
 * A text of two or more lines as a `<<-EOT` heredoc, or undefined where the value could change or a reader
 * could not see what it is.
 *
 * @param indent of the line on which the heredoc begins; its own lines are one level deeper, and empty ones
 *   stay empty
 */
export function heredocText(parts: readonly TemplatePart[], indent: string): string | undefined {
  if (!parts.every(isPlain)) return undefined;
  const source = parts
    .map((part) => (part.kind === 'literal' ? escapeTemplateMarkers(part.text) : sourceOf(part)))
    .join('');
  // Expressions are on one line, so every line end here belongs to the value.
  const lines = source.split('\n');
  if (lines.length < 3 || lines.pop() !== '') return undefined;
  // `<<-` removes what all lines start with, which must be our indentation and nothing of the value.
  if (lines.some(isUnclear) || !lines.some((line) => /^\S/.test(line))) return undefined;
  const delimiter = freeDelimiter(source);
  const text = lines.map((line) => (line === '' ? '\n' : `${indent}  ${line}\n`)).join('');
  return `<<-${delimiter}\n${text}${indent}${delimiter}`;
}

function isPlain(part: TemplatePart): boolean {
  // A directive or a strip marker removes line ends and indentation around it, the heredoc's included.
  if (part.kind === 'literal') return !INVISIBLE.test(part.text.replace(/[\n\t]/g, ''));
  return part.kind === 'interpolation' && part.open === '${' && part.close === '}';
}

function sourceOf(part: Exclude<TemplatePart, { kind: 'literal' }>): string {
  return part.open + part.expression + part.close;
}

function isUnclear(line: string): boolean {
  // Terraform counts indentation in user-perceived characters, so a mark at the start of a line would be
  // removed together with the blank it merges with. Trailing blanks are lost in the next editor.
  return /\s$/.test(line) || CLUSTERING.test(line.trimStart().slice(0, 2));
}

function freeDelimiter(source: string): string {
  let delimiter = 'EOT';
  for (let number = 2; source.includes(delimiter); number += 1) delimiter = `EOT_${number}`;
  return delimiter;
}
