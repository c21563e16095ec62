import type { CST } from 'yaml';
import { describeOpenBracket } from './brackets.ts';
import type { Report } from './problems.ts';
import { isClosed, unclosedQuote } from './quotes.ts';
import type { SourceText } from './source-text.ts';
import { unexpectedToken } from './unexpected-token.ts';
import { NO_TEMPLATES, show } from './yaml-messages.ts';

/**
 * A slip after which the lines below would be read in a wrong way, and the text without it. Everything
 * else stays where it is, so that the spans of the new text are those of the old one.
 */
export interface Repair {
  readonly report: Report;
  readonly text: string;
}

/** A quote that is closed nowhere, or by the opening quote of a text further down. */
export function repairQuote(
  source: SourceText,
  text: string,
  lexeme: string,
  offset: number,
): Repair | undefined {
  if (isClosed(lexeme)) {
    // `a: "x` and further down `b: "y"`: a text follows directly on what looks like the closing quote.
    const next = text.charAt(offset + lexeme.length);
    if (!lexeme.includes('\n') || !/[^\s,:#\]}]/.test(next)) return undefined;
  }
  const lineEnd = source.lineEnd(offset);
  return { report: unclosedQuote(lexeme, offset, lineEnd), text: blank(text, offset, lineEnd, 'x') };
}

/** The innermost bracket that a line in the column of the keys has ended. */
export function repairBracket(
  source: SourceText,
  text: string,
  stack: readonly CST.Token[],
): Repair | undefined {
  const bracket = stack.findLast((token) => token.type === 'flow-collection');
  if (!bracket) return undefined;
  const { report, end } = describeOpenBracket(source, bracket.offset);
  const lineEnd = source.lineEnd(bracket.offset);
  const withoutBracket = blank(text, bracket.offset, lineEnd, 'x');
  if (end === undefined) return { report, text: withoutBracket };
  return { report, text: blank(withoutBracket, lineEnd, source.lineEnd(end), ' ') };
}

/** A reference of Terraform or a shell between brackets, where YAML ends the text in front of its brace. */
export function repairTemplate(text: string, brace: number): Repair | undefined {
  if (text[brace - 1] !== '$') return undefined;
  const written = /^\$\{[^{}"'\n]*\}/.exec(text.slice(brace - 1, brace + LONGEST_TEMPLATE))?.[0];
  if (written === undefined) return undefined;
  const [from, to] = [brace - 1, brace - 1 + written.length];
  const report: Report = [
    'yaml/unexpected-text',
    `${show(written)} is a template`,
    from,
    to,
    { help: NO_TEMPLATES },
  ];
  return { report, text: blank(text, from, to, 'x') };
}

// Nobody writes longer ones, and each brace of a hostile text would cost a walk over all of it.
const LONGEST_TEMPLATE = 200;

/** A closing bracket that was never opened, after which the parser sees no document any more. */
export function repairStray(text: string, token: CST.ErrorToken): Repair {
  const report = unexpectedToken(token);
  return { report, text: blank(text, report[2], report[3], ' ') };
}

/** The text with a stretch replaced by as many fillers; the lines stay. */
function blank(text: string, from: number, to: number, filler: ' ' | 'x'): string {
  return text.slice(0, from) + text.slice(from, to).replace(/[^\r\n]/g, filler) + text.slice(to);
}
