/** @source ElastiCache User Guide, "Auto Scaling Valkey and Redis OSS clusters", prerequisites (read 2026-11-27) */
export const AUTO_SCALED_SIZES: readonly string[] = ['large', 'xlarge', '2xlarge'];

/** @source awsdocs/amazon-elasticache-docs@60d886e, AutoScaling-Policies.md: min and max of the shards (read 2026-11-27) */
export const MOST_AUTO_SCALED_SHARDS = 250;
