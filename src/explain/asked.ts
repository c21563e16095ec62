import type { Element, Elements } from './element.ts';

const ADDRESS =
  /^(?:(?:resource|data|locals?|output|provider|check|import|moved|removed|module|terraform)(?:\.|$)|(?:aws|kubernetes)_[a-z0-9_]+(?:[.[]|$))/;

export function isAddress(text: string): boolean {
  return ADDRESS.test(text);
}

/** The elements that an address means, and what of it is left for the attribute. */
export interface FoundElement {
  readonly key: string;
  readonly element: Element;
  /** All of the element when empty. */
  readonly attributes: readonly string[];
  readonly isWhole: boolean;
}

/**
 * @param text as in a plan or a configuration: `aws_db_instance.postgres.instance_class`, `local.names`,
 *   `data.aws_subnet.private["a"].id`; the positions of blocks that are there once may be left out
 * @returns an element of each root that has it; its attributes are none when it has no such one
 */
export function findElements(elements: Elements, text: string): readonly FoundElement[] {
  const wanted = text.replace(/^resource\./, '').replace(/^locals\./, 'local.');
  return [...elements].flatMap(([key, element]): FoundElement[] => {
    const { address } = element;
    if (!wanted.startsWith(address)) return [];
    const behind = wanted.slice(address.length);
    // A local has its value alone, and nobody writes the word; the instances of `for_each` are one block.
    const isLocal = address.startsWith('local.') && /^[.[]/.test(behind) && !behind.startsWith('.value');
    const rest = isLocal ? `.value${behind}` : behind.replace(/^\[(?:"[^"]*"|[0-9]+)\]/, '');
    if (rest === '') return [{ key, element, attributes: [...element.attributes.keys()], isWhole: true }];
    if (!rest.startsWith('.')) return [];
    return [{ key, element, attributes: attributesAt(element, rest.slice(1)), isWhole: false }];
  });
}

function attributesAt({ attributes }: Element, wanted: string): readonly string[] {
  const all = [...attributes.keys()];
  const below = (name: string) =>
    all.filter((path) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`));
  const found = below(wanted);
  if (found.length > 0) return found;
  const plain = withoutFirst(wanted);
  return all.filter((path) => {
    const own = withoutFirst(path);
    return own === plain || own.startsWith(`${plain}.`) || own.startsWith(`${plain}[`);
  });
}

/** `scaling_config[0].min_size` and `scaling_config.min_size` are one, where there is one. */
function withoutFirst(path: string): string {
  return path.replaceAll('[0]', '');
}
