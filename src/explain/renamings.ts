import type { Field, Form } from '../compiler/language/field.ts';
import type { Cell, GroupCell } from '../compiler/resolve/cell.ts';
import { childField } from '../compiler/shape/subject.ts';
import type { SpecPath } from '../compiler/spec-path.ts';

/** The environment with another key for one entry of a map, and for whatever names it. */
export interface Renaming {
  readonly path: SpecPath;
  cellsOf(): GroupCell;
}

/** One for each key of every map. The entry keeps its place, so that the n-th block stays the n-th. */
export function renamings(root: GroupCell, language: Field): readonly Renaming[] {
  const found: Renaming[] = [];
  const visit = (field: Field, cell: Cell): void => {
    if (cell.kind === 'leaf') return;
    for (const [key, child] of cell.entries) {
      const inner = childField(field, key);
      if (!inner) continue;
      if (field.form.kind === 'map') {
        const other = otherKey(field.form, key);
        const path = [...cell.path, key];
        if (other !== undefined)
          found.push({ path, cellsOf: () => renamed(root, language, path, other) as GroupCell });
      }
      visit(inner, child);
    }
  };
  visit(language, root);
  return found;
}

function otherKey(
  { keyPattern, maxKeyLength }: Extract<Form, { kind: 'map' }>,
  key: string,
): string | undefined {
  const pattern = new RegExp(keyPattern, 'u');
  const begin = key.slice(0, -1);
  // Keys that are numbers, such as `403`, have another digit only.
  const digits = Array.from({ length: 10 }, (_, digit) => `${begin}${digit}`);
  return [`${key}x`, `${key}0`, `${begin}x`, `${begin}y`, ...digits].find(
    (other) => other !== key && other.length <= maxKeyLength && pattern.test(other),
  );
}

function renamed(root: Cell, language: Field, path: SpecPath, other: string): Cell {
  const target = path.slice(0, -1);
  const old = path.at(-1) as string;
  // As schedules and placements name items: `workloads.api`.
  const [named, renamedTo] = [`${target.join('.')}.${old}`, `${target.join('.')}.${other}`];
  const inText = (field: Field, text: unknown): unknown => {
    if (text === named) return renamedTo;
    const { form } = field;
    const isReference = form.kind === 'text' && form.references?.join('.') === target.join('.');
    return isReference && text === old ? other : text;
  };
  const walk = (field: Field, cell: Cell): Cell => {
    if (cell.kind === 'leaf') {
      const item = field.form.kind === 'list' ? field.form.item : field;
      const change = (value: unknown) =>
        Array.isArray(value) ? value.map((each) => inText(item, each)) : inText(item, value);
      return { ...cell, value: change(cell.value) };
    }
    const isTarget =
      cell.path.length === target.length && cell.path.every((part, index) => part === target[index]);
    const entries = [...cell.entries].map(([key, child]) => {
      const inner = childField(field, key);
      const newKey = isTarget && key === old ? other : key === named ? renamedTo : key;
      return [newKey, inner ? walk(inner, child) : child] as const;
    });
    return { ...cell, entries: new Map(entries) };
  };
  return walk(language, root);
}
