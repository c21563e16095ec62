import type { YamlCode } from './yaml-messages.ts';

/** A run of characters that may not be in a spec: `text[from]` to before `text[to]`. */
export interface ForbiddenRun {
  readonly code: YamlCode;
  readonly message: string;
  readonly from: number;
  readonly to: number;
}

// Linear: one class each, one loop. Order matters only in that NUL is looked for before its range.
// C0 without tab and line ends, DEL and C1 (YAML 1.2 §5.1), the byte order mark and the two non-characters.
const PATTERN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /(\0+)|([\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff]+)|([\u202a-\u202e\u2066-\u2069]+)|([\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff])/g;
const LONE_CARRIAGE_RETURN = /\r(?!\n)/g;

/**
 * Every run of forbidden characters in `text`, in order. A carriage return without line feed counts once
 * for the whole text: a file with such line ends has one mistake, not one per line.
 *
 * @source Trojan Source (CVE-2021-42574) for the bidirectional overrides
 */
export function findForbiddenCharacters(text: string): ForbiddenRun[] {
  const runs: ForbiddenRun[] = [];
  const carriageReturn = text.search(LONE_CARRIAGE_RETURN);
  if (carriageReturn !== -1) {
    const message = 'a line ends with a carriage return (CR) alone';
    runs.push({ code: 'yaml/lone-carriage-return', message, from: carriageReturn, to: carriageReturn + 1 });
  }
  for (const match of text.matchAll(PATTERN)) {
    const [run, nul, control, bidi] = match;
    const name = codePointName(run);
    const found = nul
      ? { code: 'yaml/nul' as const, message: 'the file contains NUL characters' }
      : control
        ? { code: 'yaml/control-character' as const, message: `the control character ${name} is not allowed` }
        : bidi
          ? {
              code: 'yaml/bidi-character' as const,
              message: `the character ${name} changes the direction of the text around it`,
            }
          : { code: 'yaml/lone-surrogate' as const, message: `${name} is only one half of a character` };
    runs.push({ ...found, from: match.index, to: match.index + run.length });
    if (runs.length >= MAX_RUNS) break;
  }
  return runs.sort((a, b) => a.from - b.from);
}

/**
 * The same text, equally long, without the characters of {@link findForbiddenCharacters}: the parser uses
 * some of them for itself, and what follows them is still to be checked.
 */
export function replaceForbiddenCharacters(text: string): string {
  return text
    .replace(LONE_CARRIAGE_RETURN, '\n')
    .replace(PATTERN, (run: string) => '\ufffd'.repeat(run.length));
}

// More than a list of problems shows; a binary file would give hundreds of thousands.
const MAX_RUNS = 1000;

function codePointName(run: string): string {
  return 'U+' + (run.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
}
