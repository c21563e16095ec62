import table from '../data/ec2-types.json' with { type: 'json' };

/** What the catalog knows of an EC2 instance type. */
export interface Ec2Type {
  readonly vcpu: number;
  readonly memoryMib: number;
  readonly architecture: 'arm64' | 'x86_64';
  /** Pods that get an address, without prefix delegation: ENI × (addresses of each − 1) + 2. */
  readonly maxPods: number;
}

const types: ReadonlyMap<string, Ec2Type> = new Map(
  Object.entries(table.types).map(([name, row]) => {
    const [vcpu, memoryMib, architecture, maxPods] = row as [number, number, Ec2Type['architecture'], number];
    return [name, { vcpu, memoryMib, architecture, maxPods }];
  }),
);

/**
 * @param name such as `m6i.large`
 * @returns undefined for a type that the catalog does not know: it may be newer than the table
 * @source src/catalog/data/ec2-types.json names its own source and date
 */
export function ec2Type(name: string): Ec2Type | undefined {
  return types.get(name);
}
