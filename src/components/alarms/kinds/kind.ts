import type { ThresholdName } from '../threshold-fields.ts';

/**
 * One kind of alarm, as data: what it watches and what a person does when it begins. The alarms, their
 * descriptions and the runbook page `reference/alarms.md` are all made from this.
 */
export interface AlarmKind {
  /** `CPU of a database`. */
  readonly title: string;
  /** Paths of what it watches: `databases.<key>`. */
  readonly watches: readonly string[];
  /** Metric and statistic, for people. */
  readonly metric: string;
  /** The threshold of the spec that it compares with, if there is one. */
  readonly threshold?: ThresholdName;
  readonly missing: MissingData;
  /** What it means, in one or two sentences. */
  readonly meaning: string;
  /** The first thing to do, as one sentence of the description of the alarm. */
  readonly hint: string;
  /** Commands that show more; `<…>` stands for names. */
  readonly look: readonly string[];
  /** What to do, in this order; the priorities of the guide: optimize, then horizontal, then vertical. */
  readonly steps: readonly string[];
  /** Lines of the spec that help, the likeliest first. */
  readonly changes: readonly [SpecChange, ...SpecChange[]];
  /** What follows `elastiform scale <environment>`. */
  readonly scale: string;
  readonly rollback: string;
  /** Where the facts come from. */
  readonly source: string;
}

/** What CloudWatch takes a missing data point for, and why that is right for this metric. */
export interface MissingData {
  readonly treat: 'missing' | 'breaching' | 'notBreaching';
  readonly why: string;
}

export interface SpecChange {
  /** `<item>` stands for the path of what is watched, `<database>` for the database of a replica. */
  readonly key: string;
  readonly effect: string;
  readonly takes: string;
  readonly downtime: string;
}
