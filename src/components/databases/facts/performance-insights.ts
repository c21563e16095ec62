import type { Engine } from './engines.ts';

/**
 * Whether RDS can switch Performance Insights on.
 *
 * @source RDS user guide "Amazon RDS DB engine, Region, and instance class support for Database Insights", as its
 *   successor is called (read 2026-11-25): MySQL and MariaDB exclude db.t2, db.t3 and db.t4g in the sizes micro
 *   and small
 */
export function supportsPerformanceInsights(engine: Engine, instanceClass: string): boolean {
  return engine === 'postgres' || !/^db\.t(?:2|3|4g)\.(?:micro|small)$/.test(instanceClass);
}

/**
 * Days that Performance Insights can keep: 7, whole months of 31 days up to 23 of them, or 731.
 *
 * @source botocore 1.43.11, API model of rds, CreateDBInstance, PerformanceInsightsRetentionPeriod (read 2026-11-25)
 */
export function isInsightsRetention(days: number): boolean {
  return days === 7 || days === 731 || (days % 31 === 0 && days >= 31 && days <= 713);
}
