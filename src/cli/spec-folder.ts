import { hasErrors } from '../compiler/diagnostic.ts';
import { type ProjectCode, projectAdvice } from '../compiler/diagnostics/project-messages.ts';
import { resolveParentPath } from '../compiler/load/parent-path.ts';
import { parseYaml } from '../compiler/load/parse-yaml.ts';
import type { ReadResult } from '../compiler/load/spec-files.ts';
import type { SourceMap } from '../compiler/source-tree.ts';
import type { ProjectFiles } from '../host/project-files.ts';
import { didYouMean } from '../util/did-you-mean.ts';
import type { Located } from './located.ts';
import { UsageError } from './usage-error.ts';

/** A file of the folder of the specs that may be an environment. */
export interface SpecFile {
  /** Relative to the project folder. */
  readonly file: string;
  /** What the environment is called if it is one. */
  readonly name: string;
}

/** What a file is, as far as it tells alone. */
export interface SpecFacts {
  /** Of a base nobody knows yet whether others extend it; a file without text is an environment, or a parent. */
  readonly kind: 'environment' | 'base' | 'unreadable';
  /** A base that is an environment unless others extend it: its mistakes are to be told. */
  readonly isMeant: boolean;
  readonly parent?: string;
}

/** Specs end in ".yaml". @throws UsageError for a folder that cannot be listed */
export function listSpecs(
  specs: string,
  files: ProjectFiles,
): { readonly specs: readonly SpecFile[]; readonly located: readonly Located[] } {
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
  const located = listed.names
    .filter((name) => /\.ya?ml$/i.test(name) && !name.endsWith('.yaml'))
    .map((name) => inSpecs(specs, name))
    .map((file) => aboutFile('file/wrong-ending', file, `${file} would be ignored: specs end in ".yaml"`));
  return {
    specs: listed.names
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ file: inSpecs(specs, name), name: name.slice(0, -'.yaml'.length) })),
    located,
  };
}

export function factsOf(specs: string, file: string, read: ReadResult): SpecFacts {
  if (!('text' in read)) return { kind: 'unreadable', isMeant: false };
  const { value: map, diagnostics } = parseYaml(file, read.text);
  const isEnvironment = !map || map.entries.has('environment');
  const parent = map && parentOf(specs, file, map);
  return {
    kind: isEnvironment ? 'environment' : 'base',
    isMeant: !isEnvironment && (hasErrors(diagnostics) || isMeantAsEnvironment(map)),
    ...(parent === undefined ? {} : { parent }),
  };
}

/**
 * Tells environments from the files that they extend, now that all are known.
 *
 * @throws UsageError when there is nothing at all
 */
export function nameEnvironments(
  specs: string,
  found: readonly (SpecFile & { readonly facts: SpecFacts })[],
): { readonly names: readonly string[]; readonly located: readonly Located[] } {
  const parents = new Set(found.map(({ facts }) => facts.parent));
  const hasUnreadable = found.some(({ facts }) => facts.kind === 'unreadable');
  const located: Located[] = [];
  const names = found.flatMap(({ name, file, facts }) => {
    if (facts.kind === 'environment') return [name];
    // Of a parent that cannot be read every spec that extends it tells.
    if (parents.has(file)) return [];
    if (facts.kind === 'unreadable' || facts.isMeant) return [name];
    // What cannot be read may extend it.
    if (!hasUnreadable)
      located.push(
        aboutFile('environment/missing', file, `${file} names no environment, and no other spec extends it`),
      );
    return [];
  });
  if (names.length === 0 && located.length === 0)
    throw new UsageError(`the folder ${specs} has no spec`, 'write specs/<environment>.yaml');
  return { names: names.sort(), located };
}

/** A path in the folder of the specs, which may be the project folder itself. */
export function inSpecs(specs: string, name: string): string {
  return specs === '' ? name : `${specs}/${name}`;
}

/** Says which one may be meant. */
export function unknownEnvironment(name: string, names: readonly string[], specs: string): UsageError {
  const [near] = didYouMean(name, names);
  const help = near === undefined ? `there are: ${names.join(', ')}` : `did you mean "${near}"?`;
  return new UsageError(`no spec ${specs}/${name}.yaml names an environment "${name}"`, help);
}

function parentOf(specs: string, file: string, { entries }: SourceMap): string | undefined {
  const parent = entries.get('extends')?.value;
  if (parent?.kind !== 'scalar' || typeof parent.value !== 'string') return undefined;
  const path = resolveParentPath(specs, file, parent.value);
  return path.ok ? path.path : undefined;
}

/** It builds upon another file, or its "environment" is misspelt: the checks of a spec have better words then. */
function isMeantAsEnvironment({ entries }: SourceMap): boolean {
  return entries.has('extends') || didYouMean('environment', entries.keys()).length > 0;
}

export function aboutFile(code: ProjectCode, file: string, message: string): Located {
  return { diagnostic: { code, severity: 'error', message, ...projectAdvice[code] }, related: [], file };
}
