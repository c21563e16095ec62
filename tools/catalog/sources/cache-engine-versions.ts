import type { Source } from '../facts.ts';
import { listIn } from '../facts.ts';

interface EngineVersion {
  readonly Engine: string;
  readonly EngineVersion: string;
}

/** Which versions there are; when their support ends is only in the user guide. */
export const cacheEngineVersions: Source = {
  name: 'aws elasticache describe-cache-engine-versions',
  read({ json }) {
    const versions = listIn<EngineVersion>(json, 'CacheEngineVersions');
    if (!versions) return undefined;
    const ours = versions.filter(({ Engine }) => ['redis', 'valkey'].includes(Engine));
    return {
      elasticacheEngineVersions: new Map(
        ours.map(({ Engine, EngineVersion }) => [`${Engine} ${asInSpecs(EngineVersion)}`, { known: {} }]),
      ),
    };
  },
};

/** From Redis 6 on a spec names two numbers, and AWS answers with its newest patch. */
function asInSpecs(version: string): string {
  return Number(version.split('.')[0]) < 6 ? version : version.split('.').slice(0, 2).join('.');
}
