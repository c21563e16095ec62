import type { Knowledge } from '../../compiler/compile.ts';
import type { Severity } from '../../compiler/diagnostic.ts';
import { isSpan } from '../../compiler/diagnostic.ts';
import type { Page } from '../../compiler/diagnostics/page.ts';
import type { Span } from '../../compiler/span.ts';
import { formatPath } from '../../compiler/spec-path.ts';
import { allPages } from '../../reference/all-pages.ts';
import { invariant } from '../../util/invariant.ts';
import type { Located } from '../located.ts';
import { sanitize } from '../sanitize.ts';
import { type Findings, fileOf, wordsOf } from './findings.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { safeJson } from './safe-json.ts';

/**
 * Findings as SARIF 2.1.0. Columns count UTF-16 units and ends are exclusive, as everywhere in elastiform;
 * files are relative to the folder in which the command was started, which in CI is the checkout.
 *
 * @source OASIS SARIF 2.1.0; docs.github.com "SARIF support for code scanning"
 */
export function reportSarif(findings: Findings, knowledge: Knowledge): string {
  const { located, version } = findings;
  const found = new Set<string>(located.map(({ diagnostic }) => diagnostic.code));
  const pages = allPages(knowledge).filter(({ code }) => found.has(code));
  const indexes = new Map(pages.map(({ code }, index) => [code, index]));
  const fingerprints = fingerprintsOf(located, findings.texts);
  return safeJson({
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'elastiform', version, rules: pages.map(ruleOf) } },
        invocations: [{ executionSuccessful: true }],
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [ROOT]: { description: { text: 'The folder in which elastiform was started.' } },
        },
        results: located.map((item, index) => {
          const ruleIndex = indexes.get(item.diagnostic.code);
          invariant(ruleIndex !== undefined, `${item.diagnostic.code} has a page`);
          return resultOf(item, ruleIndex, fingerprints[index] ?? '', findings);
        }),
      },
    ],
  });
}

const ROOT = '%SRCROOT%';
const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

function ruleOf({ code, severity, summary, why, help, source }: Page) {
  const next = help ?? `elastiform explain ${code} shows an example`;
  return {
    id: code,
    shortDescription: text(`${summary}.`),
    fullDescription: text(`${summary}: ${why}.`),
    help: {
      ...text(`why: ${why}\nhelp: ${next}\nsource: ${source}\nelastiform explain ${code}`),
      markdown: `${markdown(why)}.\n\n${markdown(next)}.\n\nSource: ${markdown(source)}.\n\n\`elastiform explain ${code}\``,
    },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { tags: [code.split('/')[0]] },
  };
}

function resultOf(item: Located, ruleIndex: number, fingerprint: string, findings: Findings) {
  const { diagnostic, span, related } = item;
  const { code, severity, at } = diagnostic;
  const path = at && !isSpan(at) ? formatPath(at.path) : undefined;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: text(wordsOf(item, findings.prefix).join('\n')),
    locations: [
      {
        physicalLocation: placeOf(fileOf(item, findings), span),
        ...(path === undefined
          ? {}
          : { logicalLocations: [{ fullyQualifiedName: sanitize(path), kind: 'member' }] }),
      },
    ],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: text(other.message),
            physicalLocation: placeOf(findings.prefix + other.span.file, other.span),
          })),
        }),
    ...fixesOf(item, findings.prefix),
    partialFingerprints: { 'elastiform/v1': fingerprint },
  };
}

/** Ways to put it right, the certain ones first: a tool that applies one without asking takes the first. */
function fixesOf({ fixes = [] }: Located, prefix: string) {
  const made = fixes.filter((fix) => fix !== undefined);
  if (made.length === 0) return {};
  const [certain, others] = ['machine', 'maybe'].map((applicability) =>
    made.filter((fix) => fix.applicability === applicability),
  );
  return {
    fixes: [...(certain ?? []), ...(others ?? [])].map(({ message, edits }) => ({
      description: text(message),
      artifactChanges: [
        {
          artifactLocation: placeOf(prefix + (edits[0]?.span.file ?? ''), undefined).artifactLocation,
          replacements: edits.map(({ span, text: inserted }) => ({
            deletedRegion: placeOf(span.file, span).region,
            insertedContent: { text: inserted },
          })),
        },
      ],
    })),
  };
}

function placeOf(file: string, span: Span | undefined) {
  const uri = file.split('/').map(encoded).join('/');
  const artifactLocation = { uri, uriBaseId: ROOT };
  if (!span) return { artifactLocation };
  const { start, end } = span;
  const region = {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.column,
  };
  return { artifactLocation, region };
}

/** A file name as a part of a URI; half a character, which a file name may hold, has no URI. */
function encoded(name: string): string {
  return encodeURIComponent(name.replace(/\p{Cs}/gu, '\ufffd'));
}

/**
 * A SARIF message: `{0}` would be an argument and `[a](b)` a link (§3.11.5 and §3.11.6), and a value of a spec
 * shall be neither.
 */
function text(plain: string): { readonly text: string } {
  return {
    text: sanitize(plain)
      .replace(/\{([0-9]+)\}/g, '{{$1}}')
      .replace(/\](?=\()/g, '\\]'),
  };
}

function markdown(plain: string): string {
  return sanitize(plain).replace(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&');
}
