import { show } from '../load/yaml-messages.ts';
import type { SourceMap } from '../source-tree.ts';
import type { Finding } from './finding.ts';

/**
 * A manifest of Kubernetes in the place of a spec: it has `kind`, and an API version that is not ours. Everything in
 * it would be unknown, and one mistake is to be told once.
 */
export function foreignManifest({ entries }: SourceMap): Finding | undefined {
  const version = entries.get('apiVersion')?.value;
  const kind = entries.get('kind')?.value;
  if (version?.kind !== 'scalar' || kind?.kind !== 'scalar') return undefined;
  if (typeof version.value !== 'string' || version.value.startsWith('elastiform')) return undefined;
  return {
    at: () => ({ path: ['apiVersion'] }),
    span: version.span,
    explain: () => ({
      code: 'shape/not-a-choice',
      message: `apiVersion is ${show(version.source)} and kind is ${show(kind.source)}: this is a manifest of Kubernetes and no spec`,
      help: 'move the file out of the folder of the specs, or write a spec with apiVersion: elastiform/v1',
    }),
  };
}
