import { grouped } from '../../util/grouped-digits.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Outcome } from '../outcome.ts';
import type { SourceMap } from '../source-tree.ts';
import { buildTree } from './build-tree.ts';
import { findForbiddenCharacters, replaceForbiddenCharacters } from './forbidden-characters.ts';
import { limits } from './limits.ts';
import { findMergeConflicts } from './merge-conflicts.ts';
import { Problems } from './problems.ts';
import { readTokens } from './read-tokens.ts';
import { createSourceText } from './source-text.ts';

/**
 * Reads one YAML file as a map in which every key and value knows where it stands.
 *
 * The language is YAML 1.2 core without tags, directives, merge keys, complex keys and further documents.
 * Spans count from the text without byte order mark, see {@link withoutByteOrderMark}. A key without value
 * is null, with an empty span behind its colon. Values with brackets span the brackets, other maps and
 * lists reach from their first child to their last.
 *
 * @returns all mistakes of the file in reading order, at most `limits.problems` and a closing note; beside
 *   them the best reading of the text, unless it is not a map or passes a limit
 * @throws never, whatever the text; the answer takes at most 2 seconds (goal S1)
 */
export function parseYaml(file: string, text: string): Outcome<SourceMap> {
  const known = latest.get(file);
  const outcome = known?.text === text ? known.outcome : parse(file, text);
  // At its end again: a map has its keys in the order in which they were set.
  latest.delete(file);
  latest.set(file, { text, outcome });
  if (latest.size > FILES_REMEMBERED) latest.delete(latest.keys().next().value!);
  return outcome;
}

/**
 * The last reading of each file. A parent is read for every environment that extends it, and every spec once
 * more to find out whether it is one; the answer depends on nothing but file and text, and nobody changes it.
 */
const latest = new Map<string, { readonly text: string; readonly outcome: Outcome<SourceMap> }>();

/** Enough for a spec with its parents, and for a small project; the trees of thousands would fill the memory. */
const FILES_REMEMBERED = 32;

function parse(file: string, text: string): Outcome<SourceMap> {
  if (text.length > limits.fileLength) return { diagnostics: [tooLarge(file, text.length)] };
  const content = withoutByteOrderMark(text);
  const source = createSourceText(file, content);
  const problems = new Problems(source);

  // A text with NUL is not UTF-8 text at all; its lines would give one senseless finding each.
  const nul = /\0+/.exec(content);
  if (nul) {
    problems.report('yaml/nul', 'the file contains NUL characters', nul.index, nul.index + nul[0].length);
    return { diagnostics: problems.list() };
  }
  // Of two versions at once nothing else is to be said, neither about the marks nor about doubled keys.
  const conflicts = findMergeConflicts(content);
  for (const { from, to, isWhole } of conflicts) {
    const message = isWhole ? 'a merge was not finished here' : 'a mark of a merge was left behind here';
    problems.report('yaml/merge-conflict', message, from, to);
  }
  if (conflicts.length > 0) return { diagnostics: problems.list() };
  const forbidden = findForbiddenCharacters(content);
  for (const run of forbidden) problems.report(run.code, run.message, run.from, run.to);
  const readable = forbidden.length > 0 ? replaceForbiddenCharacters(content) : content;

  const { document, isCutShort } = readTokens(source, readable, problems);
  if (isCutShort) return { diagnostics: problems.list() };
  if (!document?.value && problems.mark() === 0) {
    problems.report('yaml/empty', 'the file holds no keys and values', 0, 0);
  }
  const root = document?.value ? buildTree(source, document, problems) : undefined;
  return { ...(root ? { value: root } : {}), diagnostics: problems.list() };
}

/** The text that spans and code frames count in. */
export function withoutByteOrderMark(text: string): string {
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}

function tooLarge(file: string, length: number): Diagnostic {
  const start = createSourceText(file, '').span(0, 0);
  const problems = new Problems(createSourceText(file, ''));
  const most = grouped(limits.fileLength);
  problems.report(
    'yaml/too-large',
    `the file is ${grouped(length)} characters long; ${most} are allowed`,
    0,
    0,
  );
  return problems.list()[0] ?? { code: 'yaml/too-large', severity: 'error', message: '', at: start };
}
