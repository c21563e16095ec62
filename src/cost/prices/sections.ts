/** The services of a price table, with the unit in which each is priced; the names of its rows are those of AWS. */
export const SECTIONS = {
  /** On-demand Linux by instance type, `m6i.large`. */
  ec2: 'hour',
  /** Single-AZ by class, `db.m5.large`; a standby costs the same again. */
  rdsPostgres: 'hour',
  rdsMysql: 'hour',
  rdsMariadb: 'hour',
  /** By node type, `cache.r6g.large`. */
  elasticacheRedis: 'hour',
  elasticacheValkey: 'hour',
  /** `gp3-storage`, `gp2-storage` in GB; `gp3-iops` above 3,000; `gp3-throughput` in MiB/s above 125. */
  ebs: 'month',
  /** `<type>-storage` in GB, `<type>-iops`, `gp3-throughput`: one copy, a standby costs the same again. */
  rdsStorage: 'month',
  /** `alarm-metric`, `dashboard`. */
  cloudwatch: 'month',
  /** `secret`. */
  secretsManager: 'month',
} as const;

export type Section = keyof typeof SECTIONS;
export const SECTION_NAMES = Object.keys(SECTIONS) as readonly Section[];
