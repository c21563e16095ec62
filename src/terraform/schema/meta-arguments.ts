import type { SchemaKind } from './schema-of.ts';

/**
 * Names at the top of a block that Terraform itself reads, so that no provider schema has them.
 *
 * @source developer.hashicorp.com/terraform/language, "Meta-Arguments", 1.11
 */
export function metaArguments(kind: SchemaKind): ReadonlySet<string> {
  return META_ARGUMENTS[kind];
}

const SHARED = ['count', 'depends_on', 'for_each', 'lifecycle', 'provider'];

const META_ARGUMENTS: Readonly<Record<SchemaKind, ReadonlySet<string>>> = {
  resource: new Set([...SHARED, 'connection', 'provisioner']),
  data: new Set(SHARED),
  provider: new Set(['alias', 'version']),
};
