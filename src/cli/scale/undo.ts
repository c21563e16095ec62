import { unifiedDiff } from '../../compiler/edit/unified-diff.ts';
import { projectFiles } from '../../host/project-files.ts';
import type { CliContext } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { sanitize } from '../sanitize.ts';
import { isRefused, previewEdit } from './preview.ts';
import { json, previewJson, printPreview, refusalJson, reportFindings } from './print.ts';
import { forgetEdit, readUndoJournal, undoEdit } from './save.ts';
import { othersThatRead } from './target-file.ts';
import type { RememberedEdit } from './undo-journal.ts';

export interface UndoOptions {
  readonly isDryRun: boolean;
  readonly isJson: boolean;
}

/** Takes the last edit of an environment back, to the byte, if nobody has changed the file since. */
export async function undo(
  environment: string,
  names: readonly string[],
  options: UndoOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { folder, output } = context;
  const journal = readUndoJournal(folder, environment);
  if ('problem' in journal) {
    output.say(journal.problem);
    return EXIT.io;
  }
  const last = journal.edits.at(-1);
  if (!last) {
    output.say(`there is nothing to take back: this machine remembers no edit of ${environment}`);
    if (options.isJson) output.data(json({ environment, written: false, undone: null }));
    return EXIT.findings;
  }
  const read = projectFiles(folder).read(last.file);
  const current = 'text' in read ? read.text : undefined;
  if (current === last.before) return alreadyUndone(environment, last, options, context);
  if (current !== last.after) return changedSince(environment, last, current, options, context);
  return takeBack(environment, names, last, journal.edits.length - 1, options, context);
}

async function takeBack(
  environment: string,
  names: readonly string[],
  last: RememberedEdit,
  left: number,
  { isDryRun, isJson }: UndoOptions,
  context: CliContext,
): Promise<ExitCode> {
  const { folder, output } = context;
  const { file, before, after } = last;
  const environments = [environment, ...othersThatRead(file, environment, names, context)];
  const preview = await previewEdit({ file, before: after, after: before }, environments, context);
  // What was there before is put back in any case, but nobody shall think that it is fine.
  if (isRefused(preview)) {
    if (isJson)
      output.data(refusalJson(preview.located, { environment, written: !isDryRun, undone: last.command }));
    else {
      output.data(sanitize(unifiedDiff(file, after, before)));
      reportFindings(preview.located, preview.texts, context);
    }
  } else if (isJson)
    output.data(previewJson(preview, { environment, written: !isDryRun, undone: last.command }));
  else output.data(printPreview(preview));
  if (isDryRun) {
    output.say(`would take back: ${last.command}`);
    return isRefused(preview) ? EXIT.findings : EXIT.success;
  }
  const result = undoEdit(folder, environment, last);
  if (result.kind === 'failed') {
    output.say(result.message);
    return EXIT.io;
  }
  output.say(`took back: ${last.command}`);
  output.say(`${file} is as it was before${left > 0 ? `; ${left} more can be taken back` : ''}`);
  output.say(`next: elastiform synth ${environments.join(' ')}`);
  return isRefused(preview) ? EXIT.findings : EXIT.success;
}

/** By hand, by git, or by an undo that was interrupted. */
function alreadyUndone(
  environment: string,
  last: RememberedEdit,
  { isDryRun, isJson }: UndoOptions,
  { folder, output }: CliContext,
): ExitCode {
  output.say(`${last.file} is already as it was before: ${last.command}`);
  if (isJson) output.data(json({ environment, written: false, undone: last.command }));
  if (isDryRun) return EXIT.success;
  const result = forgetEdit(folder, environment, last);
  if (result.kind === 'undone') return EXIT.success;
  output.say(result.message);
  return EXIT.io;
}

function changedSince(
  environment: string,
  { file, before, after, command, date }: RememberedEdit,
  current: string | undefined,
  { isJson }: UndoOptions,
  { output }: CliContext,
): ExitCode {
  const since = unifiedDiff(file, after, current ?? '');
  const wanted = unifiedDiff(file, after, before);
  if (isJson)
    output.data(json({ environment, written: false, undone: null, changedSince: since, undo: wanted }));
  output.say(`${file} has changed since: ${command} (${date})`);
  output.say(current === undefined ? 'it cannot be read any more' : since.trimEnd());
  output.say('\nnothing was written; these lines would take the edit back:');
  output.say(wanted.trimEnd());
  return EXIT.findings;
}
