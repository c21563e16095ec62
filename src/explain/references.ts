import type { Value } from '../terraform/ir.ts';
import { type Element, type Elements, KUBERNETES } from './element.ts';

/** Another place of the same root that a value points to. */
export interface Reference {
  readonly key: string;
  readonly element: Element;
  /** As the value has it: `name`, `certificate_authority[0].data`; nothing for the element as a whole. */
  readonly attribute: string | undefined;
  /** What of the element that is, taken apart; none when it is only known to AWS. */
  readonly attributes: readonly string[];
}

const NAMES = /(?:data\.)?[a-z][a-z0-9_]*\.[A-Za-z_][A-Za-z0-9_]*(?:\.[a-z_][a-z0-9_]*)?/g;
/** What stands for one of the things that a block is repeated for. */
const EACH = /\beach\.(?:key|value)\b/;

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
      const { address, file } = element;
      if (element === from || file.startsWith(KUBERNETES) !== isKubernetes) continue;
      if (name !== address && !name.startsWith(`${address}.`)) continue;
      const rest = name.slice(address.length + 1);
      const attribute = address.startsWith('local.') ? `value${rest === '' ? '' : `.${rest}`}` : rest;
      found.set(`${key} ${attribute}`, {
        key,
        element,
        attribute: attribute === '' ? undefined : attribute,
        attributes: attributesAt(element, attribute),
      });
    }
  }
  const repeated = from.attributes.get('for_each');
  const each =
    repeated && value !== repeated.value && code.some((text) => EACH.test(text))
      ? referencesOf(repeated.value, false, from, elements)
      : [];
  return [...found.values(), ...each];
}

function attributesAt({ attributes }: Element, name: string): readonly string[] {
  if (attributes.has(name)) return [name];
  return [...attributes.keys()].filter((path) => path.startsWith(`${name}.`) || path.startsWith(`${name}[`));
}
