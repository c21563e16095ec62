import { type Diagnostic, isSpan, type Severity } from '../diagnostic.ts';
import type { Code } from '../diagnostics/code.ts';
import { findSpan } from '../load/find-span.ts';
import type { SpecFiles } from '../load/spec-files.ts';
import type { SpecDocument } from '../source-tree.ts';
import type { Span } from '../span.ts';

/** What compiling an environment gives, as far as fixing is concerned. */
export interface Compiled {
  readonly diagnostics: readonly Diagnostic[];
  readonly document?: SpecDocument;
}

/** Compiles the environment of a file. */
export type Compile = (file: string, files: SpecFiles) => Compiled;

/** An environment as it looks with the texts of one moment. */
export interface Look extends Compiled {
  readonly file: string;
  readonly found: readonly Found[];
  /** The first phase that found an error; what later ones would find is not known. */
  readonly phase: Phase;
  /** Whether a phase found more than it lists. */
  readonly isCutShort: boolean;
}

export interface Found {
  readonly diagnostic: Diagnostic;
  readonly code: Code;
  readonly severity: Severity;
  readonly phase: Phase;
  readonly span: Span | undefined;
}

/** Text, shape, references, rules: each starts when the one before found no error. */
export type Phase = 0 | 1 | 2 | 3;

export function look(file: string, files: SpecFiles, compile: Compile): Look {
  const { diagnostics, document } = compile(file, files);
  const found = diagnostics.map((diagnostic): Found => {
    const { code, severity, at } = diagnostic;
    const span = !at || isSpan(at) ? at : document && findSpan(document, at);
    return { diagnostic, code, severity, phase: phaseOf(code), span };
  });
  const errors = found.filter(({ severity }) => severity === 'error').map(({ phase }) => phase);
  return {
    file,
    diagnostics,
    ...(document ? { document } : {}),
    found: found.filter(({ code }) => !isClosingNote(code)),
    phase: Math.min(3, ...errors) as Phase,
    isCutShort: found.some(({ code }) => isClosingNote(code)),
  };
}

function isClosingNote(code: string): boolean {
  return code.endsWith('/too-many-problems');
}

const PHASES: Readonly<Record<string, Phase>> = {
  file: 0,
  extends: 0,
  yaml: 0,
  shape: 1,
  environment: 1,
  reference: 2,
};

function phaseOf(code: string): Phase {
  return PHASES[code.slice(0, code.indexOf('/'))] ?? 3;
}
