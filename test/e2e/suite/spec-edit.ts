import { readFileSync } from 'node:fs';

/** One text of a spec replaced by another; the first must occur exactly once. */
export interface TextEdit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
}

/** The sample specs after some edits, as a person would make them. */
export function editedSpecs(edits: readonly TextEdit[]): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const { file, from, to } of edits) {
    const text = texts.get(file) ?? readFileSync(file, 'utf8');
    const parts = text.split(from);
    if (parts.length !== 2)
      throw new Error(`${JSON.stringify(from)} occurs ${parts.length - 1} times in ${file}`);
    texts.set(file, parts.join(to));
  }
  return texts;
}
