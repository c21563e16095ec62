/** What the catalog knows of an RDS instance class. */
export interface RdsClass {
  readonly vcpu: number;
  /** Nominal memory in GiB; the engine gets a little less. */
  readonly memoryGib: number;
}
