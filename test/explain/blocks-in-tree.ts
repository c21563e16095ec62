import type { ResolvedSpec } from '../../src/compiler/compile.ts';
import { components } from '../../src/components/registry.ts';
import { synthesize } from '../../src/terraform/synthesize.ts';
import { addressesInHcl } from '../support/block-addresses.ts';

/** The addresses of everything that synthesis writes, as `explain` spells them, sorted. */
export async function blocksInTree(spec: ResolvedSpec): Promise<readonly string[]> {
  const files = await synthesize(spec, components, 'hcl');
  return [...files]
    .filter(([path]) => path.endsWith('.tf'))
    .flatMap(([, text]) => addressesInHcl(text))
    .map((address) =>
      address.replace(/^resource\./, '').replace(/^(moved|import|removed)(?: (\S+))?(?: (\S+))?$/, endsOf),
    )
    .sort();
}

/** `moved` is about its new address, the others have one. */
function endsOf(_whole: string, kind: string, first = '', second = ''): string {
  return `${kind}.${second || first}`;
}
