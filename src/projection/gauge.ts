import type { SpecChange } from '../compiler/edit/change-spec.ts';
import type { SpecPath } from '../compiler/spec-path.ts';
import { type Instant, keyOf } from './instant.ts';
import type { Projected } from './projected.ts';
import type { Stretch } from './stretches.ts';

/** Something that follows the traffic and is counted for every day: pods of a workload, nodes of a group, … */
export interface Gauge {
  /** Below the day: `workloads.api.pods`. */
  readonly id: string;
  /** `pods of api`; stands in front of a row. */
  readonly what: string;
  readonly at: (instant: Instant) => Projected;
  /** Absent where nothing in the spec bounds it. */
  readonly limit?: Limit;
  /** How the limit is searched, where there is a shorter way than to count every day. */
  readonly search?: Search;
}

/** The first day on which more is asked for than the spec allows, and how much. */
export interface Break {
  readonly instant: Instant;
  readonly asked: Projected;
}

/** What is asked of stretches of days of one scenario, in order. */
export interface Search {
  firstBreak(stretches: readonly Stretch[]): Break | undefined;
  greatest(stretches: readonly Stretch[]): Projected;
}

/** The line of the spec that bounds a gauge: it breaks on the first day on which the value is greater. */
export interface Limit {
  /** The line to raise. */
  readonly path: SpecPath;
  /** In the unit of the gauge. */
  readonly most: number;
  /** `20 pods`, with how where it is more than the line says. */
  readonly text: string;
  /**
   * @param greatest value of the gauge until the horizon, above `most`
   * Absent for groups of nodes, which are raised together.
   */
  readonly raise?: (greatest: Projected) => Raise;
}

/** What to write so that a limit holds. */
export interface Raise {
  /** `30`, `db.r6g.8xlarge`; what people read. */
  readonly text: string;
  readonly formula: string;
  /** None where a person has to do something first, or nothing helps. */
  readonly changes: readonly Ranked[];
}

/** Of two changes of one line the one of the higher rank also does what the other one does. */
export type Ranked = Extract<SpecChange, { readonly value: unknown }> & { readonly rank: number };

/** A number that would be counted, if the spec said something that it does not. */
export interface Unknown {
  /** `CPU of databases.postgres` */
  readonly what: string;
  /** `write traffic.databases.postgres.cpuUtilization` */
  readonly why: string;
}

export interface Counted {
  readonly gauges: readonly Gauge[];
  readonly unknown: readonly Unknown[];
}

export const NOTHING: Counted = { gauges: [], unknown: [] };

export function together(all: readonly Counted[]): Counted {
  return { gauges: all.flatMap(({ gauges }) => gauges), unknown: all.flatMap(({ unknown }) => unknown) };
}

/** Keeps what was counted for a day, for one day is asked about many times. */
export function remembering(at: (instant: Instant) => Projected): (instant: Instant) => Projected {
  const known = new Map<string, Projected>();
  return (instant) => {
    const key = keyOf(instant);
    const found = known.get(key) ?? at(instant);
    known.set(key, found);
    return found;
  };
}
