import { applyEdits } from '../edit/apply-edits.ts';
import { withoutByteOrderMark } from '../load/parse-yaml.ts';
import type { ReadResult, SpecFiles } from '../load/spec-files.ts';
import type { Span } from '../span.ts';
import { objectionTo } from './judge.ts';
import { type Compile, type Look, look } from './look.ts';
import { apart, editsByFile, type Repair, repairsOf } from './repair.ts';
import { type Shown, showRepair } from './show-repair.ts';

export interface FixedSpecs {
  /** Those whose text is another one now, sorted by name. */
  readonly files: readonly FixedFile[];
  readonly fixed: readonly AppliedFix[];
  /** What looked like a repair and was taken back. */
  readonly refused: readonly RefusedFix[];
}

export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

export interface AppliedFix extends Shown {
  readonly code: string;
  /** In the text as it was when it was made. */
  readonly span: Span;
}

export interface RefusedFix extends AppliedFix {
  readonly reason: string;
}

/** A file that needs more of them is no spec with slips. */
const MOST_ROUNDS = 200;

/**
 * Repairs everything whose repair is certain, by replacing stretches of the text; not a character beside them changes.
 * After each round everything is compiled again, because what was hidden behind a mistake can be seen then. A repair
 * that brings a new finding, in whatever environment, or does not take its own away is taken back.
 *
 * Fixing twice is fixing once: the last rounds have tried everything that is left, and made nothing of it.
 *
 * @param files as they are; nothing is written
 * @param wanted files of the environments that are repaired
 * @param all files of all environments, for a parent may be extended by others
 */
export function fixSpecs(
  files: SpecFiles,
  wanted: readonly string[],
  all: readonly string[],
  compile: Compile,
): FixedSpecs {
  const texts = new Texts(readOnce(files));
  const refused = new Map<string, RefusedFix>();
  const fixed: AppliedFix[] = [];
  let looks = all.map((file) => look(file, texts, compile));

  /** Makes repairs together. @returns why not, and then nothing has changed */
  const make = (repairs: readonly Repair[]): string | undefined => {
    const next = texts.edited(repairs);
    const after = looks.map((old) => (readsAny(old, next.changed) ? look(old.file, next, compile) : old));
    const objection = objectionTo(repairs, looks, after, (file) => withoutByteOrderMark(next.textOf(file)));
    if (objection !== undefined) return objection;
    fixed.push(...repairs.map((repair) => aboutRepair(repair, texts)));
    texts.take(next);
    looks = after;
    return undefined;
  };

  let wasRefusedAt = fixed.length;
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const repairs = repairsOf(looks.filter(({ file }) => wanted.includes(file))).filter(
      (repair) => !refused.has(repairKey(repair, texts)),
    );
    const together = apart(repairs);
    if (together.length === 0) {
      if (fixed.length === wasRefusedAt) break;
      // What stood in the way of the refused ones may be gone; the last pass must have tried all of them.
      refused.clear();
      wasRefusedAt = fixed.length;
      continue;
    }
    if (make(together) === undefined) continue;
    // One of them is wrong, or two do not go together: the first that is right by itself is made.
    for (const repair of together) {
      const reason = make([repair]);
      if (reason === undefined) break;
      refused.set(repairKey(repair, texts), { ...aboutRepair(repair, texts), reason });
    }
  }
  return { files: texts.changedFiles(), fixed, refused: [...refused.values()] };
}

function readsAny({ file, document }: Look, changed: ReadonlySet<string>): boolean {
  return changed.has(file) || [...(document?.texts.keys() ?? [])].some((name) => changed.has(name));
}

/** The same when the text around it has moved. */
function repairKey({ found, edits }: Repair, texts: Texts): string {
  const said = edits.map(({ span, text }) => [
    span.file,
    withoutByteOrderMark(texts.textOf(span.file)).slice(span.start.offset, span.end.offset),
    text,
  ]);
  return JSON.stringify([found.code, found.diagnostic.message, said]);
}

function aboutRepair({ found, edits }: Repair, texts: Texts): AppliedFix {
  const span = found.span ?? edits[0]!.span;
  const text = withoutByteOrderMark(texts.textOf(edits[0]!.span.file));
  return { code: found.code, span, ...showRepair(text, edits) };
}

/** All rounds begin with the same texts, whatever an editor does meanwhile. */
function readOnce(files: SpecFiles): SpecFiles {
  const read = new Map<string, ReadResult>();
  return {
    read(file) {
      const known = read.get(file) ?? files.read(file);
      read.set(file, known);
      return known;
    },
  };
}

/** The files as they are, with some that say something else by now. */
class Texts implements SpecFiles {
  readonly #files: SpecFiles;
  readonly #now: Map<string, string>;
  readonly changed: ReadonlySet<string>;

  constructor(
    files: SpecFiles,
    now: ReadonlyMap<string, string> = new Map(),
    changed: ReadonlySet<string> = new Set(),
  ) {
    this.#files = files;
    this.#now = new Map(now);
    this.changed = changed;
  }

  read(file: string) {
    const text = this.#now.get(file);
    return text === undefined ? this.#files.read(file) : { text };
  }

  /** Of a file that was read before. */
  textOf(file: string): string {
    const read = this.read(file);
    return 'text' in read ? read.text : '';
  }

  edited(repairs: readonly Repair[]): Texts {
    const edits = editsByFile(repairs);
    const now = new Map(this.#now);
    for (const [file, some] of edits) now.set(file, applyEdits(this.textOf(file), some));
    return new Texts(this.#files, now, new Set(edits.keys()));
  }

  take(next: Texts): void {
    for (const [file, text] of next.#now) this.#now.set(file, text);
  }

  changedFiles(): readonly FixedFile[] {
    return [...this.#now]
      .map(([file, after]) => ({ file, before: new Texts(this.#files).textOf(file), after }))
      .filter(({ before, after }) => before !== after)
      .sort((a, b) => (a.file < b.file ? -1 : 1));
  }
}
