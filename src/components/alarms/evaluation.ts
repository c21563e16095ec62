import { duration } from '../../compiler/quantity/duration.ts';

/** How long CloudWatch looks before it decides. */
export interface Evaluation {
  /** Seconds. */
  readonly period: number;
  readonly evaluationPeriods: number;
  readonly datapointsToAlarm: number;
}

/** How many periods of a sustained breach may count as one: all up to four, then four of five. */
export function mostOf(periods: number): number {
  return periods < 5 ? periods : Math.ceil(periods * 0.8);
}

/** For the default of a key, from what was written; whatever is wrong in that is said by the rules. */
export function datapointsFor(sustained: string, period: string): number {
  const [whole, part] = [duration.parse(sustained), duration.parse(period)];
  if (!whole.ok || !part.ok || part.value === 0) return 1;
  return mostOf(Math.max(1, Math.floor(whole.value / part.value)));
}

/** Seconds between two values of EC2's basic monitoring. @source EC2 user guide, "Monitor your instances" */
const EC2_PERIOD = 300;

/** Length of the steps in which the growth of a queue is counted, in seconds. */
export const GROWTH_PERIOD = 300;

/** What the evaluations are made from; seconds. */
interface Durations {
  readonly sustained: number;
  readonly period: number;
  readonly datapointsToAlarm: number;
}

/** For most alarms. */
export function usualEvaluation({ sustained, period, datapointsToAlarm }: Durations): Evaluation {
  return { period, evaluationPeriods: Math.max(1, Math.floor(sustained / period)), datapointsToAlarm };
}

/** The same length of time for the CPU of nodes, which comes every five minutes. */
export function nodeEvaluation(durations: Durations): Evaluation {
  if (durations.period >= EC2_PERIOD) return usualEvaluation(durations);
  const evaluationPeriods = Math.max(1, Math.floor(durations.sustained / EC2_PERIOD));
  return { period: EC2_PERIOD, evaluationPeriods, datapointsToAlarm: mostOf(evaluationPeriods) };
}

/**
 * When a queue counts as growing consistently: in all steps but one its emptiest moment must have been fuller than
 * in the step before. One pause is forgiven; a spike is one or two rises and then none.
 */
export function growthEvaluation(growingFor: number): Evaluation {
  const evaluationPeriods = Math.max(2, Math.floor(growingFor / GROWTH_PERIOD));
  return { period: GROWTH_PERIOD, evaluationPeriods, datapointsToAlarm: Math.max(2, evaluationPeriods - 1) };
}
