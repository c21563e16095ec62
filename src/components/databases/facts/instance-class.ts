/** What the name of an instance class tells about its size. */
export interface InstanceClass {
  /** `r6g`. */
  readonly family: string;
  /** `2xlarge`. */
  readonly size: string;
  readonly isBurstable: boolean;
  readonly vcpu: number;
  readonly memoryGib: number;
}

/**
 * Reads `db.r6g.2xlarge`; `undefined` for a name that follows another scheme.
 *
 * It holds for the 89 classes of awsdocs/amazon-rds-user-guide@f2e9ed3, doc_source/Concepts.DBInstanceClass.md
 * of 2023-06 (compared on 2026-11-25): the letter of the family gives the memory of a vCPU, the size counts the vCPU.
 */
export function readInstanceClass(name: string): InstanceClass | undefined {
  const [prefix, family = '', size = '', ...rest] = name.split('.');
  if (prefix !== 'db' || rest.length > 0) return undefined;
  const vcpu = vcpuOf(size);
  if (vcpu === undefined) return undefined;
  if (/^t[0-9]/.test(family)) {
    const memoryGib = BURSTABLE_MEMORY[size];
    return memoryGib === undefined ? undefined : { family, size, isBurstable: true, vcpu, memoryGib };
  }
  const perVcpu = MEMORY_PER_VCPU.find(([start]) => family.startsWith(start))?.[1];
  if (perVcpu === undefined || vcpu < 1 || size === 'micro' || size === 'small') return undefined;
  return { family, size, isBurstable: false, vcpu, memoryGib: vcpu * perVcpu };
}

function vcpuOf(size: string): number | undefined {
  if (['micro', 'small', 'medium', 'large'].includes(size)) return 2;
  const xlarge = /^([0-9]{0,2})xlarge$/.exec(size);
  return xlarge ? 4 * Number(xlarge[1] || 1) : undefined;
}

/** GiB by size; burstable classes do not follow the rule of the others. */
const BURSTABLE_MEMORY: Readonly<Record<string, number>> = {
  micro: 1,
  small: 2,
  medium: 4,
  large: 8,
  xlarge: 16,
  '2xlarge': 32,
};

/** GiB for each vCPU, by the start of the family; the longer starts come first. */
const MEMORY_PER_VCPU: ReadonlyArray<readonly [start: string, gib: number]> = [
  ['x2iedn', 32],
  ['x2iezn', 32],
  ['x2', 16],
  ['c', 2],
  ['m', 4],
  ['r', 8],
];
