import { didYouMean } from '../../util/did-you-mean.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { oncePer } from '../../util/once-per.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Field } from '../language/field.ts';
import { limits } from '../load/limits.ts';
import { show } from '../load/yaml-messages.ts';
import type { Cell, GroupCell, LeafCell } from '../resolve/cell.ts';
import type { SourceNode, SpecDocument } from '../source-tree.ts';
import { formatPath, type SpecPath } from '../spec-path.ts';
import { referenceAdvice, shapeAdvice } from './shape-messages.ts';
import { spellText } from './spelling.ts';
import { childField } from './subject.ts';
import { labelOf, listed } from './words.ts';

/**
 * Checks that every reference names an item that is there, whether somebody wrote it or it was derived.
 *
 * @param root all cells of the environment; a name counts when its item has a cell
 * @param document lets a finding about one name of a list point at that name instead of at the list; a name counts
 *   too when it stands there although its item was left out of the cells for its shape
 * @returns in the order of the cells, at most `limits.problems` and a closing note
 */
export function checkReferences(language: Field, root: GroupCell, document?: SpecDocument): Diagnostic[] {
  const unknown: Unknown[] = [];
  const visit = (field: Field, cell: Cell): void => {
    if (cell.kind === 'leaf') {
      for (const reference of referencesOf(field, cell)) {
        // A language without that kind, as a test of one component has, cannot tell.
        if (!childField(language, reference.target[0] ?? '')) continue;
        const { target, name } = reference;
        const isThere = namesAt(root, target)?.entries.has(name) || isWrittenIn(document, [...target, name]);
        if (!isThere) unknown.push(reference);
      }
      return;
    }
    for (const [key, child] of cell.entries) {
      const childOfField = childField(field, key);
      if (childOfField && mayRefer(childOfField)) visit(childOfField, child);
    }
  };
  visit(language, root);
  const shown = unknown.slice(0, limits.problems).map((reference) => diagnosticOf(reference, root, document));
  return unknown.length > shown.length ? [...shown, closingNote(unknown.length - shown.length)] : shown;
}

/** Whether the field, or one inside of it, names items: most do not, and their cells need not be looked at. */
const mayRefer = oncePer(({ form }: Field): boolean => {
  if (form.kind === 'text') return form.references !== undefined;
  if (form.kind === 'section') return Object.values(form.fields).some(mayRefer);
  return (form.kind === 'map' || form.kind === 'list') && mayRefer(form.item);
});

interface Unknown {
  readonly name: string;
  /** The map that has the names. */
  readonly target: SpecPath;
  readonly cell: LeafCell;
  readonly isInList: boolean;
}

function referencesOf({ form }: Field, cell: LeafCell): Unknown[] {
  const isInList = form.kind === 'list';
  const text = isInList ? form.item.form : form;
  if (text.kind !== 'text' || !text.references) return [];
  const target = text.references;
  return [cell.written].flat().map((name) => ({ name: String(name), target, cell, isInList }));
}

function namesAt(root: GroupCell, target: SpecPath): GroupCell | undefined {
  let cell: Cell | undefined = root;
  for (const part of target) cell = cell?.kind === 'leaf' ? undefined : cell?.entries.get(part);
  return cell?.kind === 'map' ? cell : undefined;
}

function diagnosticOf(
  { name, target, cell, isInList }: Unknown,
  root: GroupCell,
  document: SpecDocument | undefined,
): Diagnostic {
  const code = 'reference/unknown';
  const names = [...(namesAt(root, target)?.entries.keys() ?? [])];
  const place = formatPath(target);
  const { origin } = cell;
  const source = origin.kind === 'derived' ? ` (which is made from ${origin.formula})` : '';
  const verb = isInList ? 'names' : 'is';
  return {
    code,
    severity: 'error',
    message: `${labelOf(cell.path)} ${verb} ${show(name)}${source}, which is not in ${place}`,
    ...referenceAdvice[code],
    help:
      names.length === 0 ? `${place} is empty; add ${show(name)} to it` : `${place} has ${listed(names, 5)}`,
    at: { path: isInList ? itemPath(cell.path, name, document) : cell.path },
    ...(names.length === 0
      ? {}
      : { related: [{ message: 'the names are here', at: { path: target, on: 'key' } }] }),
    suggestions: didYouMean(name, names).map((near) => ({
      message: `did you mean ${near}?`,
      replacement: spellText(near),
    })),
  };
}

function isWrittenIn(document: SpecDocument | undefined, path: SpecPath): boolean {
  let node: SourceNode | undefined = document?.root;
  for (const part of path) node = node?.kind === 'map' ? node.entries.get(part)?.value : undefined;
  return node !== undefined;
}

/** The place of one name in a list. Cells of lists may be sorted, so the source is searched for it. */
function itemPath(path: SpecPath, name: string, document: SpecDocument | undefined): SpecPath {
  let node: SourceNode | undefined = document?.root;
  for (const part of path) node = node?.kind === 'map' ? node.entries.get(part)?.value : undefined;
  if (node?.kind !== 'list') return path;
  const index = node.items.findIndex((item) => item.kind === 'scalar' && item.value === name);
  return index < 0 ? path : [...path, String(index)];
}

function closingNote(leftOut: number): Diagnostic {
  const code = 'shape/too-many-problems';
  const message = `${grouped(leftOut)} more unknown ${leftOut === 1 ? 'name is' : 'names are'} not listed`;
  return { code, severity: 'info', message, ...shapeAdvice[code] };
}
