import { changeSpec, type SpecChange } from '../../compiler/edit/change-spec.ts';
import { unifiedDiff } from '../../compiler/edit/unified-diff.ts';
import { formatPath } from '../../compiler/spec-path.ts';
import { projectFiles } from '../../host/project-files.ts';
import type { CliContext } from '../command.ts';
import { type Located, locate } from '../located.ts';
import { UsageError } from '../usage-error.ts';
import { type Compiled, compileInstead } from './compiled.ts';
import { type Effect, effectsOf } from './effects.ts';
import { leafAt, notesOn } from './notes.ts';
import { keysAt } from './spec-field.ts';
import { type BlockChange, terraformChanges } from './terraform-changes.ts';

/** New text for one spec file, and for whom. */
export interface FileEdit {
  /** Relative to the project folder. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** Everything that an edit does, before it is done. */
export interface Preview {
  readonly edit: FileEdit;
  readonly diff: string;
  readonly environments: readonly EnvironmentPreview[];
  readonly notes: readonly string[];
}

export interface EnvironmentPreview {
  readonly environment: string;
  readonly effects: readonly Effect[];
  /** Absent when it cannot be told, because the spec had errors before. */
  readonly terraform?: readonly BlockChange[];
  /** Of the edited spec, and not there before. */
  readonly findings: readonly Located[];
  /** Of the files after the edit, for their frames. */
  readonly texts: ReadonlyMap<string, string>;
  /** Findings that were there before, and still are. */
  readonly oldFindings: number;
}

/** The edit cannot be made, or makes a spec with errors. */
export interface Refused {
  readonly located: readonly Located[];
  readonly texts: ReadonlyMap<string, string>;
}

export interface Wanted {
  /** In the order in which they are made. */
  readonly changes: readonly SpecChange[];
  readonly file: string;
  /** Environments that read the file, the one that was named first. */
  readonly environments: readonly string[];
}

/** Makes the edit in memory, and compiles and synthesizes all environments that it reaches, before and after. */
export async function previewChanges(wanted: Wanted, context: CliContext): Promise<Preview | Refused> {
  const { file, changes, environments } = wanted;
  const before = readSpec(file, context);
  const { language } = context.knowledge;
  const made = changeSpec({ file, text: before }, changes, { orderOf: (path) => keysAt(language, path) });
  if (made.text === undefined) {
    const located = made.diagnostics.map((diagnostic) => locate(diagnostic, undefined, file));
    return { located, texts: new Map([[file, before]]) };
  }
  return previewEdit({ file, before, after: made.text }, environments, context, changes);
}

/** @param changes what was asked for, for the notes */
export async function previewEdit(
  edit: FileEdit,
  environments: readonly string[],
  context: CliContext,
  changes: readonly SpecChange[] = [],
): Promise<Preview | Refused> {
  const compiled = environments.map((environment) => ({
    before: compileInstead(environment, context, new Map([[edit.file, edit.before]])),
    after: compileInstead(environment, context, new Map([[edit.file, edit.after]])),
  }));
  const broken = compiled.filter(({ after }) => after.hasErrors).map(({ after }) => after);
  if (broken.length > 0) return refusedFor(broken);
  const notes: string[] = [];
  const previews: EnvironmentPreview[] = [];
  for (const { before, after } of compiled) {
    notes.push(...notesFor(changes, before, after, edit.file, context));
    previews.push(await environmentPreview(before, after, context));
  }
  const diff = unifiedDiff(edit.file, edit.before, edit.after);
  return { edit, diff, environments: previews, notes: [...new Set(notes)] };
}

export function isRefused(preview: Preview | Refused): preview is Refused {
  return 'located' in preview;
}

/** @throws UsageError when it cannot be read, which compiling has found out before */
function readSpec(file: string, { folder }: CliContext): string {
  const read = projectFiles(folder).read(file);
  if ('text' in read) return read.text;
  throw new UsageError(`${file} cannot be read`, 'look with elastiform validate');
}

function refusedFor(broken: readonly Compiled[]): Refused {
  return {
    located: broken.flatMap(({ located }) => located),
    texts: new Map(broken.flatMap(({ texts }) => [...texts])),
  };
}

async function environmentPreview(
  before: Compiled,
  after: Compiled,
  context: CliContext,
): Promise<EnvironmentPreview> {
  const { language } = context.knowledge;
  const known = new Set(before.located.map(sameness));
  const findings = after.located.filter((found) => !known.has(sameness(found)));
  return {
    environment: after.environment,
    effects: before.spec && after.spec ? effectsOf(before.spec, after.spec, language) : [],
    ...(before.hasErrors ? {} : { terraform: await terraformOf(before, after, context) }),
    findings,
    texts: after.texts,
    oldFindings: after.located.length - findings.length,
  };
}

function sameness({ diagnostic: { code, message } }: Located): string {
  return JSON.stringify([code, message]);
}

async function terraformOf(
  before: Compiled,
  after: Compiled,
  { knowledge }: CliContext,
): Promise<readonly BlockChange[]> {
  if (!before.spec || !after.spec) return [];
  // Loads cdktf; without a difference in what the spec means there is none in what comes of it.
  const { synthesize } = await import('../../terraform/synthesize.ts');
  const old = await synthesize(before.spec, knowledge.components, 'hcl');
  return terraformChanges(old, await synthesize(after.spec, knowledge.components, 'hcl'));
}

function notesFor(
  changes: readonly SpecChange[],
  before: Compiled,
  after: Compiled,
  file: string,
  { knowledge }: CliContext,
): readonly string[] {
  if (!after.spec) return [];
  const { cells } = after.spec;
  const hidden = changes.flatMap(({ path }) => {
    const origin = leafAt(cells, path)?.origin;
    if (!origin || !('span' in origin) || origin.span.file === file) return [];
    const { start } = origin.span;
    return [
      `${after.environment} says ${formatPath(path)} itself (${origin.span.file}:${start.line}), so nothing changes there`,
    ];
  });
  return [...hidden, ...notesOn(changes, before.spec, after.spec, knowledge.language)];
}
