import { beforeAll, describe, expect, it } from 'vitest';
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

// All of them take a minute or two: `npm run test:e2e:full`. These have every kind but schedules and are quick.
const isFullRun = process.env['ELASTIFORM_E2E'] === 'full';
const QUICK = [
  'alarms-on',
  'alarms-plain',
  'cluster-autoscaler-off',
  'cluster-autoscaler-plain',
  'edge',
  'offline-edge',
  'small-dev',
];
const FILES = isFullRun
  ? [...goldenNames.map(goldenFile), 'specs/dev.yaml', 'specs/prod.yaml', 'specs/staging.yaml']
  : QUICK.map(goldenFile);

/** Same kind of block, same attribute, and never anything from the spec: the value of all environments. */
const constants = new Map<string, Set<string>>();

describe.each(FILES)('explain, asked about everything in the Terraform of %s', (file) => {
  let spec: ResolvedSpec;
  let trace: EnvironmentTrace;

  beforeAll(async () => {
    spec = specOf(file);
    trace = await EnvironmentTrace.of(spec, knowledge);
  });

  it('answers with origins that stand where they say', async () => {
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
      const text = inOneLine((spec.document.texts.get(source) ?? '').slice(start.offset, end.offset));
      const items = [value.value].flat().map((item) => inOneLine(String(item)));
      // A quantity may be spelled in another way than it is printed.
      const isThere = items.every((item) => text.includes(item)) || /[0-9]/.test(text);
      return isThere ? [] : [`${path.join('.')} is not ${text}`];
    }
  });

  it('finds every attribute by the address that it prints', () => {
    const { elements } = trace;
    for (const [key, { address, attributes }] of elements) {
      for (const path of attributes.keys()) {
        const found = findElements(elements, `${address}.${path}`).find((one) => one.key === key);
        expect([address, found?.attributes.includes(path)]).toEqual([address, true]);
      }
    }
  });
});

it('says that elastiform writes what no spec changes, and it is the same in every spec', () => {
  const different = [...constants].filter(([, values]) => values.size > 1);
  expect(different).toEqual([]);
});

/** Remembers what it says of attributes that come from nothing in the spec, of kinds that are alike in every spec. */
function remember({ address, at, attributes }: AddressAnswer): void {
  // What is of another component is of another kind: `kubernetes_deployment_v1` of a workload or a pooler.
  const kind = `${address.replace(/\.[^.]*$/, '')} of ${/^[A-Za-z]+/.exec(at)}`;
  if (!/^(?:aws_(?:db|elasticache|autoscaling|eks|launch)|kubernetes_)/.test(kind)) return;
  const paths = new Set(attributes.map(({ path }) => path.replace(/\].*/, ']')));
  for (const { path, value, origins, references } of attributes) {
    if (references.length > 0 || origins.length > 0 || isOneOfSeveral(path, paths)) continue;
    const known = constants.get(`${kind} ${path}`) ?? new Set();
    constants.set(`${kind} ${path}`, known.add(JSON.stringify(value)));
  }
}

/** The third of several tags is another one in another spec. */
function isOneOfSeveral(path: string, items: ReadonlySet<string>): boolean {
  const list = /^([^[]*)\[[0-9]+\]/.exec(path)?.[1];
  return path.endsWith(']') || (list !== undefined && items.has(`${list}[1]`)) || /\[[1-9]/.test(path);
}

/** A text of several lines is indented in the spec. */
function inOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function specOf(file: string): ResolvedSpec {
  const { spec } = compileFile(file, new Map(), ledgerBeside(file));
  if (!spec) throw new Error(`${file} has errors`);
  return spec;
}
