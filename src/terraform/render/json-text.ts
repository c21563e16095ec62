import { UNSAFE_IN_JSON } from './characters.ts';

/** Like JSON, with maps for objects: they keep the order of their keys and know no special names. */
export type JsonTree = string | number | boolean | null | readonly JsonTree[] | ReadonlyMap<string, JsonTree>;

/** Two-space JSON with a final newline; characters that Terraform or a reader would misread are written as `\uXXXX`. */
export function jsonText(tree: JsonTree): string {
  return `${text(tree, '')}\n`;
}

function text(tree: JsonTree, indent: string): string {
  if (typeof tree !== 'object' || tree === null) return scalar(tree);
  const inner = `${indent}  `;
  const isList = isArray(tree);
  const lines = isList
    ? tree.map((item) => inner + text(item, inner))
    : Array.from(tree, ([key, item]) => `${inner}${scalar(key)}: ${text(item, inner)}`);
  const [open, close] = isList ? '[]' : '{}';
  return lines.length === 0 ? `${open}${close}` : `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function scalar(value: string | number | boolean | null): string {
  const json = JSON.stringify(value);
  if (ASCII.test(json)) return json;
  return json.replace(new RegExp(UNSAFE_IN_JSON, 'gu'), (character) =>
    Array.from({ length: character.length }, (_, index) => unitEscape(character.charCodeAt(index))).join(''),
  );
}

/** Nearly every one: it has nothing unsafe. */
const ASCII = /^[ -~]*$/;

function unitEscape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}

function isArray(tree: readonly JsonTree[] | ReadonlyMap<string, JsonTree>): tree is readonly JsonTree[] {
  return Array.isArray(tree);
}
