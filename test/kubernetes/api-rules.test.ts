import { describe, expect, it } from 'vitest';
import { checkApiRules } from './api-rules.ts';
import { readExamples } from './read-examples.ts';
import type { Manifest } from './to-kubernetes.ts';
import { validateManifest } from './validate-manifest.ts';

interface Example {
  readonly at: string;
  readonly message: string;
  readonly manifest: Manifest;
}

describe('the rules of the API server', () => {
  it.each(readExamples<Example>('against-rules'))('refuse what $message', ({ at, message, manifest }) => {
    expect(validateManifest(manifest)).toEqual([]);
    expect(checkApiRules(manifest)).toEqual([{ path: at, message }]);
  });

  const right = ['horizontal-pod-autoscaler', 'deployment', 'others'].flatMap((name) =>
    readExamples<{ manifest: Manifest }>(name),
  );

  it.each(right)('take $manifest.kind', ({ manifest }) => {
    expect(checkApiRules(manifest)).toEqual([]);
  });
});
