import { blocks, type Json, type Resource, referred, type Tree } from '../tree.ts';

/** What the controls of databases look at. */

export const isReplica = ({ body }: Resource): boolean => body['replicate_source_db'] !== undefined;

export const isSet =
  (name: string) =>
  ({ body }: Resource): boolean =>
    body[name] === true;

/** The parameters of the group that Terraform makes; `undefined` without one. */
export function parametersOf({ body }: Resource, tree: Tree): ReadonlyMap<Json, Json> | undefined {
  const group = referred(tree, body['parameter_group_name']);
  return group && new Map(blocks(group.body, 'parameter').map(({ name, value }) => [name, value]));
}

/** A replica runs the engine of its primary. */
export function engineOf(resource: Resource, tree: Tree): readonly [engine: string, version: string] {
  const { body } = referred(tree, resource.body['replicate_source_db']) ?? resource;
  return [String(body['engine']), String(body['engine_version'])];
}
