import type { Field } from '../../src/compiler/language/field.ts';
import { parseYaml } from '../../src/compiler/load/parse-yaml.ts';
import { childField } from '../../src/compiler/shape/subject.ts';
import type { SourceNode } from '../../src/compiler/source-tree.ts';
import type { Span } from '../../src/compiler/span.ts';

/** A word of the language as a spec says it: a key, or a choice. */
export interface WordInSpec {
  readonly word: string;
  readonly span: Span;
  /** The words that may stand there. */
  readonly known: readonly string[];
  /** Where it stands in the language: the same for each item of a map. */
  readonly place: string;
}

export function wordsInSpec(language: Field, text: string): readonly WordInSpec[] {
  const root = parseYaml('specs/words.yaml', text).value;
  return root ? wordsIn(language, root, '') : [];
}

function wordsIn({ form }: Field, node: SourceNode, place: string): readonly WordInSpec[] {
  if (form.kind === 'text' && form.choices && node.kind === 'scalar' && !node.quoted) {
    return [{ word: node.source, span: node.span, known: form.choices, place }];
  }
  if (node.kind === 'list') {
    return form.kind === 'list' ? node.items.flatMap((item) => wordsIn(form.item, item, `${place}.*`)) : [];
  }
  if (node.kind === 'scalar') return [];
  return [...node.entries.values()].flatMap(({ key, keySpan, value }) => {
    const child = childField({ form } as Field, key);
    if (!child) return [];
    const here = `${place}.${form.kind === 'map' ? '*' : key}`;
    const own =
      form.kind === 'section'
        ? [{ word: key, span: keySpan, known: Object.keys(form.fields), place: `${here}:` }]
        : [];
    return [...own, ...wordsIn(child, value, here)];
  });
}
