import type { CST } from 'yaml';
import type { Problems } from './problems.ts';
import { unexpectedToken } from './unexpected-token.ts';
import { show } from './yaml-messages.ts';

/** What stands before a key or a value. */
export interface Properties {
  /** The `?`, `:` or `-` that was asked for. */
  readonly indicator?: CST.SourceToken | undefined;
  readonly anchor?: CST.SourceToken | undefined;
  readonly tag?: CST.SourceToken | undefined;
  readonly comma?: CST.SourceToken | undefined;
  /** Whether a line ends between the indicator and what follows. */
  readonly hasNewline: boolean;
  /** Whether a line ends before the indicator. */
  readonly hasNewlineBefore: boolean;
  /** After the last of these tokens; `undefined` when there are none. */
  readonly end?: number | undefined;
}

export const noProperties: Properties = { hasNewline: false, hasNewlineBefore: false };

/** Reads the tokens before a key or a value, and reports those that may not stand there. */
export function readProperties(
  problems: Problems,
  tokens: readonly CST.SourceToken[],
  wanted: { indicator: CST.SourceToken['type']; isFlow: boolean; next?: CST.Token | null | undefined },
): Properties {
  let indicator: CST.SourceToken | undefined;
  let anchor: CST.SourceToken | undefined;
  let tag: CST.SourceToken | undefined;
  let comma: CST.SourceToken | undefined;
  let hasNewline = false;
  let hasNewlineBefore = false;
  // Set while an anchor has no space behind it: `&name[text]` reads as one word to a person.
  let unspaced: CST.SourceToken | undefined;
  const requireSpace = (offset: number): void => {
    if (!unspaced) return;
    const message = `the anchor ${show(unspaced.source)} needs a space behind it`;
    problems.syntax('yaml/missing-space', message, unspaced.offset, offset);
    unspaced = undefined;
  };

  for (const token of tokens) {
    const from = token.offset;
    const to = from + token.source.length;
    if (token.type === 'space' || token.type === 'newline' || token.type === 'comma') unspaced = undefined;
    else requireSpace(from);

    switch (token.type) {
      case 'space':
        break;
      case 'newline':
        if (indicator) hasNewline = true;
        else hasNewlineBefore = true;
        break;
      case 'tag':
        problems.report('yaml/tag', `the tag ${show(token.source)} is not allowed`, from, to);
        tag = token;
        break;
      case 'anchor':
        if (token.source === '&') {
          problems.report('yaml/bad-anchor', 'the anchor "&" has no name', from, to);
        } else if (anchor) {
          problems.report(
            'yaml/bad-anchor',
            `${show(token.source)} is the second anchor of this value`,
            from,
            to,
          );
        }
        anchor = token;
        unspaced = token;
        break;
      case wanted.indicator:
        if (indicator || anchor || tag) {
          problems.syntax('yaml/unexpected-text', `${show(token.source)} is not expected here`, from, to);
        }
        if (indicator && hasNewline) hasNewlineBefore = true;
        indicator = token;
        break;
      case 'comma':
        if (!wanted.isFlow) {
          problems.syntax('yaml/unexpected-text', '"," is not expected here', from, to);
        } else if (comma) {
          problems.syntax('yaml/extra-comma', 'there is a comma too many', from, to);
        }
        comma = token;
        break;
      default:
        problems.syntax(...unexpectedToken(token));
    }
  }
  const next = wanted.next;
  if (next && !('source' in next && next.source === '') && next.type !== 'space') requireSpace(next.offset);
  const last = tokens.at(-1);
  const end = last && last.offset + last.source.length;
  return { indicator, anchor, tag, comma, hasNewline, hasNewlineBefore, end };
}
