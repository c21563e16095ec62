import { stampOf } from '../../host/bundle.ts';
import { projectFiles } from '../../host/project-files.ts';
import { skipIndex } from '../../host/skip-index.ts';
import type { CliContext } from '../command.ts';
import type { CompilerFindings } from '../environments.ts';
import { inReadingOrder, type Located } from '../located.ts';
import {
  listSpecs,
  nameEnvironments,
  type SpecFacts,
  type SpecFile,
  unknownEnvironment,
} from '../spec-folder.ts';
import type { CompiledJob, Job, JobResult, JobSetting, Told } from './job.ts';
import { type JobRun, runJobs } from './run-jobs.ts';
import { Unchanged } from './unchanged.ts';

/** Environments that are compiled, or need not be; nothing is written yet. */
export interface Synthesized extends CompilerFindings {
  /** Of all environments that have a spec, also those that were not asked for. */
  readonly names: readonly string[];
  /** Those that were asked for, by name, sorted. */
  readonly environments: ReadonlyMap<string, CompiledJob>;
  readonly run: JobRun;
  readonly unchanged: Unchanged;
}

export interface SynthesisOptions {
  /** Names; all environments when empty. */
  readonly wanted: readonly string[];
  /** Absolute. */
  readonly out: string;
  readonly format: 'hcl' | 'json';
  /** As many as pay when left out. */
  readonly threadCount?: number | undefined;
  readonly mayReuse: boolean;
  readonly told: Told;
}

/**
 * Finds the environments of the specs folder as `compileEnvironments` does, and compiles those that have changed.
 *
 * @throws UsageError as that one
 */
export async function synthesizeAll(
  { wanted, out, format, threadCount, mayReuse, told }: SynthesisOptions,
  context: CliContext,
): Promise<Synthesized> {
  const { folder, specs, knowledge, today, catalog, bundle } = context;
  const files = projectFiles(folder);
  const listed = listSpecs(specs, files);
  const [catalogFile] = catalog?.texts ?? [];
  const setting: JobSetting = {
    folder,
    specs,
    out,
    today,
    format,
    ...(catalogFile ? { catalog: { file: catalogFile[0], text: catalogFile[1] } } : {}),
  };
  const unchanged = unchangedFor(setting, mayReuse ? bundle : undefined, files);
  const mayCompile = !catalog?.hasErrors;

  const found = listed.specs.map((spec) => {
    const isWanted = mayCompile && (wanted.length === 0 || wanted.includes(spec.name));
    const facts = unchanged.facts(spec.file);
    const kept = isWanted && facts ? unchanged.environment(spec.name) : undefined;
    return { ...spec, facts, kept, compiles: isWanted ? ('maybe' as const) : ('no' as const) };
  });
  const jobs: readonly Job[] = found.filter(
    ({ facts, kept, compiles }) => !facts || (compiles === 'maybe' && facts.kind === 'environment' && !kept),
  );
  const compiling = jobs.filter(({ compiles }) => compiles === 'maybe').length;
  const run = await runJobs(
    jobs.map(({ file, name, compiles }) => ({ file, name, compiles })),
    setting,
    told,
    knowledge,
    Math.min(threadCount ?? threadsThatPay(compiling, context), Math.max(1, compiling)),
    bundle,
  );
  const results = new Map(jobs.map(({ file }, index) => [file, run.results[index]!]));
  const known = found.map((spec) => {
    const result = results.get(spec.file);
    if (result?.text !== undefined) unchanged.rememberFacts(spec.file, result.text, result.facts);
    return { ...spec, facts: result?.facts ?? spec.facts!, result };
  });
  try {
    return await together({ known, ofFolder: listed.located, wanted, run, unchanged }, context);
  } catch (error) {
    run.end();
    throw error;
  }
}

interface Parts extends Pick<Synthesized, 'run' | 'unchanged'>, Pick<SynthesisOptions, 'wanted'> {
  readonly known: readonly (SpecFile & {
    readonly facts: SpecFacts;
    readonly kept: CompiledJob | undefined;
    readonly result: JobResult | undefined;
  })[];
  readonly ofFolder: readonly Located[];
}

async function together(
  { known, ofFolder, wanted, run, unchanged }: Parts,
  { specs, catalog }: CliContext,
): Promise<Synthesized> {
  const { names, located } = nameEnvironments(specs, known);
  const chosen = wanted.length === 0 ? names : [...new Set(wanted)].sort();
  for (const name of chosen) if (!names.includes(name)) throw unknownEnvironment(name, names, specs);
  const shared = { names, run, unchanged };
  // Nothing can be said about specs without the facts that they are to be checked with.
  if (catalog?.hasErrors)
    return { ...shared, environments: new Map(), located: catalog.located, texts: catalog.texts };

  const all: Located[] = [
    ...(catalog?.located ?? []),
    ...(wanted.length === 0 ? [...ofFolder, ...located] : []),
  ];
  const texts = new Map<string, string>();
  for (const { file, result } of known) {
    const text = result?.text ?? unchanged.text(file);
    if (text !== undefined) texts.set(file, text);
  }
  for (const [path, text] of catalog?.texts ?? []) texts.set(path, text);
  const environments = new Map<string, CompiledJob>();
  const byName = new Map(known.map((one) => [one.name, one]));
  for (const name of chosen) {
    const { file, kept, result } = byName.get(name)!;
    const compiled = kept ?? result?.compiled ?? (await run.add({ file, name, compiles: 'yes' })).compiled!;
    if (!kept) unchanged.rememberEnvironment(name, compiled);
    environments.set(name, compiled);
    for (const [path, text] of compiled.texts) texts.set(path, text);
    all.push(...compiled.located);
  }
  return { ...shared, environments, located: inReadingOrder(all), texts };
}

/** Starting a thread takes as long as compiling some environments. */
function threadsThatPay(compiling: number, { parallelism = 1 }: CliContext): number {
  return compiling > 20 ? parallelism : 1;
}

function unchangedFor(
  setting: JobSetting,
  bundle: CliContext['bundle'],
  files: ReturnType<typeof projectFiles>,
): Unchanged {
  const stamp = bundle && stampOf(bundle);
  const { folder, out, specs, format } = setting;
  const index =
    bundle?.caches !== undefined && stamp !== undefined
      ? skipIndex(bundle.caches, JSON.stringify([folder, out, specs, format]))
      : undefined;
  return new Unchanged(index, [stamp, setting], files, out);
}
