import { invariant } from '../../../util/invariant.ts';
import { type Diagnostic, isSpan, type Place } from '../../diagnostic.ts';
import type { Field } from '../../language/field.ts';
import { findSpan } from '../../load/find-span.ts';
import { loadSpec } from '../../load/load-spec.ts';
import type { SpecDocument } from '../../source-tree.ts';
import { checkShape } from '../check-shape.ts';
import { exampleLanguage } from './example-language.ts';

/** What every spec must have, on five lines; examples start on line 6. */
export const FRAME = `apiVersion: elastiform/v1
environment: prod
tier: prod
aws: {region: us-east-1}
foundation: {cluster: dapp, kubernetesVersion: "1.33", subnets: [a], nodeRole: node, securityGroups: {web: sg}}
`;

/** A text and its parents, by file name, as one document. */
export function load(text: string, parents: Readonly<Record<string, string>> = {}): SpecDocument {
  const texts: Readonly<Record<string, string>> = { ...parents, 'prod.yaml': text };
  const { value } = loadSpec('specs/prod.yaml', {
    read: (path) => {
      const found = texts[path.replace('specs/', '')];
      return found === undefined ? { problem: 'missing', detail: '' } : { text: found };
    },
  });
  invariant(value, 'the text of a test can be read');
  return value;
}

export function check(
  text: string,
  language: Field = exampleLanguage,
): { readonly document: SpecDocument; readonly diagnostics: readonly Diagnostic[] } {
  const document = load(text);
  return { document, diagnostics: checkShape(language, document).diagnostics };
}

/** A place as `line:column-line:column`, the end behind the last character. */
export function rangeOf(document: SpecDocument, place: Place | undefined): string {
  if (!place) return '';
  const { file, start, end } = isSpan(place) ? place : findSpan(document, place);
  const prefix = file === document.file ? '' : `${file}:`;
  return `${prefix}${start.line}:${start.column}-${end.line}:${end.column}`;
}
