import { describe, expect, it } from 'vitest';
import { addressesInHcl, addressesInJson } from '../support/block-addresses.ts';
import { goldenTree, mainGoldenNames } from '../support/golden-specs.ts';

describe.each(mainGoldenNames)('the golden spec %s', (name) => {
  it('has the same blocks in HCL and in JSON, file by file', async () => {
    const hcl = await goldenTree(name, 'hcl');
    const json = await goldenTree(name, 'json');
    const inHcl = [...hcl].filter(([path]) => path.endsWith('.tf'));
    const inJson = [...json].filter(([path]) => path.endsWith('.tf.json'));
    expect(inHcl.map(([path]) => `${path}.json`)).toEqual(inJson.map(([path]) => path));
    const addresses = inHcl.map(([path, text]) => [path, addressesInHcl(text).sort()] as const);
    expect(addresses).toEqual(
      inJson.map(([path, text]) => [path.slice(0, -'.json'.length), addressesInJson(text).sort()]),
    );
    const resources = addresses.flatMap(([, list]) => list.filter((it) => it.startsWith('resource.')));
    expect(resources.length).toBeGreaterThan(0);
  });
});
