import type { Source } from '../facts.ts';
import { listIn } from '../facts.ts';

/** An item of DescribeInstanceTypes, as far as it is read. */
interface InstanceType {
  readonly InstanceType: string;
  readonly VCpuInfo: { readonly DefaultVCpus: number };
  readonly MemoryInfo: { readonly SizeInMiB: number };
  readonly ProcessorInfo: { readonly SupportedArchitectures: readonly string[] };
  readonly NetworkInfo: {
    readonly MaximumNetworkInterfaces: number;
    readonly DefaultNetworkCardIndex?: number;
    readonly NetworkCards?: ReadonlyArray<{
      readonly NetworkCardIndex: number;
      readonly MaximumNetworkInterfaces: number;
    }>;
    readonly Ipv4AddressesPerInterface: number;
  };
}

export const instanceTypes: Source = {
  name: 'aws ec2 describe-instance-types',
  read({ json }) {
    const types = listIn<InstanceType>(json, 'InstanceTypes');
    return types && { ec2Types: new Map(types.flatMap((type) => factOf(type))) };
  },
};

/** Macs have architectures of their own, and are no nodes of a cluster. */
function factOf({ InstanceType, VCpuInfo, MemoryInfo, ProcessorInfo, NetworkInfo }: InstanceType) {
  const architecture = ['arm64', 'x86_64'].find((one) => ProcessorInfo.SupportedArchitectures.includes(one));
  if (architecture === undefined) return [];
  const known = {
    vcpu: VCpuInfo.DefaultVCpus,
    memoryMib: MemoryInfo.SizeInMiB,
    architecture,
    maxPods: maxPods(interfacesOf(NetworkInfo), NetworkInfo.Ipv4AddressesPerInterface),
  };
  return [[InstanceType, { known }] as const];
}

/** The VPC CNI uses the network card that an instance starts with. */
function interfacesOf({
  DefaultNetworkCardIndex = 0,
  NetworkCards = [],
  MaximumNetworkInterfaces,
}: InstanceType['NetworkInfo']) {
  const card = NetworkCards.find(({ NetworkCardIndex }) => NetworkCardIndex === DefaultNetworkCardIndex);
  return card?.MaximumNetworkInterfaces ?? MaximumNetworkInterfaces;
}

/** @source awslabs/amazon-eks-ami, nodeadm: the first address of each interface is its own; two pods need none */
export function maxPods(interfaces: number, addresses: number): number {
  return interfaces * (addresses - 1) + 2;
}
