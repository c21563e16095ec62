import type { Source } from '../facts.ts';
import { dayOf, listIn } from '../facts.ts';

interface MajorVersion {
  readonly Engine: string;
  readonly MajorEngineVersion: string;
  readonly SupportedEngineLifecycles?: ReadonlyArray<{
    readonly LifecycleSupportName: string;
    readonly LifecycleSupportEndDate: string;
  }>;
}

export const majorVersions: Source = {
  name: 'aws rds describe-db-major-engine-versions',
  read({ json }) {
    const versions = listIn<MajorVersion>(json, 'DBMajorEngineVersions');
    if (!versions) return undefined;
    const ours = versions.filter(({ Engine }) => ['postgres', 'mysql', 'mariadb'].includes(Engine));
    return {
      rdsEngineVersions: new Map(
        ours.map((version) => [
          `${version.Engine} ${version.MajorEngineVersion}`,
          {
            known: {
              ...endOf(version, 'open-source-rds-standard-support', 'endOfStandardSupport'),
              ...endOf(version, 'open-source-rds-extended-support', 'endOfExtendedSupport'),
            },
          },
        ]),
      ),
    };
  },
};

function endOf({ SupportedEngineLifecycles = [] }: MajorVersion, name: string, key: string): object {
  const found = SupportedEngineLifecycles.find(({ LifecycleSupportName }) => LifecycleSupportName === name);
  return found ? { [key]: dayOf(found.LifecycleSupportEndDate) } : {};
}
