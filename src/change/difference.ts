import type { CostDifference } from './cost.ts';

/** What differs in one environment or one file, as people and tools read it; the same for every level. */
export interface Difference {
  /** An environment, or the path of a file. */
  readonly subject: string;
  readonly kind: 'same' | 'changed' | 'added' | 'removed' | 'incomparable';
  readonly items: readonly DifferentItem[];
  /** About the subject as a whole: why it cannot be compared, what goes with it. */
  readonly note?: string;
  /** What it costs more or less; absent where that is the same, and between files. */
  readonly cost?: CostDifference;
}

export interface DifferentItem {
  /** `workloads.api`, or `aws_db_instance.postgres`. */
  readonly name: string;
  readonly kind: 'changed' | 'added' | 'removed' | 'renamed';
  readonly previous?: string;
  readonly danger?: string;
  readonly lines: readonly DifferenceLine[];
}

export interface DifferenceLine {
  readonly text: string;
  readonly danger?: string;
  readonly values: readonly DifferentValue[];
}

export interface DifferentValue {
  readonly path: string;
  readonly before?: string;
  readonly after?: string;
  /** Where it is written, or why it is what it is: `specs/prod.yaml:12`, `default`. */
  readonly place: string;
}

export function isDifferent({ kind }: Difference): boolean {
  return kind !== 'same';
}
