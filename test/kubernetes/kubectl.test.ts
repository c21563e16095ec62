import { describe, expect, it } from 'vitest';
import { askKubectl, kubectlOnPath } from './kubectl.ts';
import { readExamples } from './read-examples.ts';
import type { Manifest } from './to-kubernetes.ts';

const examples = ['horizontal-pod-autoscaler', 'deployment', 'others'].flatMap((name) =>
  readExamples<{ manifest: Manifest }>(name),
);

describe.skipIf(!kubectlOnPath)('kubectl (needs kubectl on the PATH)', () => {
  it.each(examples)('decodes $manifest.kind', async ({ manifest }) => {
    expect(await askKubectl(manifest)).toEqual([]);
  });

  it('refuses a wrong type of any kind', async () => {
    const spec = { maxReplicas: '3', scaleTargetRef: { kind: 'Deployment', name: 'a' } };
    const manifest = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', spec };
    expect((await askKubectl(manifest)).join()).toContain('spec.maxReplicas of type int32');
  });

  it('loses an unknown field of what makes pods', async () => {
    const containers = [{ name: 'a', image: 'a', readinessProbe: { httpGet: { port: 80, uri: '/' } } }];
    const manifest = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: { selector: { matchLabels: { a: 'b' } }, template: { spec: { containers } } },
    };
    expect(await askKubectl(manifest)).toEqual([
      '/spec/template/spec/containers/0/readinessProbe/httpGet/uri is lost',
    ]);
  });
});
