import { compileSpec, type ResolvedSpec } from '../compiler/compile.ts';
import { hasErrors } from '../compiler/diagnostic.ts';
import { type ProjectCode, projectAdvice } from '../compiler/diagnostics/project-messages.ts';
import { resolveParentPath } from '../compiler/load/parent-path.ts';
import { parseYaml } from '../compiler/load/parse-yaml.ts';
import type { SourceMap } from '../compiler/source-tree.ts';
import { type ProjectFiles, projectFiles } from '../host/project-files.ts';
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
 * @param files the project's, or what they would say
 * @throws UsageError for a name without a spec and for a folder without specs
 */
export function compileEnvironments(
  wanted: readonly string[],
  context: CliContext,
  out = outputFolder(context.folder, DEFAULT_OUTPUT),
  files: ProjectFiles = projectFiles(context.folder),
): CompiledEnvironments {
  const { specs, knowledge, today } = context;
  const { names, located, texts } = findEnvironments(specs, files);
  const chosen = wanted.length === 0 ? names : [...new Set(wanted)].sort();
  for (const name of chosen) if (!names.includes(name)) throw unknownEnvironment(name, names, specs);

  const { catalog } = context;
  // Nothing can be said about specs without the facts that they are to be checked with.
  if (catalog?.hasErrors) return { resolved: [], names, located: catalog.located, texts: catalog.texts };

  const all: Located[] = [...(catalog?.located ?? []), ...(wanted.length === 0 ? located : [])];
  const allTexts = new Map([...texts, ...(catalog?.texts ?? [])]);
  const resolved: (ResolvedSpec & { file: string })[] = [];
  for (const name of chosen) {
    const file = inSpecs(specs, `${name}.yaml`);
    const found = readPreviousLedger(out, name);
    if ('problem' in found) all.push(aboutLedger(file, found));
    const previous = 'ledger' in found ? found.ledger : undefined;
    const { value, diagnostics, document } = compileSpec(file, files, knowledge, { today, previous });
    for (const [path, text] of document?.texts ?? []) allTexts.set(path, text);
    all.push(...diagnostics.map((diagnostic) => locate(diagnostic, document, file)));
    if (value && !diagnostics.some(({ severity }) => severity === 'error')) resolved.push({ ...value, file });
  }
  return { resolved, names, located: inReadingOrder(all), texts: allTexts };
}

/** A path in the folder of the specs, which may be the project folder itself. */
export function inSpecs(specs: string, name: string): string {
  return specs === '' ? name : `${specs}/${name}`;
}

interface Found {
  readonly names: readonly string[];
  readonly located: readonly Located[];
  readonly texts: ReadonlyMap<string, string>;
}

function findEnvironments(specs: string, files: ProjectFiles): Found {
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
  /** Files that name no environment, and whether they are meant to be one all the same. */
  const bases = new Map<string, boolean>();
  const parents = new Set<string>();
  /** Files without text, and the names of the environments that they are if nobody extends them. */
  const unreadable = new Map<string, string>();
  const located: Located[] = [];
  const texts = new Map<string, string>();
  for (const name of listed.names) {
    const file = inSpecs(specs, name);
    if (/\.ya?ml$/i.test(name) && !name.endsWith('.yaml'))
      located.push(aboutFile('file/wrong-ending', file, `${file} would be ignored: specs end in ".yaml"`));
    if (!name.endsWith('.yaml')) continue;
    const stem = name.slice(0, -'.yaml'.length);
    const read = files.read(file);
    const parsed = 'text' in read ? parseYaml(file, read.text) : undefined;
    const map = parsed?.value;
    // A spec that cannot be read is an environment, so that its mistakes are told.
    if (!parsed) unreadable.set(file, stem);
    else if (!map || map.entries.has('environment')) names.push(stem);
    else bases.set(file, hasErrors(parsed.diagnostics) || isMeantAsEnvironment(map));
    if ('text' in read) texts.set(file, read.text);
    const parent = map?.entries.get('extends')?.value;
    if (parent?.kind === 'scalar' && typeof parent.value === 'string') {
      const path = resolveParentPath(specs, file, parent.value);
      if (path.ok) parents.add(path.path);
    }
  }
  // Of a parent that cannot be read every spec that extends it tells.
  for (const [file, stem] of unreadable) if (!parents.has(file)) names.push(stem);
  for (const [file, isMeant] of bases) {
    // What cannot be read may extend it.
    if (parents.has(file) || (!isMeant && unreadable.size > 0)) continue;
    if (isMeant) names.push(file.slice(inSpecs(specs, '').length, -'.yaml'.length));
    else {
      located.push(
        aboutFile('environment/missing', file, `${file} names no environment, and no other spec extends it`),
      );
    }
  }
  if (names.length === 0 && located.length === 0) {
    throw new UsageError(`the folder ${specs} has no spec`, 'write specs/<environment>.yaml');
  }
  return { names: names.sort(), located, texts };
}

/** It builds upon another file, or its "environment" is misspelt: the checks of a spec have better words then. */
function isMeantAsEnvironment({ entries }: SourceMap): boolean {
  return entries.has('extends') || didYouMean('environment', entries.keys()).length > 0;
}

function aboutLedger(
  file: string,
  { path, problem }: { readonly path: string; readonly problem: string },
): Located {
  return aboutFile('stateful/no-ledger', file, `${path}, below the output folder, ${problem}`);
}

function aboutFile(code: ProjectCode, file: string, message: string): Located {
  const diagnostic = { code, severity: 'error', message, ...projectAdvice[code] } as const;
  return { diagnostic, related: [], file };
}

function unknownEnvironment(name: string, names: readonly string[], specs: string): UsageError {
  const [near] = didYouMean(name, names);
  const help = near === undefined ? `there are: ${names.join(', ')}` : `did you mean "${near}"?`;
  return new UsageError(`no spec ${specs}/${name}.yaml names an environment "${name}"`, help);
}
