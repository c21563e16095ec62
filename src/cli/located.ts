import { type Diagnostic, isSpan, type Place, type RelatedPlace } from '../compiler/diagnostic.ts';
import { type Fix, fixesOf } from '../compiler/fix/fixes-of.ts';
import { findSpan } from '../compiler/load/find-span.ts';
import type { SpecDocument } from '../compiler/source-tree.ts';
import { compareSpans, type Span } from '../compiler/span.ts';
import { compareText } from '../util/compare.ts';

/** A diagnostic whose places are stretches of files, ready to be printed. */
export interface Located {
  readonly diagnostic: Diagnostic;
  readonly span?: Span;
  /** The file that it is about when it is about no stretch of it: it cannot be read, for instance. */
  readonly file?: string;
  readonly related: readonly { readonly message: string; readonly span: Span }[];
  /** What becomes of each suggestion of the diagnostic, in their order; left out when there are none. */
  readonly fixes?: readonly (Fix | undefined)[];
}

/** Turns paths into spans. Without a document only spans can be located. @param file of the environment */
export function locate(diagnostic: Diagnostic, document: SpecDocument | undefined, file?: string): Located {
  const span = diagnostic.at && spanOf(diagnostic.at, document);
  const related = (diagnostic.related ?? []).flatMap(({ message, at }: RelatedPlace) => {
    const found = spanOf(at, document);
    return found ? [{ message, span: found }] : [];
  });
  return {
    diagnostic,
    related,
    ...(diagnostic.suggestions ? { fixes: fixesOf(diagnostic, document) } : {}),
    ...(span ? { span } : {}),
    ...(!span && file ? { file } : {}),
  };
}

/** Whether `validate --fix` puts it right. */
export function isFixable({ fixes = [] }: Located): boolean {
  return fixes.some((fix) => fix?.applicability === 'machine');
}

/**
 * In reading order, each once: what is wrong in a parent file is found by every environment that extends it.
 */
export function inReadingOrder(located: readonly Located[]): readonly Located[] {
  const seen = new Set<string>();
  return located
    .filter(({ diagnostic, span }) => {
      const key = JSON.stringify([diagnostic.code, diagnostic.message, span]);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .sort((a, b) => {
      if (!a.span || !b.span) return (a.span ? 1 : 0) - (b.span ? 1 : 0);
      return compareSpans(a.span, b.span) || compareText(a.diagnostic.code, b.diagnostic.code);
    });
}

function spanOf(place: Place, document: SpecDocument | undefined): Span | undefined {
  if (isSpan(place)) return place;
  return document && findSpan(document, place);
}
