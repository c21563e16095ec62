import type { CliContext } from '../command.ts';
import type { Located } from '../located.ts';
import { plural } from '../report.ts';
import { reportJson } from '../reporters/json.ts';
import { safeJson } from '../reporters/safe-json.ts';
import { reportText } from '../reporters/text.ts';
import { sanitize } from '../sanitize.ts';
import { printEffect } from './effects.ts';
import type { EnvironmentPreview, Preview } from './preview.ts';
import type { BlockChange } from './terraform-changes.ts';

/** What an edit does, for people: the diff, the values, the lines of Terraform. */
export function printPreview({ diff, environments, notes }: Preview): string {
  const several = environments.length > 1;
  const parts = [
    diff.trimEnd(),
    ...environments.flatMap((preview) => [valuesOf(preview), terraformOf(preview)]),
    notes.map((note) => `note: ${note}`).join('\n'),
  ].filter((part) => part !== '');
  if (several)
    parts.push(`the file is read by ${environments.map(({ environment }) => environment).join(', ')}`);
  return sanitize(`${parts.join('\n\n')}\n`);
}

function valuesOf({ environment, effects }: EnvironmentPreview): string {
  if (effects.length === 0) return `${environment}: no value changes`;
  const width = Math.max(...effects.map(({ path }) => path.length));
  return [
    `${environment}:`,
    ...effects.map((effect) => `  ${effect.path.padEnd(width)}  ${printEffect(effect)}`),
  ].join('\n');
}

/** More lines of Terraform than these belong into a review and not into a terminal. */
const MOST_LINES = 40;

function terraformOf({ environment, terraform }: EnvironmentPreview): string {
  if (!terraform) return `Terraform of ${environment}: not compared, for the spec had errors before`;
  if (terraform.length === 0) return `Terraform of ${environment}: no line changes`;
  const files = new Set(terraform.map(({ file }) => file)).size;
  const lines = terraform.flatMap(blockLines);
  const shown = lines.slice(0, MOST_LINES);
  const rest =
    lines.length > shown.length ? [`  … and ${plural(lines.length - shown.length, 'more line')}`] : [];
  return [`Terraform of ${environment}, ${plural(files, 'file')}:`, ...shown, ...rest].join('\n');
}

function blockLines({ file, address, kind, removed, added }: BlockChange): readonly string[] {
  const name = `  ${file}${address === '' ? '' : `  ${address}`}`;
  if (kind !== 'changed') return [`${name}  (${kind}, ${plural(removed.length + added.length, 'line')})`];
  return [name, ...linesOf(removed, added)];
}

const ATTRIBUTE = /^([a-z_0-9]+) += (.+)$/;

/** `max_size: 10 → 20` where an attribute has a new value, else the lines themselves. */
function linesOf(removed: readonly string[], added: readonly string[]): readonly string[] {
  const left = [...added];
  const lines = removed.map((line) => {
    const [, key, value] = ATTRIBUTE.exec(line) ?? [];
    // Lists repeat their attributes: then the first gives way to the first, if there are as many.
    const isPaired = key !== undefined && countOf(removed, key) === countOf(added, key);
    const at = isPaired ? left.findIndex((one) => ATTRIBUTE.exec(one)?.[1] === key) : -1;
    if (at === -1) return `    - ${line}`;
    const [other = ''] = left.splice(at, 1);
    return `    ${key}: ${value} → ${ATTRIBUTE.exec(other)?.[2]}`;
  });
  return [...lines, ...left.map((line) => `    + ${line}`)];
}

function countOf(lines: readonly string[], key: string): number {
  return lines.filter((line) => ATTRIBUTE.exec(line)?.[1] === key).length;
}

/** The findings that the edit brings, in short; those from before are only counted. */
export function reportFindings(
  located: readonly Located[],
  texts: ReadonlyMap<string, string>,
  { output }: CliContext,
): void {
  if (located.length > 0) output.sayStyled(`${reportText(located, texts, output.colour)}\n`);
}

/** The preview as JSON, for tools. `formatVersion` grows as that of the findings does. */
export function previewJson(preview: Preview, more: Readonly<Record<string, unknown>>): string {
  const { edit, diff, environments, notes } = preview;
  return json({
    ...more,
    file: edit.file,
    diff,
    notes,
    environments: environments.map(({ environment, effects, terraform, findings }) => ({
      environment,
      effects,
      terraform: terraform ?? null,
      diagnostics: diagnosticsOf(findings),
    })),
  });
}

export function refusalJson(located: readonly Located[], more: Readonly<Record<string, unknown>>): string {
  return json({ ...more, diagnostics: diagnosticsOf(located) });
}

export function json(content: Readonly<Record<string, unknown>>): string {
  return safeJson({ formatVersion: '1.0', ...content });
}

function diagnosticsOf(located: readonly Located[]): unknown {
  return (JSON.parse(reportJson(located)) as { diagnostics: unknown }).diagnostics;
}
