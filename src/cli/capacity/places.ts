import type { ResolvedSpec } from '../../compiler/compile.ts';
import { findSpan } from '../../compiler/load/find-span.ts';
import { isWritten } from '../../compiler/resolve/is-written.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Outlook } from '../../projection/outlook.ts';

/** Where the lines of limits are in the files of the environment. */
export interface Places {
  /** `specs/prod.yaml:31` */
  text(path: SpecPath): string;
  json(outlook: Outlook): { readonly file: string; readonly line: number; readonly isWritten: boolean };
}

export function placesIn({ document, cells }: ResolvedSpec): Places {
  const at = (path: SpecPath) => {
    const { file, start } = findSpan(document, { path });
    return { file, line: start.line, isWritten: isWritten(cells, path) };
  };
  return {
    text(path) {
      const { file, line, isWritten: isThere } = at(path);
      return isThere ? `${file}:${line}` : `not written; it belongs below ${file}:${line}`;
    },
    json: ({ limit }) => at(limit.path),
  };
}
