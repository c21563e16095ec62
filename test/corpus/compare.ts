import type { Located } from '../../src/cli/located.ts';
import { codeFrame } from '../../src/cli/reporters/code-frame.ts';
import type { Findings } from '../../src/cli/reporters/findings.ts';
import type { Span } from '../../src/compiler/span.ts';
import type { CorpusCase } from './corpus-case.ts';

/** A code and its exact place, as one text: `yaml/tab specs/prod.yaml:4:1-4:2`. */
export function placed(code: string, span: Span | undefined): string {
  if (!span) return `${code} in no text`;
  const { file, start, end } = span;
  return `${code} ${file}:${start.line}:${start.column}-${end.line}:${end.column}`;
}

export const placedFinding = ({ diagnostic, span }: Located): string => placed(diagnostic.code, span);

export function expectedOf({ labels, unplaced }: CorpusCase): readonly string[] {
  return [
    ...labels.map(({ code, span }) => placed(code, span)),
    ...unplaced.map((code) => placed(code, undefined)),
  ];
}

/** How the findings of a case differ from its labels, with frames; nothing when they are equal. */
export function differenceOf(corpusCase: CorpusCase, { located, texts }: Findings): string {
  const frame = (span: Span | undefined): string => {
    const text = span && (texts.get(span.file) ?? corpusCase.files.get(span.file));
    if (!span || text === undefined) return '';
    return codeFrame(text, span)
      .map(({ gutter, line }) => `\n      ${gutter} ${line}`.trimEnd())
      .join('');
  };
  const left = [...located];
  const missing: string[] = [];
  const labels = [...corpusCase.labels, ...corpusCase.unplaced.map((code) => ({ code, span: undefined }))];
  for (const { code, span } of labels) {
    const index = left.findIndex((found) => placedFinding(found) === placed(code, span));
    if (index === -1) missing.push(`\n  expected: ${placed(code, span)}${frame(span)}`);
    else left.splice(index, 1);
  }
  const more = left.map(
    (found) => `\n  found: ${placedFinding(found)} ${found.diagnostic.message}${frame(found.span)}`,
  );
  if (missing.length + more.length === 0) return '';
  return `${corpusCase.where} ${corpusCase.title}${shortened(missing)}${shortened(more)}`;
}

function shortened(lines: readonly string[]): string {
  const more = lines.length - SHOWN;
  return lines.slice(0, SHOWN).join('') + (more > 0 ? `\n  … and ${more} more` : '');
}

const SHOWN = 4;
