import type { CST } from 'yaml';
import type { Report } from './problems.ts';
import { show } from './yaml-messages.ts';

/** The finding about a token for which the grammar has no place. */
export function unexpectedToken(token: Pick<CST.SourceToken, 'offset' | 'source'>): Report {
  const end = token.offset + token.source.length;
  if (/^[\]}]$/.test(token.source)) {
    return ['yaml/stray-bracket', `"${token.source}" closes nothing`, token.offset, end];
  }
  // A text may run on into the key of the next line.
  const text = token.source.split('\n', 1)[0]?.trimEnd() ?? '';
  const from = token.offset;
  if (/^:[^ \t]/.test(text)) {
    return ['yaml/missing-space', 'a space is missing after this colon', from, from + 1];
  }
  return ['yaml/unexpected-text', `${show(text)} is not expected here`, from, from + text.length];
}
