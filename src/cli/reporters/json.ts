import type { Located } from '../located.ts';

/**
 * Findings as JSON, for tools. `formatVersion` grows in its minor part when fields are added; a reader must
 * ignore what it does not know.
 */
export function reportJson(located: readonly Located[]): string {
  const diagnostics = located.map(({ diagnostic, span, related }) => {
    const { code, severity, message, why, help, suggestions = [] } = diagnostic;
    return {
      code,
      severity,
      message,
      why,
      help,
      ...(span ? { file: span.file, range: rangeOf(span) } : {}),
      related: related.map((other) => ({
        message: other.message,
        file: other.span.file,
        range: rangeOf(other.span),
      })),
      suggestions,
    };
  });
  return `${JSON.stringify({ formatVersion: '1.0', diagnostics }, null, 2)}\n`;
}

function rangeOf({ start, end }: { readonly start: unknown; readonly end: unknown }) {
  return { start, end };
}
