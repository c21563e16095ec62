import { describe, expect, it } from 'vitest';
import { isObject, type Json, type JsonObject } from './json.ts';
import { readExamples } from './read-examples.ts';
import { toKubernetes } from './to-kubernetes.ts';
import { type Finding, validateManifest } from './validate-manifest.ts';

interface WrongExample {
  readonly title: string;
  readonly type: string;
  readonly body: JsonObject;
  readonly findings: readonly Finding[];
}

describe("the schema of Kubernetes' API", () => {
  it.each(readExamples<WrongExample>('wrong'))('refuses $title', ({ type, body, findings }) => {
    expect(validateManifest(toKubernetes(type, body))).toEqual(findings);
  });

  it('refuses a kind that has no schema here', () => {
    expect(validateManifest({ apiVersion: 'autoscaling/v1', kind: 'HorizontalPodAutoscaler' })).toEqual([
      { path: '', message: 'there is no schema for autoscaling/v1/HorizontalPodAutoscaler' },
    ]);
  });

  const objects = ['horizontal-pod-autoscaler', 'deployment', 'others'].flatMap((name) =>
    readExamples<{ manifest: JsonObject }>(name),
  );

  it.each(objects)('finds a field too many anywhere in $manifest.kind', ({ manifest }) => {
    for (const { path, add } of placesIn(manifest)) {
      const message = 'is an unknown field';
      expect(validateManifest(add('tooMany') as JsonObject)).toEqual([{ path: `${path}tooMany`, message }]);
    }
  });

  it('takes any key where the user chooses them', () => {
    const labels = { 'a_b.c/d': 'x', constructor: 'y', toString: 'z', length: '1' };
    const selector = { matchLabels: labels };
    const budget = { apiVersion: 'policy/v1', kind: 'PodDisruptionBudget', metadata: { labels } };
    expect(validateManifest({ ...budget, spec: { selector } })).toEqual([]);
  });

  it('is not fooled by the names that every object has', () => {
    const map = { apiVersion: 'v1', kind: 'ConfigMap', constructor: {}, metadata: { toString: 'a' } };
    expect(validateManifest(map).map(({ path }) => path)).toEqual(['constructor', 'metadata.toString']);
  });
});

interface Place {
  /** With its dot, or empty. */
  readonly path: string;
  /** The whole value with one more key in this place. */
  readonly add: (key: string) => Json;
}

/** Every object inside of a value, but for the maps of the user. */
function placesIn(value: Json, path = ''): Place[] {
  if (Array.isArray(value)) {
    const list: readonly Json[] = value;
    return list.flatMap((item, index) =>
      placesIn(item, `${path.replace(/\.$/, '')}[${index}].`).map((place) => ({
        path: place.path,
        add: (key) => list.with(index, place.add(key)),
      })),
    );
  }
  if (!isObject(value)) return [];
  const inside = Object.entries(value)
    .filter(([name]) => !MAPS.has(name) && !(name === 'selector' && path === 'spec.' && 'ports' in value))
    .flatMap(([name, item]) =>
      placesIn(item, `${path}${name}.`).map((place) => ({
        path: place.path,
        add: (key: string) => ({ ...value, [name]: place.add(key) }),
      })),
    );
  return [{ path, add: (key) => ({ ...value, [key]: 1 }) }, ...inside];
}

const MAPS: ReadonlySet<string> = new Set([
  'annotations',
  'binaryData',
  'data',
  'labels',
  'limits',
  'matchLabels',
  'nodeSelector',
  'requests',
]);
