import { loadSpec } from '../../compiler/load/load-spec.ts';
import { projectFiles } from '../../host/project-files.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import type { CliContext } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import type { Compiled } from './compiled.ts';

/** The file that is edited, and every environment that reads it. */
export interface Target {
  readonly file: string;
  /** The one that was named comes first. */
  readonly environments: readonly string[];
}

/**
 * The environment's own file, unless `--in` names one that it extends: what is written there reaches others.
 *
 * @param names of all environments
 * @throws UsageError when the environment does not read the file
 */
export function targetFile(
  { environment, file, document }: Compiled,
  wanted: string | undefined,
  names: readonly string[],
  context: CliContext,
): Target {
  if (wanted === undefined)
    return { file, environments: [environment, ...othersThatRead(file, environment, names, context)] };
  const files = [...(document?.texts.keys() ?? [])];
  const spellings = [wanted.replace(/^\.\//, ''), `${context.specs}/${wanted.replace(/^\.\//, '')}`];
  const found = files.find(
    (candidate) => spellings.includes(candidate) || spellings.includes(candidate.replace(/\.yaml$/, '')),
  );
  if (found === undefined) {
    const [near] = didYouMean(wanted, files);
    throw new UsageError(
      `${environment} does not read a file ${wanted}`,
      near === undefined ? `it reads ${files.join(', ')}` : `did you mean ${near}?`,
    );
  }
  return { file: found, environments: [environment, ...othersThatRead(found, environment, names, context)] };
}

/** The other environments that read a file: also the file of an environment may be extended by another one. */
export function othersThatRead(
  file: string,
  environment: string,
  names: readonly string[],
  { folder, specs }: CliContext,
): readonly string[] {
  const files = projectFiles(folder);
  return names.filter((name) => {
    if (name === environment) return false;
    return loadSpec(`${specs}/${name}.yaml`, files).value?.texts.has(file) ?? false;
  });
}
