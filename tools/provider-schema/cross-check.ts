import { isDeepStrictEqual } from 'node:util';
import type { DeclaredProperty } from './declared-property.ts';
import type { MappedProperty } from './mapped-property.ts';
import { printShape } from './shape.ts';

/**
 * The declarations come from comments and types, the mappers are the code that runs. Where both speak they must
 * agree: on names, types, structs, and, for lists of structs, on block or attribute. A mapper says nothing about
 * whether a single struct is a block.
 *
 * @throws for the first contradiction
 */
export function crossCheck(
  where: string,
  declared: readonly DeclaredProperty[],
  mapped: readonly MappedProperty[],
): void {
  const declaredNames = declared.map(({ name }) => name).sort();
  const mappedNames = mapped.map(({ name }) => name).sort();
  if (!isDeepStrictEqual(declaredNames, mappedNames)) {
    throw new Error(`${where}: declared ${declaredNames.join(' ')}, but mapped ${mappedNames.join(' ')}`);
  }
  for (const property of declared) {
    const counterpart = mapped.find(({ name }) => name === property.name)!;
    const says = `${property.property}: ${printShape(property.shape)}`;
    const does = `${counterpart.property}: ${printShape(counterpart.shape)}`;
    if (says !== does) throw new Error(`${where}.${property.name}: declared as ${says}, mapped as ${does}`);
    if (counterpart.isBlock !== undefined && counterpart.isBlock !== property.saysBlock) {
      throw new Error(
        `${where}.${property.name}: the comment and listMapper differ on whether it is a block`,
      );
    }
  }
}
