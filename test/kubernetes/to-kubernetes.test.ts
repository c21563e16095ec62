import { describe, expect, it } from 'vitest';
import type { JsonObject } from './json.ts';
import { KINDS } from './kinds.ts';
import { readExamples } from './read-examples.ts';
import { toKubernetes } from './to-kubernetes.ts';
import { validateManifest } from './validate-manifest.ts';

interface Example {
  readonly type: string;
  readonly body: JsonObject;
  readonly manifest: JsonObject;
}

const examples = ['horizontal-pod-autoscaler', 'deployment', 'others'].flatMap((name) =>
  readExamples<Example>(name),
);

describe('a body of the provider', () => {
  it.each(examples)('becomes the object it stands for: $type', ({ type, body, manifest }) => {
    expect(toKubernetes(type, body)).toEqual(manifest);
  });

  it.each(examples)('becomes an object that the API takes: $type', ({ type, body }) => {
    expect(validateManifest(toKubernetes(type, body))).toEqual([]);
  });

  it('has an example of each type', () => {
    expect([...new Set(examples.map(({ type }) => type))].sort()).toEqual(Object.keys(KINDS).sort());
  });

  it.each(readExamples<{ type: string; body: JsonObject; error: string }>('refused'))(
    'is refused: $error',
    ({ type, body, error }) => {
      expect(() => toKubernetes(type, body)).toThrow(error);
    },
  );
});
