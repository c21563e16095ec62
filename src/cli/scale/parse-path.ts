import type { SpecPath } from '../../compiler/spec-path.ts';

/** One step: `.name`, `[0]` or `["any text"]`. */
const STEP = /^(?:\.?([^.[\]"\s=]+)|\[([0-9]{1,9})\]|\[("(?:[^"\\]|\\.)*")\])/;

/** A path as `formatPath` writes it: `databases.postgres`, `labels["example.com/team"]`. */
export function parsePath(text: string): SpecPath | undefined {
  const path: string[] = [];
  let rest = text;
  while (rest !== '') {
    const step = STEP.exec(rest);
    if (!step || (path.length === 0 && rest.startsWith('.'))) return undefined;
    if (path.length > 0 && step[1] !== undefined && !rest.startsWith('.')) return undefined;
    const [whole, name, index, quoted] = step;
    try {
      path.push(name ?? index ?? (JSON.parse(quoted as string) as string));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      return undefined;
    }
    rest = rest.slice(whole.length);
  }
  return path.length > 0 ? path : undefined;
}
