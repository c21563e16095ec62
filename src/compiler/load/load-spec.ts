import { type Diagnostic, isSpan } from '../diagnostic.ts';
import type { Outcome } from '../outcome.ts';
import type { SourceEntry, SourceMap, SpecDocument } from '../source-tree.ts';
import type { Span } from '../span.ts';
import { limits } from './limits.ts';
import { extendsAdvice, type LoadCode } from './load-messages.ts';
import { mergeSpecs } from './merge.ts';
import { resolveParentPath } from './parent-path.ts';
import { parseYaml, withoutByteOrderMark } from './parse-yaml.ts';
import type { ReadProblem, SpecFiles } from './spec-files.ts';
import { show } from './yaml-messages.ts';

/**
 * Reads a spec and the parents it extends, and merges them into one tree.
 *
 * The merged root holds the child's own `extends` and `environment`; a parent's `extends` is taken off,
 * and so is its `environment` unless the child overrides it: an environment that forgets its name must not
 * become a copy of another one.
 *
 * @param file relative to the project folder, with forward slashes; its folder bounds all parents
 * @returns the mistakes of all files in one run, the child's first; the document is present when the first
 *   file is a map, even if something is wrong with it or with a parent
 */
export function loadSpec(file: string, files: SpecFiles): Outcome<SpecDocument> {
  const root = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
  const texts = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  const chain: Link[] = [];

  for (let next: string | undefined = file; next !== undefined; ) {
    const link = readLink(next, files, texts, diagnostics, chain.at(-1)?.extendsAt);
    if (!link) break;
    chain.push(link);
    next = findParent(root, chain, diagnostics);
  }

  const [child, ...parents] = chain;
  if (!child?.map) return { diagnostics };
  let merged: SourceMap | undefined;
  for (const { map } of [child, ...parents].reverse()) {
    if (!map) continue;
    merged = merged ? (mergeSpecs(withoutOwnKeys(merged, map), map).value ?? map) : map;
  }
  return { value: { file, root: merged ?? child.map, texts }, diagnostics };
}

/** One file of the chain. */
interface Link {
  readonly file: string;
  readonly map?: SourceMap;
  /** The value of its `extends`. */
  readonly extendsAt?: Span;
  readonly extendsTo?: string;
}

function readLink(
  file: string,
  files: SpecFiles,
  texts: Map<string, string>,
  diagnostics: Diagnostic[],
  extendsAt: Span | undefined,
): Link | undefined {
  const read = files.read(file);
  if ('problem' in read) {
    const code = extendsAt ? EXTENDS_CODES[read.problem] : FILE_CODES[read.problem];
    const message = `${extendsAt ? 'the parent' : 'the spec'} ${show(file)} ${PROBLEMS[read.problem]}`;
    const detail = read.detail === '' ? message : `${message}: ${read.detail}`;
    diagnostics.push(finding(code, detail, extendsAt));
    return undefined;
  }
  texts.set(file, withoutByteOrderMark(read.text));
  const parsed = parseYaml(file, read.text);
  diagnostics.push(...parsed.diagnostics);
  const map = parsed.value;
  const value = map?.entries.get('extends')?.value;
  if (!map || !value) return map ? { file, map } : { file };
  // What could not be read properly is told already, and is not what was meant.
  const isDoubtful = parsed.diagnostics.some(
    ({ at }) => at && isSpan(at) && at.start.line === value.span.start.line,
  );
  if (isDoubtful) return { file, map };
  if (value.kind !== 'scalar' || typeof value.value !== 'string') {
    const found = value.kind === 'scalar' ? show(value.source || 'null') : `a ${value.kind}`;
    diagnostics.push(
      finding('extends/not-a-path', `"extends" is ${found}, not a path`, firstLineOf(value.span)),
    );
    return { file, map };
  }
  return { file, map, extendsAt: value.span, extendsTo: value.value };
}

/** The file that the last link extends, if it may be read. */
function findParent(root: string, chain: readonly Link[], diagnostics: Diagnostic[]): string | undefined {
  const link = chain.at(-1);
  if (!link?.extendsAt || link.extendsTo === undefined) return undefined;
  const parent = resolveParentPath(root, link.file, link.extendsTo);
  if (!parent.ok) {
    diagnostics.push(finding(parent.code, parent.message, link.extendsAt));
    return undefined;
  }
  const names = [...chain.map(({ file }) => file), parent.path];
  const start = chain.findIndex(({ file }) => file === parent.path);
  if (start !== -1) {
    const related = chain
      .slice(start, -1)
      .flatMap(({ extendsAt }) =>
        extendsAt ? [{ message: 'which is reached from here', at: extendsAt }] : [],
      );
    const cycle = names.slice(start).join(' → ');
    diagnostics.push({
      ...finding('extends/cycle', `the files extend each other: ${cycle}`, link.extendsAt),
      related,
    });
    return undefined;
  }
  if (chain.length > limits.parents) {
    const message = `the chain of parents is longer than ${limits.parents} files: ${names.join(' → ')}`;
    diagnostics.push(finding('extends/too-deep', message, link.extendsAt));
    return undefined;
  }
  return parent.path;
}

/** The parent without what only the file itself can say. */
function withoutOwnKeys(parent: SourceMap, child: SourceMap): SourceMap {
  const entries = new Map<string, SourceEntry>(parent.entries);
  entries.delete('extends');
  if (!child.entries.has('environment')) entries.delete('environment');
  return { ...parent, entries };
}

function finding(code: LoadCode, message: string, at: Span | undefined): Diagnostic {
  return { code, severity: 'error', message, ...extendsAdvice[code], ...(at ? { at } : {}) };
}

function firstLineOf(span: Span): Span {
  if (span.start.line === span.end.line) return span;
  const { line, column, offset } = span.start;
  return { ...span, end: { line, column: column + 1, offset: offset + 1 } };
}

const PROBLEMS: Record<ReadProblem, string> = {
  missing: 'does not exist',
  'not-a-file': 'is not a file',
  outside: 'lies outside the project folder',
  'too-large': 'is too large',
  symlink: 'is reached through a symbolic link',
  unreadable: 'cannot be read',
};

const FILE_CODES: Record<ReadProblem, LoadCode> = {
  missing: 'file/missing',
  'not-a-file': 'file/not-a-file',
  outside: 'file/outside',
  'too-large': 'file/too-large',
  symlink: 'file/symlink',
  unreadable: 'file/unreadable',
};

const EXTENDS_CODES: Record<ReadProblem, LoadCode> = {
  missing: 'extends/missing',
  'not-a-file': 'extends/not-a-file',
  outside: 'extends/outside',
  'too-large': 'extends/too-large',
  symlink: 'extends/symlink',
  unreadable: 'extends/unreadable',
};
