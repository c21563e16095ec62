import { grouped } from '../../util/grouped-digits.ts';

import type { Explanation } from './finding.ts';
import type { Subject } from './subject.ts';
import { exampleOf, labelOf } from './words.ts';

/** A list or a map with too few or too many items. */
export function explainCount({ field, node, path }: Subject): Explanation {
  const { form } = field;
  const label = labelOf(path);
  const count = node.kind === 'list' ? node.items.length : node.kind === 'map' ? node.entries.size : 0;
  const least = form.kind === 'list' || form.kind === 'map' ? form.minItems : 0;
  if (count < least) {
    const example = exampleOf(field);
    return {
      code: 'shape/too-few',
      message: `${label} ${count === 0 ? 'has no items' : `has ${items(count)}`}; at least ${least} ${least === 1 ? 'is' : 'are'} needed`,
      ...(example === undefined ? {} : { help: `write it like ${example}` }),
    };
  }
  const most = form.kind === 'list' ? form.maxItems : count;
  return { code: 'shape/too-many', message: `${label} has ${items(count)}; ${grouped(most)} are allowed` };
}

function items(count: number): string {
  return `${grouped(count)} ${count === 1 ? 'item' : 'items'}`;
}
