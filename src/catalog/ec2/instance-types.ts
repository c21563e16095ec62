import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, integer, section } from '../../compiler/language/fields.ts';
import { vcpu } from '../row-fields.ts';

export const architecture = choice(['arm64', 'x86_64'], { description: 'Architecture of the processor.' });

/** What the catalog knows of an EC2 instance type; family and whether it is burstable are told by its name. */
export const ec2Type = section(
  {
    vcpu,
    memoryMib: integer({
      description: 'Nominal memory in MiB; the system gets less.',
      example: 8192,
      minimum: 128,
      maximum: 64 * 1024 * 1024,
    }),
    architecture,
    maxPods: integer({
      description: 'Pods that get an address, without prefix delegation: ENI × (addresses of each − 1) + 2.',
      example: 29,
      minimum: 1,
      maximum: 10_000,
    }),
  },
  {
    description: 'An EC2 instance type.',
    example: { vcpu: 2, memoryMib: 8192, architecture: 'arm64', maxPods: 29 },
  },
);

export type Ec2Type = ModelOf<typeof ec2Type>;
