import { projectFiles } from '../../host/project-files.ts';
import type { CliContext } from '../command.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { report } from '../report.ts';
import { UsageError } from '../usage-error.ts';
import { type CompiledVersion, compileBase, compileVersion, NO_SPECS } from './compile-version.ts';
import type { Level } from './differences.ts';
import { isFailure, openBase } from './open-base.ts';

/** The specs as they are, and as they were. */
export interface Versions {
  readonly before: CompiledVersion;
  readonly after: CompiledVersion;
  /** `HEAD`. */
  readonly base: string;
  readonly commit?: string;
}

/** @returns an exit code where there is nothing to compare, after saying why */
export function openVersions(written: string, context: CliContext): Versions | ExitCode {
  const stopped = stopForCatalog(context);
  if (stopped !== undefined) return stopped;
  const base = openBase(written, context);
  if (isFailure(base)) {
    context.output.say(`elastiform: ${base.message}`);
    context.output.say(`  help: ${base.help}`);
    return EXIT.io;
  }
  const before = compileBase(base, context);
  if (!before)
    context.output.say(`there are no specs in ${context.specs || 'the project folder'} at ${base.label}`);
  const after = compileVersion(projectFiles(context.folder), context);
  const versions = { before: before ?? NO_SPECS, after, base: base.label };
  tellErrors(versions, context);
  return base.commit === undefined ? versions : { ...versions, commit: base.commit };
}

/** Without the facts of the user's catalog, neither version means what it should. */
export function stopForCatalog(context: CliContext): ExitCode | undefined {
  const { catalog } = context;
  if (!catalog?.hasErrors) return undefined;
  report({ located: catalog.located, texts: catalog.texts }, context);
  return EXIT.findings;
}

/** What cannot be compared, and what can although something is wrong with it. */
function tellErrors({ before, after, base }: Versions, { output }: CliContext): void {
  for (const [version, when] of [
    [before, `at ${base}`],
    [after, 'now'],
  ] as const) {
    for (const [name, spec] of version.environments)
      if ('errors' in spec) output.say(`${name} cannot be compared: ${errors(spec.errors)} ${when}`);
    for (const [name, count] of version.faulty) output.say(`${name} has ${errors(count)} ${when}`);
  }
  if (isBroken(after) || after.faulty.size > 0) output.say('elastiform validate says what is wrong now');
}

/**
 * Whether specs as they are have errors that keep them from being compared.
 *
 * @param wanted environments; all when empty
 * @param level Terraform is only made of specs without any error
 */
export function isBroken(
  { environments, faulty }: CompiledVersion,
  wanted: readonly string[] = [],
  level: Level = 'effective',
): boolean {
  return [...environments].some(([name, spec]) => {
    if (wanted.length > 0 && !wanted.includes(name)) return false;
    return 'errors' in spec || (level === 'terraform' && faulty.has(name));
  });
}

function errors(count: number): string {
  return count === 1 ? '1 error' : `${count} errors`;
}

/** @throws UsageError for a name that neither version has */
export function checkNames(wanted: readonly string[], { before, after }: Versions): void {
  for (const name of wanted) {
    if (before.environments.has(name) || after.environments.has(name)) continue;
    const names = [...new Set([...before.environments.keys(), ...after.environments.keys()])].sort();
    throw new UsageError(`there is no environment "${name}"`, `there are: ${names.join(', ')}`);
  }
}
