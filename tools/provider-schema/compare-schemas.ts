import { isDeepStrictEqual } from 'node:util';
import type { AttributeSchema, BlockSchema, NestedBlock } from '../../src/terraform/schema/block-schema.ts';

export interface Disagreement {
  readonly kind:
    | 'only in the binding'
    | 'only in the provider'
    | 'block or attribute'
    | 'presence'
    | 'type'
    | 'nesting'
    | 'count';
  /** `mixed_instances_policy.launch_template.override`, without indices. */
  readonly path: string;
  /** Empty where the kind says it all. */
  readonly detail: string;
}

/** Everything in which a binding, made from another version, differs from the provider. */
export function compareBlocks(
  binding: BlockSchema,
  provider: BlockSchema,
  path = '',
): readonly Disagreement[] {
  const names = [binding, provider].flatMap(({ attributes, blocks }) => [
    ...Object.keys(attributes),
    ...Object.keys(blocks),
  ]);
  return [...new Set(names)].sort().flatMap((name) => {
    const at = path === '' ? name : `${path}.${name}`;
    const inBinding = lookUp(binding, name);
    const inProvider = lookUp(provider, name);
    if (inProvider === undefined)
      return [{ kind: 'only in the binding', path: at, detail: whichUse(inBinding!) }];
    if (inBinding === undefined)
      return [{ kind: 'only in the provider', path: at, detail: whichUse(inProvider) }];
    if ('block' in inBinding && 'block' in inProvider) return compareNested(inBinding, inProvider, at);
    if (!('block' in inBinding) && !('block' in inProvider))
      return compareAttributes(inBinding, inProvider, at);
    const detail = `${whichUse(inBinding)} in the binding, ${whichUse(inProvider)} in the provider`;
    return [{ kind: 'block or attribute', path: at, detail }];
  });
}

function compareNested(binding: NestedBlock, provider: NestedBlock, path: string): readonly Disagreement[] {
  const found: Disagreement[] = [];
  const differ = (kind: Disagreement['kind'], a: unknown, b: unknown) => {
    if (a !== b) found.push({ kind, path, detail: `${a} in the binding, ${b} in the provider` });
  };
  differ('nesting', binding.nesting, provider.nesting);
  // A binding knows no numbers, only these two questions.
  differ(
    'count',
    binding.minItems > 0 ? 'required' : 'optional',
    provider.minItems > 0 ? 'required' : 'optional',
  );
  differ('count', binding.maxItems === 1 ? 'one' : 'many', provider.maxItems === 1 ? 'one' : 'many');
  return [...found, ...compareBlocks(binding.block, provider.block, path)];
}

function compareAttributes(
  binding: AttributeSchema,
  provider: AttributeSchema,
  path: string,
): readonly Disagreement[] {
  const found: Disagreement[] = [];
  if (binding.presence !== provider.presence) {
    const detail = `${binding.presence} in the binding, ${provider.presence} in the provider`;
    found.push({ kind: 'presence', path, detail });
  }
  if (!isDeepStrictEqual(binding.type, provider.type)) {
    const detail = `${JSON.stringify(binding.type)} in the binding, ${JSON.stringify(provider.type)} in the provider`;
    found.push({ kind: 'type', path, detail });
  }
  return found;
}

function lookUp(
  { attributes, blocks }: BlockSchema,
  name: string,
): AttributeSchema | NestedBlock | undefined {
  return attributes[name] ?? blocks[name];
}

function whichUse(schema: AttributeSchema | NestedBlock): string {
  return 'block' in schema ? 'block' : `${schema.presence} attribute`;
}
