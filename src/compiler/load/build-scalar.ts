import { CST } from 'yaml';
import { grouped } from '../../util/grouped-digits.ts';
import type { SourceScalar } from '../source-tree.ts';
import type { Building } from './building.ts';
import { readCoreScalar } from './core-scalar.ts';
import { findForbiddenCharacters } from './forbidden-characters.ts';
import { limits } from './limits.ts';
import type { Problems } from './problems.ts';
import { isClosed, unclosedQuote } from './quotes.ts';
import { show } from './yaml-messages.ts';

/** A token of the tree that holds one value. */
export type ScalarToken =
  | (CST.FlowScalar & { readonly type: 'scalar' | 'single-quoted-scalar' | 'double-quoted-scalar' })
  | CST.BlockScalar;

export function isScalarToken(token: CST.Token | null | undefined): token is ScalarToken {
  return CST.isScalar(token);
}

export function isPlain(
  token: CST.Token | null | undefined,
): token is CST.FlowScalar & { readonly type: 'scalar' } {
  return token?.type === 'scalar';
}

/** The value of a scalar token, with the findings about its text. */
export function buildScalar(building: Building, token: ScalarToken): SourceScalar {
  const extent = scalarExtent(token);
  const { from, to } = extent;
  const { value, source, quoted } = readScalar(building, token, extent);
  const span = building.source.span(from, to);
  if (quoted) return { kind: 'scalar', value, source, quoted, span };
  const read = readCoreScalar(value);
  if (read.ok) return { kind: 'scalar', value: read.value, source, quoted, span };
  if (read.problem === 'not-finite') {
    building.problems.report('yaml/not-finite', `${show(source)} is not a finite number`, from, to);
  } else {
    building.problems.report('yaml/number-too-large', `the number ${show(source)} is too large`, from, to);
  }
  return { kind: 'scalar', value: source, source, quoted, span };
}

/**
 * The text of a scalar token, unescaped and unfolded, and the same as it is written.
 *
 * @param extent of the token
 */
export function readScalar(
  building: Building,
  token: ScalarToken,
  { from, to }: Extent,
): { value: string; source: string; quoted: boolean } {
  const { source: text, problems } = building;
  const quoted = token.type !== 'scalar';
  if (token.source.length > limits.scalarLength) {
    const length = `${grouped(token.source.length)} characters long; ${grouped(limits.scalarLength)} are allowed`;
    problems.report('yaml/scalar-too-long', `the value is ${length}`, from, Math.min(to, text.lineEnd(from)));
    return { value: '', source: '', quoted };
  }

  const isQuotedToken = token.type === 'double-quoted-scalar' || token.type === 'single-quoted-scalar';
  if (isQuotedToken && !isClosed(token.source)) {
    problems.syntax(...unclosedQuote(token.source, from, text.lineEnd(from)));
    building.state.unclosed += 1;
  }
  // The text after a value is looked at by the caller, with the token it belongs to.
  const bare = token.type === 'block-scalar' ? token : withoutEnd(token);
  const { value } = CST.resolveAsScalar(bare, true, (offset, code, message) => {
    if (code === 'BAD_DQ_ESCAPE') {
      const match = /^\\(?:x[0-9a-f]{0,2}|u[0-9a-f]{0,4}|U[0-9a-f]{0,8}|.)/iu.exec(
        text.text.slice(offset, Math.min(to, offset + 10)),
      );
      const written = match?.[0] ?? '\\';
      problems.report(
        'yaml/bad-escape',
        `${show(written)} is not an escape`,
        offset,
        offset + written.length,
      );
    } else if (code === 'BAD_SCALAR_START') {
      problems.syntax(
        'yaml/needs-quotes',
        `a value cannot start with ${show(token.source.slice(0, 1))}`,
        from,
        to,
      );
    } else if (token.type === 'block-scalar') {
      const line = message.startsWith('Block scalar header') ? from : offset;
      const isTab = text.text[line] === '\t';
      if (isTab) problems.syntax('yaml/tab', 'the line is indented with a tab', line, line + 1);
      else if (code === 'UNEXPECTED_TOKEN') {
        const written = text.text.slice(from, text.lineEnd(from)).trimEnd();
        problems.syntax(
          'yaml/block-text',
          `${show(written)} is not the start of a text block`,
          from,
          from + written.length,
        );
      } else {
        const why = 'every line of a text block is indented at least as deep as its first line';
        problems.syntax('yaml/indentation', why, offset, text.lineEnd(offset));
      }
    }
  });
  checkText(problems, value, token, from, to);
  if (!isQuotedToken) return { value, source: token.source, quoted };
  const inner = token.source.slice(1, isClosed(token.source) ? -1 : undefined);
  return { value, source: inner, quoted };
}

function withoutEnd({ type, offset, indent, source }: CST.FlowScalar): CST.FlowScalar {
  return { type, offset, indent, source, end: [] };
}

interface Extent {
  readonly from: number;
  readonly to: number;
}

/** From the first character of the token to the place after its last; a text block ends with its last word. */
export function scalarExtent(token: ScalarToken): Extent {
  if (token.type !== 'block-scalar')
    return { from: token.offset, to: token.offset + token.source.trimEnd().length };
  const header = token.props.reduce(
    (sum, prop) => sum + ('source' in prop ? String(prop.source).length : 0),
    0,
  );
  const content = token.source.trimEnd().length;
  const first = token.props[0];
  const headerOnly = first && 'source' in first ? String(first.source).length : 1;
  return { from: token.offset, to: token.offset + (content > 0 ? header + content : headerOnly) };
}

function checkText(problems: Problems, value: string, token: ScalarToken, from: number, to: number): void {
  if (value.includes('TfToken[')) {
    problems.report('yaml/forbidden-text', 'the text "TfToken[" is not allowed', from, to);
  }
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range of ASCII
  if (/[^\x00-\x7f]/.test(value) && value.normalize('NFC') !== value) {
    const message = 'the text has letters that are put together from several characters';
    problems.report('yaml/not-normalized', message, from, to);
  }
  // Written as such they are found in the whole file at once; here they come from escapes.
  if (token.type !== 'double-quoted-scalar' || !token.source.includes('\\')) return;
  for (const run of findForbiddenCharacters(value)) {
    if (run.code === 'yaml/lone-carriage-return') continue;
    problems.report(
      run.code,
      run.code === 'yaml/nul' ? 'the value contains NUL characters' : run.message,
      from,
      to,
      {
        help: 'remove the escape',
      },
    );
    break;
  }
}
