import { compileSpec, type ResolvedSpec } from '../compiler/compile.ts';
import type { Diagnostic } from '../compiler/diagnostic.ts';
import { resolveParentPath } from '../compiler/load/parent-path.ts';
import { parseYaml } from '../compiler/load/parse-yaml.ts';
import { projectFiles } from '../host/project-files.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import type { CliContext } from './command.ts';
import { inReadingOrder, type Located, locate } from './located.ts';
import { DEFAULT_OUTPUT, outputFolder, readPreviousLedger } from './output-folder.ts';
import { UsageError } from './usage-error.ts';

/** Specs that were compiled together. */
export interface CompiledEnvironments {
  /** Those without errors, sorted by name. */
  readonly resolved: readonly (ResolvedSpec & { readonly file: string })[];
  /** Names of all environments that have a spec, also those that were not asked for. */
  readonly names: readonly string[];
  readonly located: readonly Located[];
  /** Texts of all files that took part, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
}

/**
 * Compiles the environments of the specs folder: every `*.yaml` that says `environment`. The others are
 * parents, and somebody must extend them.
 *
 * @param wanted names; all environments when empty
 * @param out absolute; what was written there before tells what held data
 * @throws UsageError for a name without a spec and for a folder without specs
 */
export function compileEnvironments(
  wanted: readonly string[],
  context: CliContext,
  out = outputFolder(context.folder, DEFAULT_OUTPUT),
): CompiledEnvironments {
  const { folder, specs, knowledge, today } = context;
  const files = projectFiles(folder);
  const { names, located, texts } = findEnvironments(context);
  const chosen = wanted.length === 0 ? names : [...new Set(wanted)].sort();
  for (const name of chosen) if (!names.includes(name)) throw unknownEnvironment(name, names, specs);

  const all: Located[] = wanted.length === 0 ? [...located] : [];
  const allTexts = new Map(texts);
  const resolved: (ResolvedSpec & { file: string })[] = [];
  for (const name of chosen) {
    const file = `${specs}/${name}.yaml`;
    const found = readPreviousLedger(out, name);
    if ('problem' in found) all.push(aboutLedger(found));
    const previous = 'ledger' in found ? found.ledger : undefined;
    const { value, diagnostics, document } = compileSpec(file, files, knowledge, { today, previous });
    for (const [path, text] of document?.texts ?? []) allTexts.set(path, text);
    all.push(...diagnostics.map((diagnostic) => locate(diagnostic, document)));
    if (value && !diagnostics.some(({ severity }) => severity === 'error')) resolved.push({ ...value, file });
  }
  return { resolved, names, located: inReadingOrder(all), texts: allTexts };
}

interface Found {
  readonly names: readonly string[];
  readonly located: readonly Located[];
  readonly texts: ReadonlyMap<string, string>;
}

function findEnvironments({ folder, specs }: CliContext): Found {
  const files = projectFiles(folder);
  const listed = files.list(specs);
  if ('problem' in listed) {
    const what = {
      missing: 'does not exist',
      'not-a-folder': 'is not a folder',
      unreadable: 'cannot be read',
    };
    throw new UsageError(
      `the folder of the specs, ${specs}, ${what[listed.problem]}`,
      'write specs/<environment>.yaml, or name the folders with --chdir and --specs',
    );
  }
  const names: string[] = [];
  const bases = new Set<string>();
  const parents = new Set<string>();
  const located: Located[] = [];
  const texts = new Map<string, string>();
  for (const name of listed.names) {
    const file = `${specs}/${name}`;
    if (/\.ya?ml$/i.test(name) && !name.endsWith('.yaml'))
      located.push(
        aboutFile(
          'file/wrong-ending',
          'error',
          `${file} would be ignored: specs end in ".yaml"`,
          'rename the file',
        ),
      );
    if (!name.endsWith('.yaml')) continue;
    const stem = name.slice(0, -'.yaml'.length);
    const read = files.read(file);
    const map = 'text' in read ? parseYaml(file, read.text).value : undefined;
    // A spec that cannot be read is an environment, so that its mistakes are told.
    if (!map || map.entries.has('environment')) names.push(stem);
    else bases.add(file);
    if ('text' in read) texts.set(file, read.text);
    const parent = map?.entries.get('extends')?.value;
    if (parent?.kind === 'scalar' && typeof parent.value === 'string') {
      const path = resolveParentPath(specs, file, parent.value);
      if (path.ok) parents.add(path.path);
    }
  }
  for (const file of bases) {
    if (!parents.has(file)) {
      located.push(
        aboutFile(
          'environment/missing',
          'error',
          `${file} names no environment, and no other spec extends it`,
          'write "environment: <name of the file>" into it, or delete it',
        ),
      );
    }
  }
  if (names.length === 0 && located.length === 0) {
    throw new UsageError(`the folder ${specs} has no spec`, 'write specs/<environment>.yaml');
  }
  return { names, located, texts };
}

function aboutLedger({ path, problem }: { readonly path: string; readonly problem: string }): Located {
  const diagnostic: Diagnostic = {
    code: 'stateful/no-ledger',
    severity: 'error',
    message: `${path}, below the output folder, ${problem}`,
    why: 'it says what holds data; without it a database could leave the spec, and be destroyed, unnoticed',
    help: 'restore it from version control; where a merge has damaged it, take either side and run the command again',
  };
  return { diagnostic, related: [] };
}

function aboutFile(code: string, severity: Diagnostic['severity'], message: string, help: string): Located {
  return { diagnostic: { code, severity, message, help }, related: [] };
}

function unknownEnvironment(name: string, names: readonly string[], specs: string): UsageError {
  const [near] = didYouMean(name, names);
  const help = near === undefined ? `there are: ${names.join(', ')}` : `did you mean "${near}"?`;
  return new UsageError(`no spec ${specs}/${name}.yaml names an environment "${name}"`, help);
}
