import type { SpecPath } from '../../../compiler/spec-path.ts';
import type { Database } from '../schema.ts';

/** An instance of a database, as far as its class and its version are concerned. */
export interface InstanceOf {
  readonly className: string;
  readonly classPath: SpecPath;
  readonly version: string;
  readonly versionPath: SpecPath;
  readonly adopt: boolean;
}

/** The primary, and the replicas that have a class or a version of their own. */
export function instancesOfDatabase(
  { class: className, engineVersion, adopt, readReplicas }: Database,
  at: (...path: string[]) => SpecPath,
): readonly InstanceOf[] {
  const primary = {
    className,
    classPath: at('class'),
    version: engineVersion,
    versionPath: at('engineVersion'),
    adopt: adopt !== undefined,
  };
  const replicas = [...readReplicas].flatMap(([key, replica]) => {
    const own = (name: string) => at('readReplicas', key, name);
    const hasClass = replica.class !== className;
    const hasVersion = replica.engineVersion !== undefined;
    if (!hasClass && !hasVersion) return [];
    return [
      {
        className: replica.class,
        classPath: hasClass ? own('class') : primary.classPath,
        version: replica.engineVersion ?? engineVersion,
        versionPath: hasVersion ? own('engineVersion') : primary.versionPath,
        adopt: replica.adopt,
      },
    ];
  });
  return [primary, ...replicas];
}
