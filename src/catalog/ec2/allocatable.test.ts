import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../catalog.ts';
import { allocatableOf } from './allocatable.ts';

describe('what a node offers', () => {
  // CPU as nodeadm computes it (amazon-eks-ami, 2026-07-23); memory after the formula of the docstring.
  it.each([
    ['t3.medium', 1930, 3246, 17],
    ['m5.large', 1930, 6903, 29],
    ['t3.xlarge', 3920, 14_162, 58],
    ['t3.2xlarge', 7910, 29_317, 58],
  ])('%s', (type, cpuMillicores, memoryMib, pods) => {
    expect(allocatableOf(builtInCatalog.ec2Types.rows.get(type)!)).toEqual({
      cpuMillicores,
      memoryMib,
      pods,
    });
  });
});
