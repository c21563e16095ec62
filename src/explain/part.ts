import { type Element, type Elements, elementKey, KUBERNETES } from './element.ts';

/** What one component makes of one item or of all, or the platform around them, and what of the model it read. */
export interface Part {
  readonly elements: Elements;
  /** Keyed by `pathKey`, with what had been placed before it was read for the first time. */
  readonly reads: ReadonlyMap<string, PlacedCount>;
}

/** Elements of the part in each root. */
export interface PlacedCount {
  readonly aws: number;
  readonly kubernetes: number;
}

/**
 * Whether a value may have to do with an element: it was read before the element was placed. What is read after an
 * element may belong to it still, for `for_each` is put into the one that was placed last.
 */
export function mayDecide({ reads, elements }: Part, path: string, element: string): boolean {
  const read = reads.get(path);
  const position = positionsOf(elements).get(element);
  if (!read || position === undefined) return false;
  return position.index + 1 >= read[position.root];
}

interface Position {
  readonly root: 'aws' | 'kubernetes';
  readonly index: number;
}

const known = new WeakMap<Elements, ReadonlyMap<string, Position>>();

/** Elements are in the order of making, those of the AWS root first. */
function positionsOf(elements: Elements): ReadonlyMap<string, Position> {
  let positions = known.get(elements);
  if (!positions) {
    const counts = { aws: 0, kubernetes: 0 };
    const found = [...elements.values()].map((element): [string, Position] => {
      const root = rootOf(element);
      return [elementKey(element), { root, index: counts[root]++ }];
    });
    positions = new Map(found);
    known.set(elements, positions);
  }
  return positions;
}

function rootOf({ file }: Element): Position['root'] {
  return file.startsWith(KUBERNETES) ? 'kubernetes' : 'aws';
}
