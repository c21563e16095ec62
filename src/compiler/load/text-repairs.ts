import type { Span } from '../span.ts';
import { findForbiddenCharacters } from './forbidden-characters.ts';
import { indentationRepair, tabRepair } from './indentation-repairs.ts';
import { mentionsQuotes, quoteText } from './quotes.ts';
import type { SourceText } from './source-text.ts';
import type { YamlCode } from './yaml-messages.ts';

/** How the text of a finding could be put right. Offsets as in the source. */
export interface TextRepair {
  readonly message: string;
  readonly edits: readonly RawRepair[];
  /** Whether what was meant is certain, however little is known of the language yet. */
  readonly isCertain: boolean;
}

export interface RawRepair {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** @returns nothing where the text does not say what was meant */
export function repairText(code: YamlCode, source: SourceText, at: Span): TextRepair | undefined {
  const { start, end } = at;
  return REPAIRS[code]?.(source, start.offset, end.offset);
}

type MakeRepair = (source: SourceText, from: number, to: number) => TextRepair | undefined;

const REPAIRS: Readonly<Partial<Record<YamlCode, MakeRepair>>> = {
  'yaml/tab': tabRepair,
  'yaml/indentation': indentationRepair,
  'yaml/extra-comma'({ text }, from) {
    if (text[from] !== ',') return undefined;
    const rest = text.slice(from + 1, from + LINE);
    const [space = ''] = /^[ \t]*(?=[^ \t\r\n])/.exec(rest) ?? [];
    // Between two commas the space in front of the second goes; behind a bracket the one behind the comma.
    const takesSpace = rest[space.length] === ',' || /[\s[{]/.test(text[from - 1] ?? '');
    return one('remove the comma', from, from + 1 + (takesSpace ? space.length : 0), '');
  },
  'yaml/missing-comma'({ text }, from) {
    const before = text.slice(Math.max(0, from - LINE), from);
    const gap = /[\w"'%\]}]([ \t]*(?:\r?\n[ \t]*)?)$/.exec(before)?.[1] ?? '';
    return gap === '' ? undefined : one('add the comma', from - gap.length, from - gap.length, ',');
  },
  'yaml/missing-space': missingSpace,
  'yaml/missing-colon'({ text }, from, to) {
    const [line] = text.slice(from, to).split('\n');
    const match = /^([A-Za-z_][\w.-]*)([ \t]*[=;][ \t]*|[ \t]+)[^\s=;:]/.exec(line ?? '');
    if (!match) return undefined;
    const [, key = '', mark = ''] = match;
    return one('add the colon', from + key.length, from + key.length + mark.length, ': ', false);
  },
  'yaml/wrong-bracket'({ text }, from, to) {
    const right = { ']': '}', '}': ']' }[text.slice(from, to)];
    return right === undefined ? undefined : one(`write ${right}`, from, to, right);
  },
  'yaml/stray-bracket': (_, from, to) => one('remove the bracket', from, to, '', false),
  'yaml/unclosed-quote'({ text }, from, to) {
    const written = text.slice(from, to);
    const inner = written.slice(1);
    if (inner === '' || /["'#\\,[\]{}\n]/.test(inner)) return undefined;
    return one('close the quote', to, to, written.charAt(0), /^[\w./:@%-]+$/.test(inner));
  },
  'yaml/unclosed-bracket'(source, from) {
    const line = source.text.slice(from, source.lineEnd(from)).trimEnd();
    const [close, pattern] =
      line[0] === '[' ? [']', /^\[[^#:{}[\]]*[\w"']$/] : ['}', /^\{[^#{}[\]]*[\w"'%]$/];
    const end = from + line.length;
    return pattern.test(line) ? one(`add ${close}`, end, end, close) : undefined;
  },
  'yaml/list-in-brackets'({ text }, from) {
    return /^- \S/.test(text.slice(from, from + 3)) ? one('remove the dash', from, from + 2, '') : undefined;
  },
  'yaml/list-on-key-line'(source, from) {
    const item = /^-[ \t]+([\w./:@-]+)[ \t]*$/.exec(source.text.slice(from, source.lineEnd(from)))?.[1];
    if (item === undefined || /^\s*-/.test(source.text.slice(source.lineEnd(from)))) return undefined;
    return one(`write [${item}]`, from, source.lineEnd(from), `[${item}]`, false);
  },
  'yaml/nested-on-one-line'(source, from) {
    const { text } = source;
    const line = text.slice(from, source.lineEnd(from)).trimEnd();
    const before = text.slice(text.lastIndexOf('\n', from - 1) + 1, from);
    if (mentionsQuotes(line) || /[#{}[\]]/.test(line + before) || !/:[ \t]+$/.test(before)) return undefined;
    return one('quote the value', from, from + line.length, quoteText(line), false);
  },
  'yaml/directive'(source, from, to) {
    const isHarmless = /^%YAML[ \t]+1\.2[ \t]*$/.test(source.text.slice(from, to));
    return one('remove the line', from, lineAfter(source.text, from), '', isHarmless);
  },
  'yaml/tag'({ text }, from, to) {
    const space = /^[ \t]*/.exec(text.slice(to, to + LINE))?.[0].length ?? 0;
    return one('remove the tag', from, to + space, '', false);
  },
  'yaml/several-documents'({ text }, from) {
    const rest = text.slice(from);
    return /^(?:---|\.\.\.)\s*$/.test(rest) ? one('remove the mark', from, text.length, '') : undefined;
  },
  'yaml/bidi-character': removeRaw('remove the character', () => true),
  // A byte order mark is all that one can be sure of: others may stand for a letter that was lost.
  'yaml/control-character': removeRaw('remove the character', (run) => /^\ufeff+$/.test(run)),
  'yaml/lone-carriage-return'({ text }, from) {
    let last = text.lastIndexOf('\r');
    while (text[last + 1] === '\n') last = text.lastIndexOf('\r', last - 1);
    const ending = text.includes('\r\n') ? '\r\n' : '\n';
    const lines = text.slice(from, last + 1).replace(/\r(?!\n)/g, ending);
    return one('end all lines alike', from, last + 1, lines);
  },
  'yaml/not-normalized'({ text }, from, to) {
    const raw = text.slice(from, to);
    const normal = raw.normalize('NFC');
    return raw === normal ? undefined : one('write single characters', from, to, normal);
  },
  'yaml/needs-quotes': (source, from, to) => quoted(source, from, to, true),
  // A pattern with a star is what people write; an alias that is not there may also be misspelt.
  'yaml/unknown-alias': (source, from, to) => quoted(source, from, to, source.text.startsWith('*.', from)),
  'yaml/null-key': (source, from, to) => quoted(source, from, to, false),
  'yaml/not-finite': (source, from, to) => quoted(source, from, to, false),
  'yaml/number-too-large': (source, from, to) => quoted(source, from, to, false),
  'yaml/bad-escape'({ text }, from, to) {
    return /^\\[^xuU]$/.test(text.slice(from, to))
      ? one('write two backslashes', from, from, '\\')
      : undefined;
  },
  'yaml/unexpected-text'({ text }, from, to) {
    const isLast = /^[ \t]*(?:#|\r?\n|$)/.test(text.slice(to, to + LINE));
    return /^[,;]$/.test(text.slice(from, to)) && isLast ? one('remove it', from, to, '') : undefined;
  },
};

/** Longer ones are not written by people; looking further would cost a hostile text nothing and us much. */
const LINE = 1024;

function missingSpace(source: SourceText, from: number, to: number): TextRepair | undefined {
  const { text } = source;
  const written = text.slice(from, to);
  if (written === '#') return one('add the space', from, from, ' ');
  if (written === ':') return one('add the space', to, to, ' ');
  // `key:value`; a no-break space is one to the eye only. What looks like an address is no key.
  const match = /^([A-Za-z_][\w.-]*|"[^"\\]*"):(\u00a0?)(?!\/\/)\S/.exec(written);
  if (!match) return undefined;
  const colon = from + (match[1] ?? '').length + 1;
  return one('add the space', colon, colon + (match[2] ?? '').length, ' ');
}

function quoted({ text }: SourceText, from: number, to: number, isCertain: boolean): TextRepair | undefined {
  const written = text.slice(from, to);
  if (/[\n#]/.test(written) || mentionsQuotes(written)) return undefined;
  return one('put it in quotes', from, to, quoteText(written), isCertain);
}

/** Only where the characters stand in the text themselves, and not as an escape. */
function removeRaw(message: string, isSure: (run: string) => boolean): MakeRepair {
  return ({ text }, from, to) => {
    const run = text.slice(from, to);
    const [found] = findForbiddenCharacters(run);
    if (found?.from !== 0 || found.to !== run.length) return undefined;
    return one(message, from, to, '', isSure(run));
  };
}

function lineAfter(text: string, offset: number): number {
  const feed = text.indexOf('\n', offset);
  return feed === -1 ? text.length : feed + 1;
}

function one(message: string, from: number, to: number, text: string, isCertain = true): TextRepair {
  return { message, edits: [{ from, to, text }], isCertain };
}
