import type { Fact, Source } from '../facts.ts';

/** The tags of Cluster Autoscaler, of which the newest of each minor counts; charts and betas have other names. */
export const autoscalerTags: Source = {
  name: 'git ls-remote --tags of kubernetes/autoscaler',
  read({ text }) {
    const tags = [...text.matchAll(/refs\/tags\/cluster-autoscaler-(1\.[0-9]+)\.([0-9]+)$/gm)];
    if (tags.length === 0) return undefined;
    const newest = new Map<string, number>();
    for (const [, minor = '', patch] of tags)
      newest.set(minor, Math.max(newest.get(minor) ?? 0, Number(patch)));
    const fact = (minor: string, patch: number): Fact => ({
      known: { clusterAutoscaler: `${minor}.${patch}` },
    });
    return { kubernetesVersions: new Map([...newest].map(([minor, patch]) => [minor, fact(minor, patch)])) };
  },
};
