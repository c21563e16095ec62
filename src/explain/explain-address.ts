import type { AddressAnswer, AttributeAnswer } from './answer.ts';
import type { FoundElement } from './asked.ts';
import { attributeName, type Element } from './element.ts';
import type { EnvironmentTrace } from './environment-trace.ts';
import { PLATFORM, RETIRED } from './lower-parts.ts';
import type { Origins } from './origins.ts';
import { referencesOf } from './references.ts';
import { specValueOf } from './spec-value.ts';

/** Where a block of the Terraform, or some attributes of it, come from. */
export function explainAddress(
  trace: EnvironmentTrace,
  origins: Origins,
  { key, element, attributes, isWhole }: FoundElement,
): AddressAnswer {
  const { address, file, at, notes } = element;
  return {
    kind: 'address',
    address,
    file,
    at,
    notes,
    described: describedIn(trace, key),
    isWhole,
    attributes: attributes.map((path) => attributeAnswer(trace, origins, key, element, path)),
  };
}

function attributeAnswer(
  trace: EnvironmentTrace,
  origins: Origins,
  key: string,
  element: Element,
  path: string,
): AttributeAnswer {
  const attribute = element.attributes.get(path);
  const value = attribute?.value ?? null;
  const isReference = attribute?.isReference ?? false;
  return {
    path,
    value,
    isReference,
    origins: origins.of(key, path).map(({ path: at, effect, isAbsent = false }) => ({
      ...specValueOf(trace, at),
      effect,
      isAbsent,
    })),
    references: referencesOf(value, isReference, element, trace.elements).map((reference) => ({
      text:
        reference.attribute === undefined
          ? reference.element.address
          : attributeName(reference.element.address, reference.attribute),
      at: reference.element.at,
      origins:
        reference.attribute === undefined
          ? []
          : origins
              .of(reference.key, reference.attribute)
              .filter(({ effect }) => effect === 'value')
              .map(({ path: at }) => specValueOf(trace, at, 0)),
    })),
  };
}

/** The folder whose README tells why the kind is as it is. */
function describedIn(trace: EnvironmentTrace, key: string): string {
  const own = trace.makersOf(key).filter((maker) => maker !== RETIRED);
  const [maker] = own;
  // What two components look up belongs to none of them.
  if (maker === undefined || own.length > 1 || maker === PLATFORM) return 'docs/architecture.md';
  return `src/components/${maker.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/README.md`;
}

/** Every address of the environment, and the attributes of one, for people who mistyped one. */
export function knownAddresses({ elements }: EnvironmentTrace, near: string): readonly string[] {
  const all = [...elements.values()];
  const element = all.find(({ address }) => near.startsWith(`${address}.`));
  if (element) return [...element.attributes.keys()].map((path) => attributeName(element.address, path));
  return all.map(({ address }) => address);
}
