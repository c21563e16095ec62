import { pathKey, type SpecPath } from '../compiler/spec-path.ts';
import type { AddressAnswer, AttributeAnswer } from './answer.ts';
import type { FoundElement } from './asked.ts';
import { attributeName, type Element } from './element.ts';
import type { EnvironmentTrace } from './environment-trace.ts';
import { isIgnored } from './ignored.ts';
import { componentOf, PLATFORM, RETIRED } from './lower-parts.ts';
import type { Origins } from './origins.ts';
import { type Reference, referencesOf } from './references.ts';
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
    isIgnored: isIgnored(element, path),
    origins: origins.of(key, path).map(({ path: at, effect, isAbsent = false }) => ({
      ...specValueOf(trace, at),
      effect,
      isAbsent,
    })),
    references: referencesOf(value, isReference, element, trace.elements).map((reference) => ({
      text:
        reference.attributes.length === 0
          ? reference.element.address
          : attributeName(reference.element.address, reference.attribute as string),
      at: reference.element.at,
      origins: valuesBehind(origins, reference).map((at) => specValueOf(trace, at, 0)),
    })),
  };
}

function valuesBehind(origins: Origins, { key, attributes }: Reference): readonly SpecPath[] {
  const found = attributes
    .flatMap((attribute) => origins.of(key, attribute))
    .filter(({ effect }) => effect === 'value');
  return [...new Map(found.map(({ path }) => [pathKey(path), path])).values()];
}

/** The folder whose README tells why the kind is as it is. */
function describedIn(trace: EnvironmentTrace, key: string): string {
  const [maker, ...others] = new Set(trace.makersOf(key).map(componentOf));
  // What two components look up belongs to none of them.
  if (maker === undefined || others.length > 0 || maker === PLATFORM || maker === RETIRED)
    return 'docs/architecture.md';
  return `src/components/${maker.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}/README.md`;
}
