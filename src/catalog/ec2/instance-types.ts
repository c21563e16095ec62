/** What the catalog knows of an EC2 instance type. */
export interface Ec2Type {
  readonly vcpu: number;
  readonly memoryMib: number;
  readonly architecture: 'arm64' | 'x86_64';
  /** Pods that get an address, without prefix delegation: ENI × (addresses of each − 1) + 2. */
  readonly maxPods: number;
}
