import { checkBody } from './check-body.ts';
import type { Finding } from './finding.ts';
import { metaArguments } from './meta-arguments.ts';
import { type SchemaKind, schemaOf } from './schema-of.ts';

/**
 * Holds a whole resource, data source or provider block, meta-arguments included, to its provider's schema.
 *
 * @param type `aws_db_instance`; for a provider its local name
 * @param body as for `checkBody`; the content of meta-arguments is not looked at
 * @returns one finding at the path `''` if the type itself is not in our data
 */
export function checkConfiguration(
  kind: SchemaKind,
  type: string,
  body: Readonly<Record<string, unknown>>,
): readonly Finding[] {
  const schema = schemaOf(kind, type);
  if (schema === undefined) {
    return [
      { path: '', message: `no schema for ${kind} ${type}; add it to tools/provider-schema/wanted-types.ts` },
    ];
  }
  return checkBody(schema, body, '', metaArguments(kind));
}
