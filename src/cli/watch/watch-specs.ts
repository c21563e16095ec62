import { today } from '../../host/clock.ts';
import { onInterrupt } from '../../host/interrupted.ts';
import { type WatchedFolders, watchFolders } from '../../host/watch-folders.ts';
import type { CliContext } from '../command.ts';
import type { CompiledEnvironments } from '../environments.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { plural } from '../report.ts';
import { UsageError } from '../usage-error.ts';

/**
 * Checks, and again whenever a file changes that could be a spec or a parent, until somebody interrupts.
 *
 * @param check tells what is found, and returns it
 * @throws UsageError when the first check does; later, when the folder is gone for a moment, it is only told
 */
export async function watchSpecs(
  context: CliContext,
  check: (context: CliContext) => CompiledEnvironments,
): Promise<ExitCode> {
  const { folder, specs, output } = context;
  const interruption = onInterrupt();
  // Before the first check, so that no change is missed while it runs.
  const files = watchFolders(folder, [specs], '.yaml');
  try {
    follow(check(context), files, context);
    output.say(`watching ${specs || '.'}; Ctrl-C ends it`);
    for (;;) {
      const changes = await Promise.race([files.next(), interruption.happened]);
      if (!changes) return EXIT.interrupted;
      output.say(`\n――― ${changedText(changes)} ―――\n`);
      try {
        follow(check({ ...context, today: today() }), files, context);
      } catch (error) {
        if (!(error instanceof UsageError)) throw error;
        output.say(`${error.message}; waiting for it`);
      }
    }
  } finally {
    files.close();
    interruption.forget();
  }
}

/** Parents may lie in folders below. */
function follow({ texts }: CompiledEnvironments, files: WatchedFolders, { specs }: CliContext): void {
  const folders = [...texts.keys()].map((file) => file.slice(0, Math.max(0, file.lastIndexOf('/'))));
  files.watch([...new Set([specs, ...folders])]);
}

function changedText([first = '', ...others]: readonly string[]): string {
  return others.length === 0
    ? `${first} changed`
    : `${first} and ${plural(others.length, 'more file')} changed`;
}
