import { relative, resolve } from 'node:path';
import { layOver } from '../catalog/file/lay-over.ts';
import type { Knowledge } from '../compiler/compile.ts';
import { type Diagnostic, hasErrors } from '../compiler/diagnostic.ts';
import { readInput } from '../host/read-input.ts';
import { inReadingOrder, type Located, locate } from './located.ts';
import { UsageError } from './usage-error.ts';

/** What is to be said about the file of `--catalog`. */
export interface CatalogFindings {
  readonly located: readonly Located[];
  readonly texts: ReadonlyMap<string, string>;
  readonly hasErrors: boolean;
}

/**
 * Lays the catalog of the user over the one of the knowledge; with mistakes in it, nothing is laid over.
 *
 * @param path relative to the folder in which the command was started, as in any other program
 * @param project absolute; findings name the file from there, as they do specs
 * @throws UsageError for a file that cannot be read
 */
export function readCatalogFile(
  path: string | undefined,
  { folder, knowledge }: { readonly folder: string; readonly knowledge: Knowledge },
  project: string,
): { readonly knowledge: Knowledge; readonly catalog?: CatalogFindings } {
  if (path === undefined) return { knowledge };
  const input = readInput(folder, path);
  if ('problem' in input)
    throw new UsageError(`--catalog: ${path} ${input.problem}`, 'name a file as docs/catalog.md has it');
  const file =
    path === '-' ? 'standard input' : relative(project, resolve(folder, path)).replaceAll('\\', '/');
  const { value, diagnostics, document } = layOver(knowledge.catalog, file, input.text);
  return {
    knowledge: value ? { ...knowledge, catalog: value } : knowledge,
    catalog: {
      located: inReadingOrder(diagnostics.map((diagnostic) => locate(byHand(diagnostic), document, file))),
      texts: document?.texts ?? new Map([[file, input.text]]),
      hasErrors: hasErrors(diagnostics),
    },
  };
}

/** `validate --fix` repairs specs, and leaves alone what somebody may have brought from elsewhere. */
function byHand({ suggestions, ...diagnostic }: Diagnostic): Diagnostic {
  if (!suggestions) return diagnostic;
  return { ...diagnostic, suggestions: suggestions.map((one) => ({ ...one, applicability: 'maybe' })) };
}
