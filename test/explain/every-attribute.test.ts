import { describe, expect, it } from 'vitest';
import type { ResolvedSpec } from '../../src/compiler/compile.ts';
import { knowledge } from '../../src/components/registry.ts';
import type { AddressAnswer, SpecValue } from '../../src/explain/answer.ts';
import { findElements } from '../../src/explain/asked.ts';
import { EnvironmentTrace } from '../../src/explain/environment-trace.ts';
import { explainAddress } from '../../src/explain/explain-address.ts';
import { Origins } from '../../src/explain/origins.ts';
import { compileFile } from '../support/compile-folder.ts';
import { goldenFile, goldenNames, ledgerBeside } from '../support/golden-specs.ts';
import { blocksInTree } from './blocks-in-tree.ts';

// All of them take minutes: `npm run test:e2e:full`.
const isFullRun = process.env['ELASTIFORM_E2E'] === 'full';
const FILES = isFullRun
  ? [...goldenNames.map(goldenFile), 'specs/dev.yaml', 'specs/prod.yaml']
  : [goldenFile('offline-edge')];

/** Same kind of block, same attribute, and never anything from the spec: the value of all environments. */
const constants = new Map<string, Set<string>>();

describe.each(FILES)('explain, asked about everything in the Terraform of %s', (file) => {
  it('answers with origins that stand where they say', async () => {
    const spec = specOf(file);
    const trace = await EnvironmentTrace.of(spec, knowledge);
    const origins = new Origins(trace);
    const answers = [...trace.elements].map(([key, element]) => {
      const attributes = [...element.attributes.keys()];
      return explainAddress(trace, origins, { key, element, attributes, isWhole: true });
    });
    expect(await blocksInTree(spec)).toEqual(answers.map(({ address }) => address).sort());
    for (const answer of answers) {
      const wrong = answer.attributes.flatMap(({ path, origins: all }) =>
        all.flatMap(mistakesOf).map((mistake) => `${path}: ${mistake}`),
      );
      remember(answer);
      expect([answer.address, wrong]).toEqual([answer.address, []]);
    }

    function mistakesOf(value: SpecValue): readonly string[] {
      const { path, origin, place } = value;
      if (!origin) return place || value.value === undefined ? [] : [`${path.join('.')} has no origin`];
      if (!('span' in origin)) return [];
      const { start, end, file: source } = origin.span;
      const text = (spec.document.texts.get(source) ?? '').slice(start.offset, end.offset);
      const items = [value.value].flat().map(String);
      // A quantity may be spelled in another way than it is printed.
      const isThere = items.every((item) => text.includes(item)) || /[0-9]/.test(text);
      return isThere ? [] : [`${path.join('.')} is not ${text}`];
    }
  });

  it('finds every attribute by the address that it prints', async () => {
    const { elements } = await EnvironmentTrace.of(specOf(file), knowledge);
    for (const [key, { address, attributes }] of elements) {
      for (const path of attributes.keys()) {
        const found = findElements(elements, `${address}.${path}`).find((one) => one.key === key);
        expect([address, found?.attributes.includes(path)]).toEqual([address, true]);
      }
    }
  });
});

it.runIf(isFullRun)(
  'says that elastiform writes what no spec changes, and it is the same in every spec',
  () => {
    const different = [...constants].filter(([, values]) => new Set(values.values()).size > 1);
    expect(different).toEqual([]);
  },
);

/** Remembers what it says of attributes that come from nothing in the spec, of kinds that are alike in every spec. */
function remember({ address, attributes }: AddressAnswer): void {
  const kind = address.replace(/\.[^.]*$/, '');
  if (!/^(?:aws_(?:db|elasticache|autoscaling_group|eks)|kubernetes_)/.test(kind)) return;
  for (const { path, value, origins, references } of attributes) {
    const isOfSpec =
      references.length > 0 || origins.some(({ effect }) => effect === 'value' || effect === 'key');
    // The third of several tags is another one in another spec.
    if (isOfSpec || /\[[0-9]+\]/.test(path)) continue;
    const known = constants.get(`${kind} ${path}`) ?? new Set();
    constants.set(`${kind} ${path}`, known.add(JSON.stringify(value)));
  }
}

function specOf(file: string): ResolvedSpec {
  const { spec } = compileFile(file, new Map(), ledgerBeside(file));
  if (!spec) throw new Error(`${file} has errors`);
  return spec;
}
