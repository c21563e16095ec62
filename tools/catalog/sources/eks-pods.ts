import type { Fact, Source } from '../facts.ts';
import { maxPods } from './instance-types.ts';

interface Line {
  readonly instanceType: string;
  readonly defaultMaxENIs: number;
  readonly ipv4AddressesPerInterface: number;
}

/** What nodeadm of the EKS images takes the number of pods from: JSON, one type a line. */
export const eksPods: Source = {
  name: 'awslabs/amazon-eks-ami, nodeadm/internal/kubelet/instance-info.jsonl',
  read({ text }) {
    if (!/^\{"instanceType":"[^"]+","defaultMaxENIs":/.test(text)) return undefined;
    const lines = text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Line);
    const fact = ({ defaultMaxENIs, ipv4AddressesPerInterface }: Line): Fact => ({
      known: { maxPods: maxPods(defaultMaxENIs, ipv4AddressesPerInterface) },
    });
    return { ec2Types: new Map(lines.map((line) => [line.instanceType, fact(line)])) };
  },
};
