import type { Report } from './problems.ts';
import { show } from './yaml-messages.ts';

/** Whether a quoted token ends with its closing quote and not with an escaped one. */
export function isClosed(source: string): boolean {
  const quote = source[0];
  if (source.length < 2 || source.at(-1) !== quote) return false;
  const before = quote === '"' ? '\\' : "'";
  let run = 0;
  for (let at = source.length - 2; at > 0 && source[at] === before; at -= 1) run += 1;
  return run % 2 === 0;
}

/** The finding about a quote without end, under the part of it that stands on its first line. */
export function unclosedQuote(token: string, offset: number, lineEnd: number): Report {
  const kind = token.startsWith('"') ? 'double' : 'single';
  const to = Math.min(lineEnd, offset + token.trimEnd().length);
  const message = `the ${kind} quote before ${show(token.slice(1, Math.max(1, to - offset)))} is never closed`;
  return ['yaml/unclosed-quote', to - offset > 1 ? message : `the ${kind} quote is never closed`, offset, to];
}

/** Whether a text has what would have to be escaped between quotes. */
export function mentionsQuotes(text: string): boolean {
  return /["'\\]/.test(text);
}

/** @param text without anything that needs an escape */
export function quoteText(text: string): string {
  return `"${text}"`;
}
