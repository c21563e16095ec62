import { styleText } from 'node:util';
import type { Severity } from '../../compiler/diagnostic.ts';
import type { Span } from '../../compiler/span.ts';
import { isFixable, type Located } from '../located.ts';
import { codeFrame } from './code-frame.ts';
import { oneLine } from './findings.ts';

/** How many findings are printed; the true number is always said. */
const SHOWN = 50;

/**
 * Findings for people: place, code, message, the lines of the spec, why it matters and what to do.
 *
 * @param texts of the files by name, for the frames
 */
export function reportText(
  located: readonly Located[],
  texts: ReadonlyMap<string, string>,
  colour: boolean,
): string {
  const paint: Paint = (style, text) => (colour ? styleText(style, text, { validateStream: false }) : text);
  const blocks = located.slice(0, SHOWN).map((item) => block(item, texts, paint));
  const hidden = located.length - blocks.length;
  if (hidden > 0) blocks.push(`… and ${hidden} more`);
  return blocks.join('\n\n');
}

type Style = 'red' | 'yellow' | 'cyan' | 'bold' | 'dim';
type Paint = (style: Style, text: string) => string;

const COLOURS: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'cyan' };

function block(item: Located, texts: ReadonlyMap<string, string>, paint: Paint): string {
  const { diagnostic, span, related } = item;
  const { severity, code, message, why, help, suggestions = [] } = diagnostic;
  const colour = COLOURS[severity];
  const place = span ? `${paint('bold', said(position(span)))} ` : '';
  const lines = [`${place}${paint(colour, severity)} ${code}`, `  ${said(message)}`];
  if (span) lines.push(...frame(span, texts, colour, paint));
  for (const other of related) {
    lines.push(
      `  ${said(`${position(other.span)}: ${other.message}`)}`,
      ...frame(other.span, texts, 'cyan', paint),
    );
  }
  if (why !== undefined) lines.push(`  ${paint('dim', 'why:')}  ${said(why)}`);
  if (help !== undefined) lines.push(`  ${paint('dim', 'help:')} ${said(help)}`);
  for (const suggestion of suggestions) {
    if (help?.includes(suggestion.message)) continue;
    lines.push(`  ${paint('dim', 'help:')} ${said(suggestion.message)}`);
  }
  if (isFixable(item)) lines.push(`  ${paint('dim', 'fix:')}  elastiform validate --fix`);
  return lines.join('\n');
}

function frame(
  span: Span,
  texts: ReadonlyMap<string, string>,
  colour: Style,
  paint: Paint,
): readonly string[] {
  const text = texts.get(span.file);
  if (text === undefined) return [];
  return codeFrame(text, span).map(({ gutter, line, isCaret }) => {
    return `  ${paint('dim', gutter)} ${isCaret ? paint(colour, line) : line}`.trimEnd();
  });
}

function position({ file, start }: Span): string {
  return `${file}:${start.line}:${start.column}`;
}

/** On one line, which in CI must not begin as a command of GitHub does. */
function said(text: string): string {
  return oneLine(text).replace(/^\s*::/, ': :');
}
