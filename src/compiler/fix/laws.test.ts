import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { taste, tree, write } from '../edit/testing/styled-yaml.ts';
import { lineChanges } from '../edit/unified-diff.ts';
import { FRAME } from '../shape/testing/check-yaml.ts';
import { after, errorsOf, fix } from './testing/fix-yaml.ts';

/** What slips from the fingers at a place of a text; `other` is another place. */
const SLIPS: Readonly<Record<string, (text: string, at: number, other: number) => string>> = {
  'loses a character': (text, at) => text.slice(0, at) + text.slice(at + 1),
  'gets a character': (text, at, other) =>
    text.slice(0, at) + ',:"#]}\t x'.charAt(other % 9) + text.slice(at),
  'has two characters swapped': (text, at) =>
    text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2),
  'has a line twice': (text, at) => {
    const [start, end] = [text.lastIndexOf('\n', at) + 1, text.indexOf('\n', at) + 1 || text.length];
    return text.slice(0, end) + text.slice(start, end) + text.slice(end);
  },
  'is indented by one more': (text, at) => {
    const start = text.lastIndexOf('\n', at) + 1;
    return `${text.slice(0, start)} ${text.slice(start)}`;
  },
  'is indented with tabs': (text) =>
    text.replace(/^ +/gm, (spaces) => '\t'.repeat(Math.ceil(spaces.length / 2))),
};
const slips = fc.array(fc.tuple(fc.constantFrom(...Object.values(SLIPS)), fc.nat(), fc.nat()), {
  minLength: 1,
  maxLength: 3,
});

const slipped = (text: string, some: readonly [(typeof SLIPS)[string], number, number][]): string =>
  some.reduce((now, [slip, at, other]) => slip(now, at % now.length, other), text);

/** A whole spec of the example language, with much to slip on. */
const SPEC = `${FRAME}nodeGroups:
  spot:  # cheap
    capacity: spot
    instanceTypes: [m5.large, m5a.large]
    size: {min: 1, max: 10, owner: cluster-autoscaler}
    labels:
      workload: "non-critical"
workloads:
  api:
    image: "registry.example.com/api:1.4.2"
    cpu: 500m
    memory: 512Mi
    autoscaling:
      minReplicas: 3
      maxReplicas: 20
      window: 5m
databases:
  main: {engine: postgres, multiAz: true, storage: {allocated: 200GiB, type: gp3}}
`;

describe('whatever slips in a text of any style', () => {
  it('fixing ends, is the same twice, changes the lines that it names and no line ends', () => {
    fc.assert(
      fc.property(tree, taste, slips, (root, choices, some) => {
        const text = slipped(write(root, choices), some);
        const texts = { 'prod.yaml': text };
        const result = fix(texts, undefined);
        const now = after(result, texts);
        expect(fix(now, undefined).files).toEqual([]);
        const changes = lineChanges(text, now['prod.yaml'] ?? '').filter(({ kind }) => kind === 'removed');
        const isWhole = result.fixed.some(({ code }) => code === 'yaml/tab');
        if (!isWhole) expect(changes.length).toBeLessThanOrEqual(result.fixed.length * 2);
        expect(now['prod.yaml']?.startsWith('\ufeff')).toBe(text.startsWith('\ufeff'));
        if (text.includes('\r\n') && !/(?<!\r)\n/.test(text))
          expect(now['prod.yaml']).not.toMatch(/(?<!\r)\n/);
      }),
      { numRuns: 80 },
    );
  });
});

describe('whatever slips in a spec', () => {
  it('fixing makes no more errors than there were, and the same twice', () => {
    fc.assert(
      fc.property(slips, (some) => {
        const texts = { 'prod.yaml': slipped(SPEC, some.slice(0, 1)) };
        const result = fix(texts);
        const now = after(result, texts);
        const [before, left] = [errorsOf(texts), errorsOf(now)];
        expect(left.length, `${texts['prod.yaml']}\n${JSON.stringify(result)}`).toBeLessThanOrEqual(
          before.length,
        );
        expect(fix(now).files).toEqual([]);
        if (result.fixed.length === 0) expect(now).toEqual(texts);
      }),
      { numRuns: 80 },
    );
  });
});
