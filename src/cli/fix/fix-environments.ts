import { compileSpec } from '../../compiler/compile.ts';
import { unifiedDiff } from '../../compiler/edit/unified-diff.ts';
import { type FixedFile, type FixedSpecs, fixSpecs } from '../../compiler/fix/fix-specs.ts';
import { projectFiles } from '../../host/project-files.ts';
import { replaceFile } from '../../host/replace-file.ts';
import type { CliContext } from '../command.ts';
import { compileEnvironments, inSpecs } from '../environments.ts';
import { DEFAULT_OUTPUT, outputFolder, readPreviousLedger } from '../output-folder.ts';
import { replacementFailure } from '../replacement-failure.ts';
import { plural } from '../report.ts';
import { printFixed, printRefused } from './print-fixes.ts';
import { withTexts } from './with-texts.ts';

/** @throws UsageError as `compileEnvironments` */
export function findFixes(wanted: readonly string[], context: CliContext): FixedSpecs {
  const { folder, specs, knowledge, today } = context;
  const { names } = compileEnvironments(wanted, context);
  const out = outputFolder(folder, DEFAULT_OUTPUT);
  const ledgers = new Map(
    names.map((name) => [inSpecs(specs, `${name}.yaml`), readPreviousLedger(out, name)]),
  );
  const all = [...ledgers.keys()];
  const chosen = wanted.length === 0 ? all : wanted.map((name) => inSpecs(specs, `${name}.yaml`));
  return fixSpecs(projectFiles(folder), chosen, all, (file, files) => {
    const found = ledgers.get(file);
    const previous = found && 'ledger' in found ? found.ledger : undefined;
    return compileSpec(file, files, knowledge, { today, previous });
  });
}

/** Writes what can be repaired and tells of it. @returns whether every file could be written */
export function writeFixes(found: FixedSpecs, { folder, output }: CliContext): boolean {
  const failed = new Set<string>();
  for (const edit of found.files) {
    const failure = writeFile(folder, edit);
    if (failure === undefined) continue;
    failed.add(edit.file);
    output.say(`${failure}; nothing was written to it`);
  }
  const fixed = found.fixed.filter(({ span }) => !failed.has(span.file));
  for (const fix of fixed) output.say(printFixed(fix));
  for (const fix of found.refused) output.say(printRefused(fix));
  const files = plural(found.files.length - failed.size, 'file');
  output.say(
    fixed.length === 0 ? 'nothing was fixed' : `fixed ${plural(fixed.length, 'finding')} in ${files}`,
  );
  return failed.size === 0;
}

/** Prints the difference that fixing would make. @returns the files as they would be */
export function showFixes(found: FixedSpecs, { folder, output }: CliContext) {
  output.data(found.files.map(({ file, before, after }) => unifiedDiff(file, before, after)).join(''));
  for (const fix of found.refused) output.say(printRefused(fix));
  const count = plural(found.fixed.length, 'finding');
  output.say(`a dry run: nothing was written; ${count} would be fixed`);
  return withTexts(projectFiles(folder), new Map(found.files.map(({ file, after }) => [file, after])));
}

function writeFile(folder: string, { file, before, after }: FixedFile): string | undefined {
  return replacementFailure(file, replaceFile(folder, file, { text: after, expected: before }));
}
