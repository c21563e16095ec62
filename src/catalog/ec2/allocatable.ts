import type { Ec2Type } from './instance-types.ts';

/** What a node offers to pods, DaemonSets among them. */
export interface Allocatable {
  readonly cpuMillicores: number;
  readonly memoryMib: number;
  readonly pods: number;
}

/**
 * The allocatable capacity of an AL2023 node on EKS: what is left of the instance when the kubelet, the system and
 * the eviction threshold have had theirs. CPU is exact; real memory differs by 1 to 3 %.
 *
 * @source awslabs/amazon-eks-ami@81fec2e8 (2026-07-23), nodeadm: kube-reserved CPU 6 % of the first core, 1 % of the
 *   second, 0.5 % of the third and fourth, 0.25 % of the others; memory 255 MiB + 11 MiB for each pod; hard eviction
 *   at 100 MiB. Memory that the hypervisor takes: 7.5 %, Karpenter's default (vm-memory-overhead-percent)
 */
export function allocatableOf({ vcpu, memoryMib, maxPods }: Ec2Type): Allocatable {
  return {
    cpuMillicores: vcpu * 1000 - reservedCpuMillicores(vcpu),
    memoryMib: Math.floor(memoryMib * 0.925) - (255 + 11 * maxPods) - 100,
    pods: maxPods,
  };
}

function reservedCpuMillicores(vcpu: number): number {
  let reserved = 0;
  for (let core = 1; core <= vcpu; core += 1)
    reserved += core === 1 ? 60 : core === 2 ? 10 : core <= 4 ? 5 : 2.5;
  return Math.floor(reserved);
}
