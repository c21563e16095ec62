import { makeProjectFile } from '../../host/project-file.ts';
import { projectFiles } from '../../host/project-files.ts';
import { missingLines, type ProjectFile } from '../../scaffold/project-files.ts';
import type { CliContext } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { replacementFailure } from '../replacement-failure.ts';

/** A file that `init` would make; `lines` as in `ProjectFile`. */
export type NewFile = Pick<ProjectFile, 'path' | 'text'> & Partial<Pick<ProjectFile, 'lines'>>;

/** Makes those files that are not there, and says of the others what they lack. */
export function placeFiles(files: readonly NewFile[], isDryRun: boolean, context: CliContext): ExitCode {
  const { output, folder } = context;
  for (const { path, text, lines = [] } of files) {
    const read = projectFiles(folder).read(path);
    if ('text' in read) {
      const missing = missingLines({ path, text, lines }, read.text);
      const lacks = missing.length === 0 ? '' : `; it lacks: ${missing.join(' · ')}`;
      output.say(`  exists ${path}, left as it is${lacks}`);
    } else if (isDryRun) {
      output.say(`  would create ${path}`);
      output.data(`==> ${path}\n${text}`);
    } else {
      const result = makeProjectFile(folder, path, text);
      const failure = replacementFailure(path, result);
      if (failure !== undefined) {
        output.say(`elastiform: ${failure}`);
        return EXIT.io;
      }
      output.say(`  create ${path}`);
    }
  }
  return EXIT.success;
}
