import { isSpan } from '../../compiler/diagnostic.ts';
import { shortHash } from '../../util/short-hash.ts';
import type { Located } from '../located.ts';

/**
 * What stays the same of each finding while lines are added above it or values change: code, file and spec
 * path; where there is no path, the text of the line. The number of an equal one before it makes it unique.
 *
 * @returns 32 hexadecimal digits for each, in the order given
 */
export function fingerprintsOf(
  located: readonly Located[],
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const seen = new Map<string, number>();
  return located.map((item) => {
    const key = JSON.stringify([item.diagnostic.code, item.span?.file ?? item.file, placeOf(item, texts)]);
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return shortHash(`${key}${count}`, 32);
  });
}

function placeOf({ diagnostic, span }: Located, texts: ReadonlyMap<string, string>): string {
  const pointer = pointerOf(diagnostic);
  if (pointer !== undefined) return pointer;
  if (!span) return diagnostic.message;
  return texts.get(span.file)?.split('\n', span.start.line)[span.start.line - 1]?.trim() ?? '';
}

/** A JSON pointer (RFC 6901) to the value that the finding is about; none where the text itself is at fault. */
export function pointerOf({ at }: Located['diagnostic']): string | undefined {
  if (at === undefined || isSpan(at)) return undefined;
  return at.path.map((part) => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
