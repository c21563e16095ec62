import { invariant } from '../../util/invariant.ts';
import type { Field } from '../language/field.ts';
import type { SourceEntry, SourceNode } from '../source-tree.ts';
import type { SpecPath } from '../spec-path.ts';

/** A place of the spec at which the language expects something: what it expects, and what stands there. */
export class Subject {
  readonly field: Field;
  readonly node: SourceNode;
  /** The map, list or section around it, and its key or position there; none for the root. */
  readonly parent: Subject | undefined;
  readonly part: string;

  constructor(field: Field, node: SourceNode, parent?: Subject, part = '') {
    this.field = field;
    this.node = node;
    this.parent = parent;
    this.part = part;
  }

  /** Made when it is asked for: of 90,000 mistakes in a hostile list only 100 are shown. */
  get path(): SpecPath {
    return this.parent ? [...this.parent.path, this.part] : [];
  }

  /** Its key with the place of the key; none for the root and for items of lists. */
  get entry(): SourceEntry | undefined {
    return this.parent?.node.kind === 'map' ? this.parent.node.entries.get(this.part) : undefined;
  }
}

/** Finds what stands at a JSON pointer. */
export type Subjects = (pointer: string) => Subject;

/**
 * Goes down the language and the spec at once. The validator only names places that both have. The way to
 * a place is remembered, because a hostile list can have 90,000 mistakes.
 */
export function subjectsOf(language: Field, root: SourceNode): Subjects {
  const known = new Map<string, Subject>([['', new Subject(language, root)]]);
  const find = (pointer: string, isParent: boolean): Subject => {
    const remembered = known.get(pointer);
    if (remembered) return remembered;
    const slash = pointer.lastIndexOf('/');
    const found = childOf(find(pointer.slice(0, slash), true), nameOf(pointer.slice(slash + 1)));
    invariant(found, `the schema describes ${pointer}`);
    if (isParent) known.set(pointer, found);
    return found;
  };
  return (pointer) => find(pointer, false);
}

/** The place behind one key or list position; none when the language or the spec ends here. */
function childOf(parent: Subject, part: string): Subject | undefined {
  const field = childField(parent.field, part);
  if (!field) return undefined;
  const node =
    parent.node.kind === 'map'
      ? parent.node.entries.get(part)?.value
      : parent.node.kind === 'list'
        ? parent.node.items[Number(part)]
        : undefined;
  return node && new Subject(field, node, parent, part);
}

/** The field behind one key or list position; none when the language has no such key. */
export function childField({ form }: Field, part: string): Field | undefined {
  if (form.kind === 'map' || form.kind === 'list') return form.item;
  if (form.kind === 'section' && Object.hasOwn(form.fields, part)) return form.fields[part];
  return undefined;
}

function nameOf(pointerPart: string): string {
  return pointerPart.includes('~') ? pointerPart.replaceAll('~1', '/').replaceAll('~0', '~') : pointerPart;
}
