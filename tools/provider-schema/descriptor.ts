import ts from 'typescript';
import { returnedEntries } from './mapped-property.ts';

/** How Terraform nests what a property holds, in the words of cdktf's descriptors for HCL. */
export type Collection = 'simple' | 'list' | 'set' | 'map' | 'struct';

/**
 * The descriptors beside the mappers, of which we use `type` alone: it is the only place that tells a set from a
 * list. Their `isBlock` is wrong in places (seen with cdktf 0.21.0), so nothing here reads it.
 *
 * @param holder the function `xToHclTerraform` of a struct, or the method `synthesizeHclAttributes` of a resource
 * @returns keyed by Terraform name
 */
export function readCollections(holder: ts.Node): ReadonlyMap<string, Collection> {
  return new Map(returnedEntries(holder).map(({ name, value }) => [name, readCollection(value)] as const));
}

function readCollection(descriptor: ts.Expression): Collection {
  if (ts.isObjectLiteralExpression(descriptor)) {
    for (const entry of descriptor.properties) {
      if (!ts.isPropertyAssignment(entry) || entry.name.getText() !== 'type') continue;
      if (ts.isStringLiteral(entry.initializer) && COLLECTIONS.has(entry.initializer.text)) {
        return entry.initializer.text as Collection;
      }
    }
  }
  throw new Error(`not a descriptor: ${descriptor.getText()}`);
}

const COLLECTIONS: ReadonlySet<string> = new Set<Collection>(['simple', 'list', 'set', 'map', 'struct']);
