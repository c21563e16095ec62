import { describe, expect, it } from 'vitest';
import { didYouMean } from '../../util/did-you-mean.ts';
import type { Field } from '../language/field.ts';
import { languageOf } from '../language-of.ts';
import type { SourceEntry, SourceMap, SourceNode, SourceScalar, SpecDocument } from '../source-tree.ts';
import { checkShape } from './check-shape.ts';
import { childField } from './subject.ts';
import { load } from './testing/check-yaml.ts';
import { exampleLanguage } from './testing/example-language.ts';

// Goals D2, D3 and D4: one mistake gives one finding, five give five, and typos are understood.

const FULL = `
apiVersion: elastiform/v1
environment: prod
tier: prod
aws:
  region: us-east-1
  accountId: "123456789012"
  state: {bucket: dapp-state, keyPrefix: scaling, region: us-east-1}
  tags: {Platform: dapp}
foundation:
  cluster: dapp-prod
  kubernetesVersion: "1.33"
  vpc: {name: dapp-prod}
  subnets: [a, b]
  nodeRole: node
  securityGroups: {checkout: sg}
policy:
  exceptions: [{rule: a/b, path: x, reason: y, owner: z, expires: "2027-01-01"}]
nodeGroups:
  spot:
    capacity: spot
    instanceTypes: [m5.large, m5a.large]
    size: {min: 1, max: 10, owner: cluster-autoscaler}
    labels: {a: b}
workloads:
  checkout:
    image: nginx:1.27
    cpu: 500m
    memory: 512Mi
    target: 70%
    autoscaling: {minReplicas: 3, maxReplicas: 20, window: 5m}
    database: main
databases:
  main:
    engine: postgres
    multiAz: true
    storage: {allocated: 200GiB, type: gp3}
    replicas: {replica-1: {zone: us-east-1b}}
    insights: {retention: 7d}
`;

const document = load(FULL);

it('starts from a spec that is right', () =>
  expect(checkShape(exampleLanguage, document).diagnostics).toEqual([]));

/** Every entry of the document with the field of its map, as a change of the whole document. */
interface Site {
  readonly path: string;
  readonly field: Field;
  readonly map: Field;
  readonly entry: SourceEntry;
  readonly siblings: ReadonlySet<string>;
}

function sitesOf(field: Field, node: SourceNode, path: readonly string[] = []): Site[] {
  if (node.kind === 'list')
    return node.items.flatMap((item, index) =>
      sitesOf(childField(field, '0')!, item, [...path, String(index)]),
    );
  if (node.kind === 'scalar') return [];
  return [...node.entries.values()].flatMap((entry) => {
    const child = childField(field, entry.key)!;
    const here = [...path, entry.key];
    return [
      { path: here.join('.'), field: child, map: field, entry, siblings: new Set(node.entries.keys()) },
      ...sitesOf(child, entry.value, here),
    ];
  });
}

/** The document with other entries in place of some. */
function withEntries(changes: ReadonlyMap<SourceEntry, SourceEntry>): SpecDocument {
  const rebuild = (node: SourceNode): SourceNode => {
    if (node.kind === 'scalar') return node;
    if (node.kind === 'list') return { ...node, items: node.items.map(rebuild) };
    const entries = [...node.entries.values()].map(
      (entry) => changes.get(entry) ?? { ...entry, value: rebuild(entry.value) },
    );
    return { ...node, entries: new Map(entries.map((entry) => [entry.key, entry])) };
  };
  return { ...document, root: rebuild(document.root) as SourceMap };
}

const errorsOf = (changes: ReadonlyMap<SourceEntry, SourceEntry>) =>
  checkShape(exampleLanguage, withEntries(changes)).diagnostics;

const sites = sitesOf(exampleLanguage, document.root);
const keySites = sites.filter(({ map }) => map.form.kind === 'section');

/** All words that one slip of a finger makes of a word. */
function typosOf(word: string): string[] {
  const typos = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    typos.add(before + after.slice(1));
    if (after.length > 1) typos.add(before + after[1] + after[0] + after.slice(2));
    for (const letter of 'aeinorstxz_-AZ') {
      typos.add(before + letter + after);
      typos.add(before + letter + after.slice(1));
    }
  }
  typos.delete(word);
  typos.delete('');
  return [...typos];
}

describe('one typo in a key', () => {
  it('gives one finding, which knows the key', () => {
    let tried = 0;
    let single = 0;
    let right = 0;
    for (const { entry, map, siblings } of keySites) {
      const known = map.form.kind === 'section' ? Object.keys(map.form.fields) : [];
      // Every third typo is enough for a percentage, and takes a third of the time.
      for (const key of typosOf(entry.key).filter((_, index) => index % 3 === 0)) {
        if (known.includes(key) || siblings.has(key)) continue;
        const found = errorsOf(new Map([[entry, { ...entry, key }]]));
        tried += 1;
        if (found.length === 1) single += 1;
        if (found.length === 1 && found[0]?.suggestions?.[0]?.replacement === entry.key) right += 1;
      }
    }
    expect(tried).toBeGreaterThan(3000);
    expect(single / tried).toBeGreaterThanOrEqual(0.999);
    expect(right / tried).toBeGreaterThanOrEqual(0.95);
  }, 60_000);
});

const span = document.root.span;
const scalar = (value: SourceScalar['value'], source = String(value)): SourceScalar => ({
  kind: 'scalar',
  value,
  source,
  quoted: false,
  span,
});
const WRONG: readonly SourceNode[] = [
  scalar(null, ''),
  scalar(null),
  scalar(true),
  scalar(-1.5),
  scalar(7),
  scalar('~!~'),
  scalar(''),
  { kind: 'list', items: [], span },
  { kind: 'list', items: [scalar('~!~')], span },
  { kind: 'map', entries: new Map(), span },
];

describe('one wrong value', () => {
  it.each(sites.map((site) => [site.path, site] as const))(
    'at %s gives at most one finding',
    (_path, { entry, field }) => {
      for (const value of WRONG) {
        const found = errorsOf(new Map([[entry, { ...entry, value }]]));
        // An empty map lacks each of the required keys by itself.
        const isEmptyMap = value.kind === 'map' && field.form.kind === 'section';
        const isWrongItem = value.kind === 'list' && field.form.kind === 'list';
        if (!isEmptyMap && !isWrongItem) expect(found.length, JSON.stringify(value)).toBeLessThanOrEqual(1);
      }
    },
  );
});

describe('five mistakes', () => {
  it('are all found at once', () => {
    // Leaves only, so that no mistake hides another one.
    const leaves = sites.filter(({ entry }) => entry.value.kind === 'scalar');
    for (let start = 0; start < leaves.length; start += 1) {
      const chosen = [0, 3, 7, 11, 16].map((step) => leaves[(start + step) % leaves.length]!);
      const changes = new Map(
        chosen.map(({ entry, map }, index) => [
          entry,
          index % 2 === 0 || map.form.kind !== 'section'
            ? { ...entry, value: { kind: 'list', items: [], span } as const }
            : { ...entry, key: `${entry.key}x` },
        ]),
      );
      expect(errorsOf(changes)).toHaveLength(5);
    }
  });
});

/** The sets of words of a language: the keys of each section, and the choices of each choice. */
function vocabularies({ form }: Field): string[][] {
  if (form.kind === 'section')
    return [Object.keys(form.fields), ...Object.values(form.fields).flatMap(vocabularies)];
  if (form.kind === 'map' || form.kind === 'list') return vocabularies(form.item);
  return form.kind === 'text' && form.choices ? [[...form.choices]] : [];
}

describe.each([
  ['the frame', languageOf([])],
  ['the example language', exampleLanguage],
])('did you mean, in %s', (_name, language) => {
  const words = vocabularies(language);

  it('knows the word behind at least 95 of 100 typos', () => {
    let tried = 0;
    let right = 0;
    for (const known of words) {
      for (const word of known) {
        for (const typo of typosOf(word)) {
          if (known.includes(typo)) continue;
          tried += 1;
          if (didYouMean(typo, known)[0] === word) right += 1;
        }
      }
    }
    expect(right / tried).toBeGreaterThanOrEqual(0.95);
  });

  it('says nothing to at least 98 of 100 other words', () => {
    let tried = 0;
    let answered = 0;
    for (const known of words) {
      for (const word of OTHER_WORDS) {
        if (known.includes(word)) continue;
        tried += 1;
        if (didYouMean(word, known).length > 0) answered += 1;
      }
    }
    expect(answered / tried).toBeLessThanOrEqual(0.02);
  });
});

/** Words that people might write into a spec, and words made of random syllables. */
const OTHER_WORDS = [
  ...'alpha amount annotation argument backend balance bandwidth batch binary bridge bucket budget cache capacity certificate channel chart client color command comment config container context counter credential currency customer dashboard deadline debug delay deploy device digest domain driver editor endpoint entity event factor failover feature fetch filter firewall folder format forward function gateway global handler header health history host hook icon index ingress input instance interval invoice item journal kernel kind latency layer ledger legacy level library license limit listener load locale logger machine manifest margin master matrix member merge message method migration mirror mode module monitor mount network node notice number object offset operator option order origin output package packet page parameter partner password pattern payload pipeline plugin pool port prefix priority process profile project protocol provider proxy queue quota record registry release repository request resource response retry role route runtime sample scale schedule schema scope script secret segment sensor server service session shard signal slot snapshot socket source stack stage status stream subject switch table target template tenant thread ticket timeout token topic trace traffic trigger tunnel update upload user value vendor volume warning weight widget window worker zone'.split(
    ' ',
  ),
  ...syllables(300),
];

function syllables(count: number): string[] {
  let state = 42;
  const next = (bound: number) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % bound;
  };
  return Array.from({ length: count }, () =>
    Array.from({ length: 2 + next(4) }, () => 'bcdfghklmnprstvz'[next(16)]! + 'aeiou'[next(5)]!).join(''),
  );
}
