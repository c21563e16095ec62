/**
 * What the name of an EC2 instance type tells by itself: `c7gd.2xlarge` is family `c`, generation 7, with the
 * attributes `g` (Graviton) and `d` (local disks), in the size `2xlarge`.
 *
 * What is said here holds for every type of the catalog (1255 of them on 2026-11-27), which `catalog.test.ts` repeats.
 */
export interface InstanceTypeName {
  /** `c7gd` */
  readonly family: string;
  /** `2xlarge` */
  readonly size: string;
}

export function parseInstanceType(type: string): InstanceTypeName {
  const dot = type.indexOf('.');
  return dot < 0 ? { family: type, size: '' } : { family: type.slice(0, dot), size: type.slice(dot + 1) };
}

/** Graviton families have a `g` after the generation (`m6g`, `c7gn`, `im4gn`); `a1` is the first and has none. */
export function architectureOf(type: string): 'arm64' | 'x86_64' {
  const { family } = parseInstanceType(type);
  return family === 'a1' || GRAVITON.test(family) ? 'arm64' : 'x86_64';
}

const GRAVITON = /^[a-z]{1,8}[0-9]{1,2}[a-z]{0,6}g[a-z]{0,6}$/;

/** T types earn CPU credits and are slow without them. */
export function isBurstable(type: string): boolean {
  return /^t[0-9]/.test(parseInstanceType(type).family);
}

/**
 * GiB of memory for each vCPU, where the family fixes it; `undefined` where it does not.
 * C has 2, M has 4 and R has 8 from the fifth generation on (earlier ones are a little odd); c5n has 2.625.
 * T has 4 from `large` on.
 */
export function memoryPerCpu(type: string): number | undefined {
  const { family, size } = parseInstanceType(type);
  const match = /^([cmrt])([0-9]{1,2})([a-z-]{0,8})$/.exec(family);
  if (!match) return undefined;
  const [, letter = '', generation = '', attributes = ''] = match;
  if (letter === 't') return /large$/.test(size) ? 4 : undefined;
  if (Number(generation) < 5 || (letter === 'c' && generation === '5' && attributes === 'n'))
    return undefined;
  // "flex" and "z" types are built to other proportions now and then.
  if (attributes.includes('z')) return undefined;
  return { c: 2, m: 4, r: 8 }[letter];
}
