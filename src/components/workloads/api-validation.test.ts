import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../compiler/diagnostic.ts';
import { languageOf } from '../../compiler/language-of.ts';
import { loadSpec } from '../../compiler/load/load-spec.ts';
import { checkShape } from '../../compiler/shape/check-shape.ts';
import { compileExample } from '../testing/compile-example.ts';
import { workloads } from './index.ts';
import { apiFieldOf, readVectors, specOf, type Vector } from './testing/vectors.ts';

const LANGUAGE = languageOf([workloads]);

/** What the language cannot say at all, so that nobody can make the mistake. */
const CANNOT_BE_WRITTEN: Readonly<Record<string, string>> = {
  'valid-004': 'a selectPolicy without policies: those of Kubernetes are then written out',
  'valid-013': 'a selectPolicy without policies: those of Kubernetes are then written out',
  'valid-031': 'the kind of the target: it is always a Deployment',
  'valid-034': 'the kind of the target: it is always a Deployment',
  'valid-064': 'the type of a target: it follows from the key of the target',
};

/** What is refused before there is a spec: an empty name of a resource is an empty key. */
const REFUSED_WHILE_READING: Readonly<Record<string, string>> = { 'valid-043': 'yaml/empty-key' };

/** What the API server would take, and we refuse all the same. */
const STRICTER: Readonly<Record<string, string>> = {
  'valid-082': 'workload/scale-to-zero', // needs a feature gate that EKS does not open
  'valid-088': 'workload/scale-to-zero',
  'valid-097': 'workload/tolerance-not-supported', // the provider cannot set it
};

/** Fields of a vector that the language does not have, beside others that it has. */
const UNWRITABLE_FIELDS: readonly string[] = ['spec.scaleTargetRef.kind'];

describe('a workload with the autoscaler of a vector', () => {
  const vectors = readVectors().filter(({ id }) => !(id in CANNOT_BE_WRITTEN || id in REFUSED_WHILE_READING));

  it.each(vectors.filter(isRightHere))('$id is right, as for the API server', async (vector) => {
    expect(await findingsOf(vector)).toEqual([]);
  });

  it.each(vectors.filter(({ id }) => id in STRICTER))('$id is refused by us alone', async (vector) => {
    const codes = (await findingsOf(vector)).map(({ code }) => code);
    expect(codes).toEqual([STRICTER[vector.id]]);
  });

  it.each(vectors.filter(({ expected }) => !expected.valid))(
    '$id is wrong at the field that the API server names',
    async (vector) => {
      const { id, expected } = vector;
      const wanted = (expected.errors ?? [])
        .map(({ field }) => field)
        .filter((field) => !UNWRITABLE_FIELDS.includes(field));
      const found = (await findingsOf(vector)).map(({ field }) => field);
      // Rules wait until the shape is right: with a name the other mistake appears.
      const later =
        id === 'valid-040' ? await findingsOf(vector, (yaml) => yaml.replace('"name":"",', '')) : [];
      const all = [...found, ...later.map(({ field }) => field)];
      expect(unique(all)).toEqual(unique(wanted));
    },
  );
});

it.each(Object.entries(REFUSED_WHILE_READING))('%s is refused while reading: %s', (id, code) => {
  const vector = readVectors().find((candidate) => candidate.id === id);
  const { diagnostics } = load(specOf(vector as Vector));
  expect(diagnostics.map((diagnostic) => diagnostic.code)).toEqual([code]);
});

it('knows every vector that it leaves out', () => {
  const ids = readVectors().map(({ id }) => id);
  expect(ids).toHaveLength(34);
  const named = [CANNOT_BE_WRITTEN, REFUSED_WHILE_READING, STRICTER].flatMap(Object.keys);
  expect(ids).toEqual(expect.arrayContaining(named));
});

function isRightHere({ id, expected }: Vector): boolean {
  return expected.valid && !(id in STRICTER);
}

function unique(fields: readonly string[]): string[] {
  return [...new Set(fields)].sort();
}

async function findingsOf(
  vector: Vector,
  change: (yaml: string) => string = (yaml) => yaml,
): Promise<{ code: string; field: string }[]> {
  const yaml = change(specOf(vector));
  const shape = shapeOf(yaml);
  const diagnostics = shape.length > 0 ? shape : (await compileExample([workloads], yaml)).diagnostics;
  return diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => ({ code, field: apiFieldOf(at && 'path' in at ? at.path : [], code, vector) }));
}

/** Mistakes in the workloads; the rest of the spec is not there. */
function shapeOf(yaml: string): readonly Diagnostic[] {
  const { value: document, diagnostics } = load(yaml);
  expect(diagnostics).toEqual([]);
  if (!document) return [];
  return checkShape(LANGUAGE, document).diagnostics.filter(
    ({ at }) => at && 'path' in at && at.path[0] === 'workloads',
  );
}

function load(yaml: string) {
  return loadSpec('specs/prod.yaml', { read: () => ({ text: yaml }) });
}
