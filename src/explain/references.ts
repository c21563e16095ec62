import type { Value } from '../terraform/ir.ts';
import { type Element, type Elements, KUBERNETES } from './element.ts';

/** Another place of the same root that a value points to. */
export interface Reference {
  readonly key: string;
  readonly element: Element;
  /** Nothing when what it points to is only known to AWS. */
  readonly attribute: string | undefined;
}

const NAMES = /(?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][A-Za-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?/g;

/** What the live parts of a value refer to. */
export function referencesOf(
  value: Value,
  isBare: boolean,
  from: Element,
  elements: Elements,
): readonly Reference[] {
  if (typeof value !== 'string') return [];
  const code = isBare
    ? [value]
    : [...value.matchAll(/(?<!\$)\$\{([^}]*)\}/g)].map(([, inside = '']) => inside);
  const isKubernetes = from.file.startsWith(KUBERNETES);
  const found = new Map<string, Reference>();
  for (const [name] of code.flatMap((text) => [...text.matchAll(NAMES)])) {
    for (const [key, element] of elements) {
      const { address, file, attributes } = element;
      if (element === from || file.startsWith(KUBERNETES) !== isKubernetes) continue;
      if (name !== address && !name.startsWith(`${address}.`)) continue;
      const rest = name.slice(address.length + 1);
      const attribute = address.startsWith('local.') ? `value${rest === '' ? '' : `.${rest}`}` : rest;
      found.set(`${key} ${attribute}`, {
        key,
        element,
        attribute: attributes.has(attribute) ? attribute : undefined,
      });
    }
  }
  return [...found.values()];
}
