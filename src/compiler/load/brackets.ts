import type { Report } from './problems.ts';
import type { SourceText } from './source-text.ts';

/** An open bracket, and where it is closed to the eye when the lines between are not indented. */
export interface OpenBracket {
  readonly report: Report;
  /** After the closing bracket; absent when there is none. */
  readonly end?: number;
}

/** What to say about the bracket at `offset`, which no bracket closes by the rules of the language. */
export function describeOpenBracket(source: SourceText, offset: number): OpenBracket {
  const bracket = source.text.charAt(offset);
  const close = closingBracket(source.text, offset);
  if (close === undefined || source.lineAt(close) === source.lineAt(offset)) {
    const message = `the bracket "${bracket}" is never closed`;
    return { report: ['yaml/unclosed-bracket', message, offset, offset + 1] };
  }
  const message = `the lines after this "${bracket}" are not indented deeper than its key`;
  return { report: ['yaml/indentation', message, offset, offset + 1], end: close + 1 };
}

// Further away nobody sees the two as a pair; the limit also keeps many open brackets from costing much.
const BRACKET_DISTANCE = 2000;

/** Counts brackets and knows nothing of quotes. */
function closingBracket(text: string, offset: number): number | undefined {
  let open = 0;
  for (let at = offset; at < Math.min(text.length, offset + BRACKET_DISTANCE); at += 1) {
    const character = text.charAt(at);
    if (character === '[' || character === '{') open += 1;
    if (character === ']' || character === '}') open -= 1;
    if (open === 0) return at;
  }
  return undefined;
}
