import { compareText } from '../../util/compare.ts';
import { invariant } from '../../util/invariant.ts';
import type { Form } from '../language/field.ts';
import type { WrittenScalar } from '../language/scope.ts';
import { type Quantity, quantities } from '../quantity/quantity.ts';
import type { SpecPath } from '../spec-path.ts';
import type { LeafCell } from './cell.ts';
import type { Origin } from './origin.ts';

/** Reads a value that the shape phase has accepted, or that a declaration of ours gives. */
export function readLeaf(form: Form, raw: unknown, path: SpecPath, origin: Origin): LeafCell {
  if (form.kind === 'list') {
    if (!Array.isArray(raw)) invariant(false, `${path.join('.')} is a list`);
    const items = raw.map((item, position) => ({ position, ...readScalar(form.item.form, item, path) }));
    if (!form.ordered) items.sort((a, b) => compareText(String(a.written), String(b.written)));
    return {
      kind: 'leaf',
      path,
      written: items.map(({ written }) => written),
      value: items.map(({ value }) => value),
      origin,
      ...(form.ordered ? {} : { positions: items.map(({ position }) => position) }),
    };
  }
  const { written, value } = readScalar(form, raw, path);
  return { kind: 'leaf', path, written, value, origin };
}

// What the invariants say is put together only for them: there are hundreds of leaves.
function readScalar(form: Form, raw: unknown, path: SpecPath): { written: WrittenScalar; value: unknown } {
  if (form.kind === 'quantity') {
    const kind = quantities[form.quantity] as Quantity<unknown>;
    const parsed = kind.parse(String(raw));
    if (!parsed.ok) invariant(false, `${path.join('.')} is ${kind.noun}: ${String(raw)}`);
    return { written: kind.format(parsed.value), value: parsed.value };
  }
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
    invariant(false, `${path.join('.')} is a scalar`);
  return { written: raw, value: raw };
}
