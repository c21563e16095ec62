import { compileSpec, type ResolvedSpec } from '../compiler/compile.ts';
import { hasErrors } from '../compiler/diagnostic.ts';
import { type ProjectFiles, projectFiles } from '../host/project-files.ts';
import type { CliContext } from './command.ts';
import { inReadingOrder, type Located, locate } from './located.ts';
import { DEFAULT_OUTPUT, outputFolder, readPreviousLedger } from './output-folder.ts';
import {
  aboutFile,
  factsOf,
  inSpecs,
  listSpecs,
  nameEnvironments,
  type SpecFacts,
  type SpecFile,
  unknownEnvironment,
} from './spec-folder.ts';

export { inSpecs } from './spec-folder.ts';

/** What was found in specs, ready to be told. */
export interface CompilerFindings {
  readonly located: readonly Located[];
  /** Texts of all files that took part, for code frames. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Specs that were compiled together. */
export interface CompiledEnvironments extends CompilerFindings {
  /** Those without errors, sorted by name. */
  readonly resolved: readonly ResolvedEnvironment[];
  /** Names of all environments that have a spec, also those that were not asked for. */
  readonly names: readonly string[];
}

export type ResolvedEnvironment = ResolvedSpec & { readonly file: string };

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
  const { specs, catalog } = context;
  const listed = listSpecs(specs, files);
  const texts = new Map<string, string>();
  const compiled = new Map<string, CompiledEnvironment>();
  const compile = (name: string) =>
    compileEnvironment(name, inSpecs(specs, `${name}.yaml`), context, out, files);
  const factsIn = (file: string) => factsOf(specs, file, files.read(file));
  // Whether a file is an environment no other file decides, so that nobody waits for those that were not asked for.
  const isEnvironment = (name: string) =>
    listed.specs.some((spec) => spec.name === name && factsIn(spec.file).kind === 'environment');
  const isEnough = wanted.length > 0 && wanted.every(isEnvironment);
  const found: (SpecFile & { facts: SpecFacts })[] = [];
  for (const { file, name } of listed.specs) {
    const isWanted = wanted.length === 0 || wanted.includes(name);
    if (isEnough && !isWanted) continue;
    const read = files.read(file);
    const facts = factsOf(specs, file, read);
    found.push({ file, name, facts });
    if ('text' in read) texts.set(file, read.text);
    // At once, while the parser remembers the file: of thousands it would forget the first ones.
    if (facts.kind === 'environment' && isWanted && !catalog?.hasErrors) compiled.set(name, compile(name));
  }
  const { names, located } = nameEnvironments(specs, found);
  const project = {
    /** Worked out when somebody asks. */
    get names() {
      if (!isEnough) return names;
      const all = listed.specs.map((spec) => ({ ...spec, facts: factsIn(spec.file) }));
      return nameEnvironments(specs, all).names;
    },
  };
  const chosen = wanted.length === 0 ? names : [...new Set(wanted)].sort();
  for (const name of chosen) if (!names.includes(name)) throw unknownEnvironment(name, names, specs);

  // Nothing can be said about specs without the facts that they are to be checked with.
  if (catalog?.hasErrors)
    return Object.assign(project, { resolved: [], located: catalog.located, texts: catalog.texts });

  const all: Located[] = [
    ...(catalog?.located ?? []),
    ...(wanted.length === 0 ? [...listed.located, ...located] : []),
  ];
  const allTexts = new Map([...texts, ...(catalog?.texts ?? [])]);
  const resolved: ResolvedEnvironment[] = [];
  for (const name of chosen) {
    const one = compiled.get(name) ?? compile(name);
    for (const [path, text] of one.texts) allTexts.set(path, text);
    all.push(...one.located);
    if (one.resolved) resolved.push(one.resolved);
  }
  return Object.assign(project, { resolved, located: inReadingOrder(all), texts: allTexts });
}

export interface CompiledEnvironment extends CompilerFindings {
  /** Nothing where there are errors. */
  readonly resolved?: ResolvedEnvironment;
}

/** @param out absolute */
export function compileEnvironment(
  name: string,
  file: string,
  { knowledge, today }: Pick<CliContext, 'knowledge' | 'today'>,
  out: string,
  files: Pick<ProjectFiles, 'read'>,
): CompiledEnvironment {
  const found = readPreviousLedger(out, name);
  const ledger = 'problem' in found ? [aboutLedger(file, found)] : [];
  const previous = 'ledger' in found ? found.ledger : undefined;
  const { value, diagnostics, document } = compileSpec(file, files, knowledge, { today, previous });
  return {
    located: [...ledger, ...diagnostics.map((diagnostic) => locate(diagnostic, document, file))],
    texts: document?.texts ?? new Map(),
    ...(value && !hasErrors(diagnostics) ? { resolved: { ...value, file } } : {}),
  };
}

function aboutLedger(
  file: string,
  { path, problem }: { readonly path: string; readonly problem: string },
): Located {
  return aboutFile('stateful/no-ledger', file, `${path}, below the output folder, ${problem}`);
}
