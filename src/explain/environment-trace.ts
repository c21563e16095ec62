import type { Table } from '../catalog/table.ts';
import type { Knowledge, ResolvedSpec } from '../compiler/compile.ts';
import type { Field } from '../compiler/language/field.ts';
import type { GroupCell } from '../compiler/resolve/cell.ts';
import { readLeaf } from '../compiler/resolve/leaf.ts';
import { resolveCells } from '../compiler/resolve/resolve.ts';
import { childField } from '../compiler/shape/subject.ts';
import { pathKey, type SpecPath } from '../compiler/spec-path.ts';
import { withoutStackTraces } from '../terraform/engine/without-stack-traces.ts';
import { invariant } from '../util/invariant.ts';
import { alternativesOf } from './alternatives.ts';
import { cellAt, withCell } from './cells.ts';
import { type Changes, changesOf } from './changes.ts';
import { differences } from './differences.ts';
import { documentWith } from './document-with.ts';
import { type Elements, KUBERNETES } from './element.ts';
import { PartLowerer } from './lower-parts.ts';
import type { Part } from './part.ts';

/** An environment with its Terraform, which can be asked what other values would make of it. */
export class EnvironmentTrace {
  readonly spec: ResolvedSpec;
  readonly language: Field;
  /** All of the environment, in the order of making. */
  readonly elements: Elements;
  readonly parts: ReadonlyMap<string, Part>;
  readonly #lowerer: PartLowerer;

  static async of(spec: ResolvedSpec, knowledge: Knowledge): Promise<EnvironmentTrace> {
    const lowerer = await PartLowerer.of(spec, knowledge);
    return withoutStackTraces(() => new EnvironmentTrace(spec, knowledge.language, lowerer));
  }

  private constructor(spec: ResolvedSpec, language: Field, lowerer: PartLowerer) {
    this.spec = spec;
    this.language = language;
    this.#lowerer = lowerer;
    this.parts = lowerer.parts();
    this.elements = together(this.parts);
  }

  /** The parts that make an element; more than one for what they look up. */
  makersOf(element: string): readonly string[] {
    return [...this.parts].flatMap(([key, { elements }]) => (elements.has(element) ? [key] : []));
  }

  part(key: string): Part {
    const part = this.parts.get(key);
    invariant(part, `${key} is a part`);
    return part;
  }

  fieldAt(path: SpecPath): Field | undefined {
    let field: Field | undefined = this.language;
    for (const part of path) field = field && childField(field, part);
    return field;
  }

  /** Values that the spec could have at the path instead; for what is absent: values that it could have at all. */
  alternatives(path: SpecPath): readonly unknown[] {
    const field = this.fieldAt(path);
    invariant(field, 'the language has the path');
    const cell = cellAt(this.spec.cells, path);
    if (cell?.kind === 'leaf' && cell.value !== undefined)
      return alternativesOf(field, cell.written, {
        namesAt: (target) => {
          const map = cellAt(this.spec.cells, target);
          return map && map.kind !== 'leaf' ? [...map.entries.keys()] : [];
        },
        alike: (name) => {
          const tables: readonly Table<unknown>[] = Object.values(this.spec.catalog);
          const table = tables.find(({ rows }) => rows.has(name));
          return table && new Set(table.rows.keys());
        },
      });
    if (field.form.kind === 'flag') return [true, false];
    if (field.form.kind === 'text' && field.form.choices) return field.form.choices;
    return field.examples;
  }

  /** The cells with another value at the path and everything else as it is, also what is derived from it. */
  cellsWith(path: SpecPath, written: unknown): GroupCell {
    const field = this.fieldAt(path);
    invariant(field, 'the language has the path');
    const cell = cellAt(this.spec.cells, path);
    if (cell?.kind === 'leaf' && cell.value !== undefined)
      return withCell(this.spec.cells, path, readLeaf(field.form, written, path, cell.origin));
    return withCell(this.spec.cells, path, cellAt(this.cellsAsIfWritten(path, written), path));
  }

  cellsWithout(path: SpecPath): GroupCell {
    return withCell(this.spec.cells, path, undefined);
  }

  /** The cells that the spec would have if somebody wrote the value: what is derived from it follows. */
  cellsAsIfWritten(path: SpecPath, written: unknown): GroupCell {
    const { document, cells, catalog } = this.spec;
    return resolveCells(this.language, documentWith(document, cells, path, written), catalog);
  }

  /**
   * @returns nothing when no Terraform can be made of these cells
   */
  changesWith(cells: GroupCell): Changes | undefined {
    const different = new Set(differences(this.spec.cells, cells).map(({ path }) => pathKey(path)));
    if (different.size === 0) return NO_CHANGES;
    const now = new Map(this.parts);
    let isSame = true;
    for (const [key, { reads }] of this.parts) {
      if (![...different].some((path) => reads.has(path))) continue;
      const elements = this.lowered(key, cells);
      if (!elements) return undefined;
      now.set(key, { elements, reads });
      isSame = false;
    }
    return isSame ? NO_CHANGES : changesOf(this.elements, together(now));
  }

  /** Nothing for values that a derivation refuses. */
  tryCells(make: () => GroupCell): GroupCell | undefined {
    return quietly(make);
  }

  tryChanges(make: () => GroupCell): Changes | undefined {
    const cells = this.tryCells(make);
    return cells && this.changesWith(cells);
  }

  /** As {@link changesWith}, of one part alone. */
  changesOfPart(key: string, cells: GroupCell): Changes | undefined {
    const after = this.lowered(key, cells);
    return after && changesOf(this.part(key).elements, after);
  }

  /** Nothing for values that the component or the schema of the provider refuses, in whatever way. */
  lowered(key: string, cells: GroupCell): Elements | undefined {
    return quietly(() => this.#lowerer.lower(key, cells));
  }
}

/** No rule has looked at these values, so that code of ours may meet what it was promised not to meet. */
function quietly<T>(make: () => T): T | undefined {
  try {
    return withoutStackTraces(make);
  } catch {
    return undefined;
  }
}

const NO_CHANGES: Changes = {
  changed: new Map(),
  left: new Map(),
  gone: new Set(),
  renamed: new Map(),
  added: new Map(),
};

/** The Kubernetes root is written when there is a resource in it. */
function together(parts: ReadonlyMap<string, Part>): Elements {
  const all = [...parts.values()].flatMap(({ elements }) => [...elements]);
  const hasKubernetes = all.some(
    ([, { file, address }]) => file.startsWith(KUBERNETES) && RESOURCE.test(address),
  );
  return new Map(hasKubernetes ? all : all.filter(([, { file }]) => !file.startsWith(KUBERNETES)));
}

const RESOURCE = /^(?!(?:data|local|output|provider|check|import|moved|removed)\.|terraform$)/;
