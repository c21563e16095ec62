import { isSpan } from '../../compiler/diagnostic.ts';
import type { Fix } from '../../compiler/fix/fixes-of.ts';
import { formatPath } from '../../compiler/spec-path.ts';
import type { Located } from '../located.ts';
import { fingerprintsOf, pointerOf } from './fingerprint.ts';
import { safeJson } from './safe-json.ts';

/**
 * Findings as JSON, for tools. `formatVersion` grows in its minor part when fields are added; a reader must
 * ignore what it does not know. Lines and columns start at 1 and offsets at 0; all count UTF-16 units, and the
 * end is the place behind the last one. Files are relative to the project folder.
 */
export function reportJson(
  located: readonly Located[],
  texts: ReadonlyMap<string, string> = new Map(),
): string {
  const fingerprints = fingerprintsOf(located, texts);
  const diagnostics = located.map(({ diagnostic, span, file, related, fixes }, index) => {
    const { code, severity, message, why, help, at: place, suggestions = [] } = diagnostic;
    return {
      code,
      severity,
      message,
      why,
      help,
      ...(span ? { file: span.file, range: rangeOf(span) } : { file }),
      // As `policy.exceptions` writes it, and as a JSON pointer.
      path: place && !isSpan(place) ? formatPath(place.path) : undefined,
      pointer: pointerOf(diagnostic),
      related: related.map((other) => ({
        message: other.message,
        file: other.span.file,
        range: rangeOf(other.span),
      })),
      suggestions: suggestions.map(({ message: words, replacement }, at) =>
        suggestionOf(words, replacement, fixes?.[at]),
      ),
      fingerprint: fingerprints[index],
    };
  });
  return safeJson({ formatVersion: '1.2', diagnostics });
}

/** With the edits that carry it out, all of them together, where they can be made. */
function suggestionOf(message: string, replacement: string | undefined, fix: Fix | undefined) {
  if (!fix) return { message, replacement };
  const edits = fix.edits.map(({ span, text }) => ({ file: span.file, range: rangeOf(span), text }));
  return { message, replacement, applicability: fix.applicability, edits };
}

function rangeOf({ start, end }: { readonly start: unknown; readonly end: unknown }) {
  return { start, end };
}
