import type { Fact, Source } from '../facts.ts';

const ARCHITECTURES: Readonly<Record<string, string>> = { amd64: 'x86_64', arm64: 'arm64' };

/** The list with which Cluster Autoscaler starts from zero nodes: generated Go, one field a line. */
export const autoscalerTypes: Source = {
  name: 'kubernetes/autoscaler, cloudprovider/aws/ec2_instance_types.go',
  read({ text }) {
    if (!text.includes('map[string]*InstanceType{')) return undefined;
    const ec2Types = new Map<string, Fact>();
    for (const [, body = ''] of text.matchAll(/"[a-z0-9.-]+": \{([^}]*)\}/g)) {
      const field = (name: string) => new RegExp(`\\b${name}: +"?([^",\\s]+)`).exec(body)?.[1] ?? '';
      const known = {
        vcpu: Number(field('VCPU')),
        memoryMib: Number(field('MemoryMb')),
        architecture: ARCHITECTURES[field('Architecture')],
      };
      // Families are in the list, too, without memory.
      if (known.memoryMib > 0) ec2Types.set(field('InstanceType'), { known });
    }
    return { ec2Types };
  },
};
