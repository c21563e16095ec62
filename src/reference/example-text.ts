import type { Example } from '../compiler/diagnostics/page.ts';

// Longer files show nothing; they say in words what is special about them.
const LINES = 30;
const COLUMNS = 200;

/** One thing to show of an example: a sentence, or a text with the name of its file where it is a whole one. */
export type Shown =
  | { readonly kind: 'sentence'; readonly text: string }
  | { readonly kind: 'yaml'; readonly text: string; readonly file?: string };

/** The parts of an example that a person can read, with everything invisible made visible. */
export function shownOf(example: Example): readonly Shown[] {
  if (typeof example === 'string') return [{ kind: 'yaml', text: visible(example.trimEnd()) }];
  const { given, files } = example;
  const sentence: Shown[] = given === undefined ? [] : [{ kind: 'sentence', text: given }];
  const texts = Object.entries(files).flatMap(([file, content]): Shown[] =>
    typeof content === 'string' && isShort(content)
      ? [{ kind: 'yaml', text: visible(content.replace(/\n+$/, '')), file }]
      : [],
  );
  return [...sentence, ...texts];
}

function isShort(text: string): boolean {
  // Some are a megabyte, to show that they are refused.
  if (text.length > LINES * COLUMNS) return false;
  const lines = text.split('\n');
  return lines.length <= LINES && lines.every((line) => line.length <= COLUMNS);
}

/** Tabs, control characters, accents that stand alone and the like by their names. */
function visible(text: string): string {
  return text
    .replaceAll('\t', '<TAB>')
    .replace(/\r(?!\n)/g, '<CR>\n')
    .replace(/[^\P{C}\n]|\p{M}/gu, (character) => {
      const name = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      return `<U+${name}>`;
    });
}
