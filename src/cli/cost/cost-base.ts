import { type CompiledVersion, compileBase } from '../base/compile-version.ts';
import { isFailure, openBase } from '../base/open-base.ts';
import type { CliContext } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

/** A version of the specs to compare costs with. */
export interface CostBase {
  /** As the user said it. */
  readonly label: string;
  /** Absent where there were no specs yet. */
  readonly version: CompiledVersion | undefined;
}

/**
 * @param written as `--base` has it
 * @returns an exit code after saying why there is nothing to compare with
 * @throws UsageError for what is neither a commit nor a folder
 */
export function openCostBase(written: string, context: CliContext): CostBase | ExitCode {
  const base = openBase(written, context);
  if (isFailure(base)) {
    context.output.say(`elastiform: ${base.message}`);
    context.output.say(`  help: ${base.help}`);
    return EXIT.io;
  }
  return { label: base.label, version: compileBase(base, context) };
}
