import { type Diagnostic, isSpan, type RelatedPlace, type Suggestion } from '../diagnostic.ts';
import { limits } from './limits.ts';
import type { SourceText } from './source-text.ts';
import { repairText } from './text-repairs.ts';
import { advice, type YamlCode } from './yaml-messages.ts';

/** What one report may add to the message of its code. */
export interface ReportDetails {
  readonly help?: string;
  readonly related?: readonly RelatedPlace[];
  readonly suggestions?: readonly Suggestion[];
}

/** The arguments of one report, for findings that are made before it is clear whether they count. */
export type Report = [code: YamlCode, message: string, from: number, to: number, details?: ReportDetails];

interface Kept {
  readonly diagnostic: Diagnostic;
  readonly code: YamlCode;
  readonly from: number;
  readonly line: number;
  readonly isSyntax: boolean;
}

// Ten times what is shown: enough to sort by place before cutting, small enough for any input.
const KEPT = limits.problems * 10;

// Nobody sees the connection over more lines, and a hostile text would cost a walk over all of it each time.
const FAR = 200;

/** Collects what is wrong with one file and keeps a mistake from being reported twice. */
export class Problems {
  readonly #source: SourceText;
  readonly #syntaxLines = new Set<number>();
  #kept: Kept[] = [];
  #leftOut = 0;
  #lastRunLine = -1;

  constructor(source: SourceText) {
    this.#source = source;
  }

  /** Adds a finding about the units `from` to before `to`. */
  report(code: YamlCode, message: string, from: number, to: number, details: ReportDetails = {}): void {
    this.#keep(false, code, message, from, to, details);
  }

  /**
   * Adds a finding about the grammar unless its line has one: a parser that lost its way says several
   * things about one slip, and the first is the one to repair.
   */
  syntax(code: YamlCode, message: string, from: number, to: number, details: ReportDetails = {}): void {
    const line = this.#source.lineAt(from);
    if (this.#syntaxLines.has(line)) return;
    this.#syntaxLines.add(line);
    this.#keep(true, code, message, from, to, details);
  }

  /** Like {@link syntax}, for a slip that every line of a block repeats: neighbouring lines are one finding. */
  syntaxRun(code: YamlCode, message: string, from: number, to: number): void {
    const line = this.#source.lineAt(from);
    if (line !== this.#lastRunLine + 1) this.syntax(code, message, from, to);
    this.#syntaxLines.add(line);
    this.#lastRunLine = line;
  }

  /** Whether the line of `offset` has a finding about the grammar, which makes other findings doubtful. */
  hasSyntaxOnLineOf(offset: number): boolean {
    return this.#syntaxLines.has(this.#source.lineAt(offset));
  }

  /** Whether some line stands in no column that the lines around it have. */
  get hasIndentation(): boolean {
    return this.#kept.some(({ diagnostic }) => diagnostic.code === 'yaml/indentation');
  }

  /** A place to come back to with {@link retractSyntax}. */
  mark(): number {
    return this.#kept.length;
  }

  /** Takes back the findings about the grammar since `mark`, which turned out to follow from another one. */
  retractSyntax(mark: number): void {
    for (const kept of this.#kept.slice(mark)) if (kept.isSyntax) this.#syntaxLines.delete(kept.line);
    this.#kept = this.#kept.filter((kept, index) => index < mark || !kept.isSyntax);
  }

  /** Takes back and refuses findings about the grammar on lines that were read in a wrong way altogether. */
  silenceSyntax(fromLine: number, toLine: number): void {
    for (let line = fromLine; line <= toLine; line += 1) this.#syntaxLines.add(line);
    this.#kept = this.#kept.filter(({ isSyntax, line }) => !isSyntax || line < fromLine || line > toLine);
  }

  /** In reading order, at most {@link limits.problems} and one closing note. */
  list(): readonly Diagnostic[] {
    const sorted = [...this.#kept].sort((a, b) => a.from - b.from).filter((kept) => !this.#isAftermath(kept));
    const shown = sorted.slice(0, limits.problems).map((kept) => this.#withRepair(kept));
    const leftOut = sorted.length - shown.length + this.#leftOut;
    const last = shown.at(-1);
    if (leftOut === 0 || !last?.at) return shown;
    const closing: Diagnostic = {
      code: 'yaml/too-many-problems' satisfies YamlCode,
      severity: 'info',
      message: `${leftOut} more ${leftOut === 1 ? 'problem is' : 'problems are'} not listed`,
      ...advice['yaml/too-many-problems'],
      at: last.at,
    };
    return [...shown, closing];
  }

  /**
   * What follows from a line that could not be read: all that is nested below it has lost the key it belongs
   * to, and the parser its column for the lines behind.
   */
  #isAftermath({ diagnostic: { code }, line }: Kept): boolean {
    const isIndentation = code === 'yaml/indentation';
    if (!isIndentation && code !== 'yaml/duplicate-key') return false;
    const own = this.#source.indentOf(line) ?? 0;
    let least = own;
    for (let above = line - 1; above > 0 && line - above < FAR; above -= 1) {
      const indent = this.#source.indentOf(above);
      if (indent === undefined) continue;
      const isAbove = indent < least;
      const isBefore = isIndentation && least === own && (indent <= own || above === line - 1);
      if ((isAbove || isBefore) && this.#syntaxLines.has(above)) return true;
      least = Math.min(least, indent);
      if (least === 0) return false;
    }
    return false;
  }

  /** Only for what is shown: to look at the lines around each of many mistakes would take time. */
  #withRepair({ diagnostic, code }: Kept): Diagnostic {
    const { at, suggestions } = diagnostic;
    if (suggestions || !at || !isSpan(at)) return diagnostic;
    const repair = repairText(code, this.#source, at);
    if (!repair) return diagnostic;
    const { message, edits, isCertain } = repair;
    const suggestion: Suggestion = {
      message,
      edits: edits.map(({ from, to, text }) => ({ span: this.#source.span(from, to), text })),
      ...(isCertain ? { applicability: 'machine' } : {}),
    };
    return { ...diagnostic, suggestions: [suggestion] };
  }

  #keep(
    isSyntax: boolean,
    code: YamlCode,
    message: string,
    from: number,
    to: number,
    details: ReportDetails,
  ): void {
    if (this.#kept.length >= KEPT) {
      this.#leftOut += 1;
      return;
    }
    const at = this.#source.span(from, to);
    const diagnostic: Diagnostic = { code, severity: 'error', message, ...advice[code], ...details, at };
    this.#kept.push({ diagnostic, code, from, line: at.start.line, isSyntax });
  }
}
