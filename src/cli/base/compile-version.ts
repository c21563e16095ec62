import { compileSpec, type ResolvedSpec } from '../../compiler/compile.ts';
import type { ProjectFiles } from '../../host/project-files.ts';
import type { CliContext } from '../command.ts';
import { compileEnvironments, inSpecs } from '../environments.ts';
import type { Located } from '../located.ts';
import { UsageError } from '../usage-error.ts';
import type { Base } from './open-base.ts';

/** All environments of one version of the specs. */
export interface CompiledVersion {
  /** By name; the number of errors where there are too many to resolve it. */
  readonly environments: ReadonlyMap<string, ResolvedSpec | { readonly errors: number }>;
  /** Those of which a rule says that they cannot work, although they can be resolved and compared. */
  readonly faulty: ReadonlyMap<string, number>;
  /** Texts of all specs and their parents, by file. */
  readonly texts: ReadonlyMap<string, string>;
  readonly located: readonly Located[];
}

export const NO_SPECS: CompiledVersion = {
  environments: new Map(),
  faulty: new Map(),
  texts: new Map(),
  located: [],
};

/**
 * Compiles a version without the list of what holds data: that one tells what was written last, which is neither of
 * the versions.
 *
 * @throws UsageError for a folder without specs
 */
export function compileVersion(files: ProjectFiles, context: CliContext): CompiledVersion {
  const compiled = compileEnvironments([], context, NOTHING_WRITTEN, files);
  const environments = new Map<string, ResolvedSpec | { errors: number }>();
  const faulty = new Map<string, number>();
  const sound = new Map(compiled.resolved.map((spec) => [spec.model.environment, spec]));
  for (const name of compiled.names) {
    const spec = sound.get(name);
    if (spec) environments.set(name, spec);
    else {
      const file = inSpecs(context.specs, `${name}.yaml`);
      const { value, diagnostics } = compileSpec(file, files, context.knowledge, { today: context.today });
      const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
      environments.set(name, value ?? { errors: Math.max(errors, 1) });
      if (value) faulty.set(name, errors);
    }
  }
  return { environments, faulty, texts: compiled.texts, located: compiled.located };
}

/** No folder, on any system. */
const NOTHING_WRITTEN = '/dev/null';

/**
 * As `compileVersion`, for a base. A commit from before the first spec has none; a folder must have some.
 *
 * @throws UsageError for what is in the place of the folder of the specs, and cannot be read
 */
export function compileBase(
  { label, commit, files }: Base,
  context: CliContext,
): CompiledVersion | undefined {
  const listed = files.list(context.specs);
  const specs = context.specs === '' ? 'the project folder' : context.specs;
  if ('problem' in listed && (listed.problem !== 'missing' || commit === undefined)) {
    const what = { missing: 'does not exist', 'not-a-folder': 'is no folder', unreadable: 'cannot be read' };
    throw new UsageError(`the folder of the specs, ${specs}, ${what[listed.problem]} at ${label}`, HELP);
  }
  if ('problem' in listed || !listed.names.some((name) => /\.ya?ml$/i.test(name))) return undefined;
  return compileVersion(files, context);
}

const HELP = 'name another --base or --specs; symbolic links are not followed';
