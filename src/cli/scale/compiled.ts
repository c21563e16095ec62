import { compileSpec, type ResolvedSpec } from '../../compiler/compile.ts';
import type { SpecFiles } from '../../compiler/load/spec-files.ts';
import type { SpecDocument } from '../../compiler/source-tree.ts';
import { projectFiles } from '../../host/project-files.ts';
import type { CliContext } from '../command.ts';
import { inReadingOrder, type Located, locate } from '../located.ts';
import { DEFAULT_OUTPUT, outputFolder, readPreviousLedger } from '../output-folder.ts';

/** One environment, compiled as if some files said something else. */
export interface Compiled {
  readonly environment: string;
  readonly file: string;
  /** Absent when the spec is too broken to be resolved. */
  readonly spec: ResolvedSpec | undefined;
  readonly document: SpecDocument | undefined;
  readonly located: readonly Located[];
  readonly texts: ReadonlyMap<string, string>;
  readonly hasErrors: boolean;
}

/** @param instead texts by file, for those that are not to be read from the disk */
export function compileInstead(
  environment: string,
  { folder, specs, knowledge, today, catalog }: CliContext,
  instead: ReadonlyMap<string, string> = new Map(),
): Compiled {
  const onDisk = projectFiles(folder);
  const files: SpecFiles = {
    read(path) {
      const text = instead.get(path);
      return text === undefined ? onDisk.read(path) : { text };
    },
  };
  const file = `${specs}/${environment}.yaml`;
  if (catalog?.hasErrors) {
    const { located, texts, hasErrors } = catalog;
    return { environment, file, spec: undefined, document: undefined, located, texts, hasErrors };
  }
  // A damaged ledger is told by `synth`; an edit of numbers neither adds nor removes what holds data.
  const found = readPreviousLedger(outputFolder(folder, DEFAULT_OUTPUT), environment);
  const previous = 'ledger' in found ? found.ledger : undefined;
  const { value, diagnostics, document } = compileSpec(file, files, knowledge, { today, previous });
  return {
    environment,
    file,
    spec: value,
    document,
    located: inReadingOrder(diagnostics.map((diagnostic) => locate(diagnostic, document, file))),
    texts: new Map(document?.texts ?? []),
    hasErrors: !value || diagnostics.some(({ severity }) => severity === 'error'),
  };
}
