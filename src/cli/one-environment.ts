import type { CliContext } from './command.ts';
import { compileEnvironments, type ResolvedEnvironment } from './environments.ts';
import type { ExitCode } from './exit-code.ts';
import { failureCode, hasErrors, report } from './report.ts';

/** An environment without errors, and the names of all that there are. */
export interface OneEnvironment {
  readonly spec: ResolvedEnvironment;
  readonly names: readonly string[];
}

/**
 * The environment that a command is about. Its mistakes are told where it has some, and its warnings are not: they are
 * for `validate`.
 *
 * @returns the exit code for a spec with errors
 * @throws UsageError for a name without a spec
 */
export function oneEnvironment(name: string, context: CliContext): OneEnvironment | ExitCode {
  const compiled = compileEnvironments([name], context);
  const spec = compiled.resolved[0];
  if (spec && !hasErrors(compiled)) {
    return {
      spec,
      // All files of the folder are looked at for them, and not every command asks.
      get names() {
        return compiled.names;
      },
    };
  }
  report(compiled, context);
  return failureCode(compiled);
}
