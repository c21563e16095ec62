import type { Severity } from '../../compiler/diagnostic.ts';
import type { Located } from '../located.ts';
import { sanitize } from '../sanitize.ts';
import { type Findings, fileOf, wordsOf } from './findings.ts';

/**
 * Findings as annotations of GitHub Actions. One line each, so that no text of a spec can be a command of its
 * own (`::set-output …`).
 *
 * @source docs.github.com "Workflow commands"; escapes as in actions/toolkit packages/core/src/command.ts
 */
export function reportGithub(findings: Findings): string {
  return findings.located.map((item) => `${annotation(item, findings)}\n`).join('');
}

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

function annotation(item: Located, findings: Findings): string {
  const { diagnostic, span } = item;
  const properties: [string, string | number][] = [['file', fileOf(item, findings)]];
  if (span) {
    const { start, end } = span;
    properties.push(['line', start.line], ['endLine', end.line]);
    // GitHub takes columns for stretches within one line only.
    if (start.line === end.line) properties.push(['col', start.column], ['endColumn', end.column]);
  }
  properties.push(['title', diagnostic.code]);
  const written = properties.map(([name, value]) => `${name}=${property(String(value))}`).join(',');
  const words = wordsOf(item, findings.prefix).map(data).join('%0A');
  return `::${COMMANDS[diagnostic.severity]} ${written}::${words}`;
}

function data(text: string): string {
  return sanitize(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
