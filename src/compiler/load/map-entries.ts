import type { CST } from 'yaml';
import { plainOf, samePlain } from '../edit/plain.ts';
import type { SourceEntry, SourceMap, SourceNode } from '../source-tree.ts';
import { isScalarToken, readScalar, scalarExtent } from './build-scalar.ts';
import type { Building } from './building.ts';
import { isNullWord } from './core-scalar.ts';
import { limits } from './limits.ts';
import { removalOfPair } from './repeated-pair.ts';
import { unexpectedToken } from './unexpected-token.ts';
import { NO_TEMPLATES, show } from './yaml-messages.ts';

/** A key whose text may be used. */
export interface Key {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

/** The entries of one map while it is built, in the order of the file. */
export class MapEntries {
  readonly #building: Building;
  readonly #entries = new Map<string, SourceEntry>();
  #from: number | undefined;
  #to = 0;
  #last: string | undefined;

  constructor(building: Building) {
    this.#building = building;
  }

  /** Adds an entry, unless its key is missing, forbidden or there already; the first of two stays. */
  add(key: Key | undefined, value: SourceNode): void {
    // An alias as the value stands elsewhere; the map then ends with the key.
    const valueEnd = value.span.end.offset;
    if (key) {
      this.#from = Math.min(this.#from ?? key.from, key.from);
      this.#to = Math.max(this.#to, key.to, value.span.start.offset >= key.to ? valueEnd : 0);
    }
    if (!key || !this.#isAllowed(key)) return;
    const keySpan = this.#building.source.span(key.from, key.to);
    const first = this.#entries.get(key.name);
    if (first) this.#reportDuplicate(key, value, first);
    else this.#entries.set(key.name, { key: key.name, keySpan, value });
    this.#last = key.name;
  }

  /** The finished map; `from` and `to` are where it starts and ends when it has brackets. */
  toMap(from: number, to?: number): SourceMap {
    const span = this.#building.source.span(to === undefined ? (this.#from ?? from) : from, to ?? this.#to);
    return { kind: 'map', entries: this.#entries, span };
  }

  #isAllowed({ name, from, to }: Key): boolean {
    const { problems } = this.#building;
    if (name === '<<') {
      problems.report('yaml/merge-key', 'the merge key "<<" is not allowed', from, to);
      return false;
    }
    if (FORBIDDEN_KEYS.has(name)) {
      problems.report('yaml/forbidden-key', `${show(name)} cannot be a key`, from, to);
      return false;
    }
    return true;
  }

  #isInOtherColumn(from: number, firstLine: number): boolean {
    const { source } = this.#building;
    const line = source.lineAt(from);
    return line !== firstLine && source.indentOf(line) !== source.indentOf(firstLine);
  }

  #reportDuplicate(
    { name, from, to }: Key,
    value: SourceNode,
    { keySpan: first, value: before }: SourceEntry,
  ): void {
    const { problems } = this.#building;
    // A line that could not be read properly may have put its key into the wrong map.
    if (problems.hasSyntaxOnLineOf(from) || problems.hasSyntaxOnLineOf(first.start.offset)) return;
    // So may a line above it that is indented wrongly: keys of one map begin in one column.
    if (this.#isInOtherColumn(from, first.start.line) && problems.hasIndentation) return;
    problems.report(
      'yaml/duplicate-key',
      `the key ${show(name)} is already set on line ${first.start.line}`,
      from,
      to,
      {
        related: [{ message: 'it is set here first', at: first }],
        // Further away it is rather the line between two items that is missing.
        ...(this.#last === name && samePlain(plainOf(value), plainOf(before))
          ? { suggestions: removalOfPair(this.#building.source, from, value) }
          : {}),
      },
    );
  }
}

/** The key that a token stands for, or nothing after a report. `colonAt` is where its colon stands. */
export function readKey(
  building: Building,
  token: CST.Token | null | undefined,
  colonAt: number,
): Key | undefined {
  const { problems, source } = building;
  if (!token) {
    problems.syntax('yaml/empty-key', 'the key before this colon is missing', colonAt, colonAt + 1);
    return undefined;
  }
  if (!isScalarToken(token) || token.type === 'block-scalar') {
    reportComplexKey(building, token);
    return undefined;
  }
  const extent = scalarExtent(token);
  const { from, to } = extent;
  if (token.source.length > limits.keyLength || colonAt - from > limits.keyLength) {
    problems.report('yaml/key-too-long', `the key starting with ${show(token.source)} is too long`, from, to);
    return undefined;
  }
  const { value, quoted } = readScalar(building, token, extent);
  if (quoted && token.source.includes('\n')) {
    problems.syntax('yaml/key-over-lines', 'the key goes on over several lines', from, source.lineEnd(from));
  }
  if (value === '') {
    const at = from === to ? colonAt : from;
    problems.syntax('yaml/empty-key', 'the key before this colon is empty', at, Math.max(to, at + 1));
    return undefined;
  }
  if (!quoted && isNullWord(value)) {
    problems.report('yaml/null-key', `the key ${show(value)} means "no value"`, from, to);
    return undefined;
  }
  // `size = {min: 1, max: 3}`, as in Terraform; the first colon inside makes a key of all before it.
  if (!quoted && /^[A-Za-z_][\w-]*\s*=\s*[{[]/.test(value)) {
    const [written] = source.text.slice(from, source.lineEnd(from)).split(/\s+#/, 1);
    reportMissingColon(building, from, from + (written ?? '').length);
    return undefined;
  }
  return { name: value, from, to };
}

function reportComplexKey({ problems, source }: Building, token: CST.Token): void {
  const from = token.offset;
  if (token.type === 'error') {
    const isDash = token.source === '-';
    if (isDash) problems.syntaxRun('yaml/indentation', 'a list item stands among keys', from, from + 1);
    else problems.syntax(...unexpectedToken(token));
    return;
  }
  const isTemplate = source.text.startsWith('{{', from - 1);
  const kind =
    token.type === 'alias'
      ? 'an alias'
      : token.type === 'block-scalar'
        ? 'a text block'
        : token.type === 'flow-collection'
          ? token.start.source === '{'
            ? 'a map'
            : 'a list'
          : 'this';
  const to = 'source' in token ? from + token.source.length : from + 1;
  problems.syntax('yaml/complex-key', `${kind} cannot be a key`, from, Math.min(to, source.lineEnd(from)), {
    ...(isTemplate ? { help: NO_TEMPLATES } : {}),
  });
}

/**
 * Reports a key without a colon, which is often a colon without a space behind it.
 *
 * @param keyEnd where the key ends when that is known: a quoted key may hold spaces and colons
 */
export function reportMissingColon(
  { problems, source }: Building,
  from: number,
  to: number,
  keyEnd = from,
): void {
  const end = Math.min(to, source.lineEnd(from));
  const text = source.text.slice(from, end).trimEnd();
  const key = text.slice(0, keyEnd - from);
  const rest = text.slice(key.length);
  // A no-break space is a space to the eye and a letter to YAML.
  const colon = rest.search(/:[^ \t]/);
  if (colon >= 0 && key.length + colon > 0 && !/\s/.test(rest.slice(0, colon))) {
    problems.syntax(
      'yaml/missing-space',
      `${show(text)} has no space after its colon`,
      from,
      from + text.length,
    );
  } else {
    problems.syntax(
      'yaml/missing-colon',
      `${show(text)} has no colon after its key`,
      from,
      from + text.length,
    );
  }
}
