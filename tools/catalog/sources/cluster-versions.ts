import type { Source } from '../facts.ts';
import { dayOf, listIn } from '../facts.ts';

interface ClusterVersion {
  readonly clusterVersion: string;
  readonly endOfStandardSupportDate?: string;
  readonly endOfExtendedSupportDate?: string;
}

export const clusterVersions: Source = {
  name: 'aws eks describe-cluster-versions',
  read({ json }) {
    const versions = listIn<ClusterVersion>(json, 'clusterVersions');
    if (!versions) return undefined;
    const end = (key: string, time: string | undefined) => (time === undefined ? {} : { [key]: dayOf(time) });
    return {
      kubernetesVersions: new Map(
        versions.map(({ clusterVersion, endOfStandardSupportDate, endOfExtendedSupportDate }) => [
          clusterVersion,
          {
            known: {
              ...end('endOfStandardSupport', endOfStandardSupportDate),
              ...end('endOfExtendedSupport', endOfExtendedSupportDate),
            },
          },
        ]),
      ),
    };
  },
};
