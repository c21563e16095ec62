import type { GroupCell } from '../compiler/resolve/cell.ts';
import { pathKey, type SpecPath } from '../compiler/spec-path.ts';
import type { Value } from '../terraform/ir.ts';
import { cellAt, withCell } from './cells.ts';
import type { Changes, Effect } from './changes.ts';
import { differences } from './differences.ts';
import { attributeName, type Element } from './element.ts';
import type { EnvironmentTrace } from './environment-trace.ts';
import { referencesOf } from './references.ts';

/** One place of the Terraform that changes with a value of the spec. */
export interface FanOutEntry {
  readonly file: string;
  readonly address: string;
  /** Nothing when the whole block comes or goes. */
  readonly attribute: string | undefined;
  /** As it is now; nothing for what would only be there with another value. */
  readonly value: Value | undefined;
  /** `reference`: it points to one of the others, and Terraform carries the change. */
  readonly effect: Effect | 'added' | 'reference';
  /** Of a reference: the places that it points to. */
  readonly refersTo: readonly string[];
  /** The derived values that carry the change; none when the block says the value itself. */
  readonly through: readonly SpecPath[];
}

export interface FanOut {
  readonly entries: readonly FanOutEntry[];
  /** Values that follow from this one, whether Terraform says them or not. */
  readonly derived: readonly SpecPath[];
  /** How many other values were tried; 0 when no other value can be. */
  readonly tried: number;
}

/** Other values that are tried for one question. */
const MOST_TRIED = 4;
/** Of so many values that follow, as with the tier, nobody reads which one carries what. */
const MOST_CARRIERS = 20;

/** What another value at the path changes: by itself, and through what is derived from it. */
export function fanOutOf(trace: EnvironmentTrace, path: SpecPath): FanOut {
  const collected = new Map<string, FanOutEntry>();
  const derived = new Map<string, SpecPath>();
  let tried = 0;
  for (const value of trace.alternatives(path)) {
    if (tried === MOST_TRIED) break;
    const cells = trace.tryCells(() => trace.cellsAsIfWritten(path, value));
    const all = cells && trace.changesWith(cells);
    if (!cells || !all) continue;
    tried += 1;
    const followers = followersOf(trace, path, cells);
    for (const follower of followers) derived.set(pathKey(follower), follower);
    const own = followers.length === 0 ? all : trace.tryChanges(() => trace.cellsWith(path, value));
    if (own) collect(collected, trace, own, []);
    if (followers.length > 0 && followers.length <= MOST_CARRIERS) {
      for (const follower of followers) {
        const changes = trace.tryChanges(() => withCell(trace.spec.cells, follower, cellAt(cells, follower)));
        if (changes) collect(collected, trace, changes, [follower]);
      }
    }
    // What only several values together change.
    collect(collected, trace, all, followers.length <= MOST_CARRIERS ? followers : [], 'unless known');
  }
  addReferences(trace, collected);
  return { entries: inOrder(trace, [...collected.values()]), derived: [...derived.values()], tried };
}

/** Leaves that follow from the path; what is inside of it is itself. */
function followersOf(trace: EnvironmentTrace, path: SpecPath, cells: GroupCell): readonly SpecPath[] {
  return differences(trace.spec.cells, cells)
    .filter(({ kind, path: other }) => kind === 'leaf' && !path.every((part, index) => other[index] === part))
    .map((cell) => cell.path);
}

function collect(
  into: Map<string, FanOutEntry>,
  trace: EnvironmentTrace,
  changes: Changes,
  through: readonly SpecPath[],
  mode?: 'unless known',
): void {
  const add = (element: Element, attribute: string | undefined, effect: FanOutEntry['effect']) => {
    const { file, address, attributes } = element;
    const key = JSON.stringify([file, address, attribute]);
    const known = into.get(key);
    if (known && mode) return;
    const isThere = effect !== 'added' && attribute !== undefined;
    const carriers = known?.through.length === 0 ? [] : union(known?.through ?? [], through);
    into.set(key, {
      file,
      address,
      attribute,
      value: isThere ? attributes.get(attribute)?.value : undefined,
      effect: known?.effect === 'value' ? 'value' : effect,
      through: through.length === 0 ? [] : carriers,
      refersTo: [],
    });
  };
  for (const [key, element] of trace.elements) {
    for (const attribute of changes.changed.get(key) ?? []) add(element, attribute, 'value');
    for (const attribute of changes.left.get(key) ?? []) add(element, attribute, 'presence');
    if (changes.gone.has(key)) add(element, undefined, 'block');
  }
  for (const [key, element] of changes.added) {
    if (!trace.elements.has(key)) add(element, undefined, 'added');
    else for (const attribute of element.attributes.keys()) add(element, attribute, 'added');
  }
}

/** What points to a place that changes, also through others: Terraform works it out. */
function addReferences({ elements }: EnvironmentTrace, into: Map<string, FanOutEntry>): void {
  const keyOf = ({ file, address }: Element, attribute: string) => JSON.stringify([file, address, attribute]);
  const pointers = [...elements.values()].flatMap((element) =>
    [...element.attributes].flatMap(([attribute, { value, isReference }]) => {
      // What is ignored, or comes later, points and takes no value.
      const targets = isReference ? [] : referencesOf(value, false, element, elements);
      return targets.length > 0 ? [{ element, attribute, value, targets }] : [];
    }),
  );
  for (let before = -1; before !== into.size; ) {
    before = into.size;
    for (const { element, attribute, value, targets } of pointers) {
      const key = keyOf(element, attribute);
      const refersTo = targets.flatMap((target) => {
        const isCarrier = target.attributes.some((name) => {
          const effect = into.get(keyOf(target.element, name))?.effect;
          return effect === 'value' || effect === 'reference';
        });
        return isCarrier ? [attributeName(target.element.address, target.attribute as string)] : [];
      });
      if (refersTo.length === 0 || into.has(key)) continue;
      const { file, address } = element;
      into.set(key, { file, address, attribute, value, effect: 'reference', through: [], refersTo });
    }
  }
}

function union(a: readonly SpecPath[], b: readonly SpecPath[]): readonly SpecPath[] {
  return [...new Map([...a, ...b].map((path) => [pathKey(path), path])).values()];
}

/** By file, and as the file has them. */
function inOrder(trace: EnvironmentTrace, entries: readonly FanOutEntry[]): readonly FanOutEntry[] {
  const positions = new Map(
    [...trace.elements.values()].map(({ file, address }, index) => [`${file} ${address}`, index]),
  );
  const position = ({ file, address }: FanOutEntry) => positions.get(`${file} ${address}`) ?? positions.size;
  const files = [...new Set(entries.map(({ file }) => file))].sort();
  return [...entries].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || position(a) - position(b),
  );
}
