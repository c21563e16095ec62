import type { Figure } from '../traffic/figure.ts';

/** A number that is expected on some day, as people read it. */
export interface Projected extends Figure {
  /** `pods`, `nodes`, `vCPU`, `connections`, `GiB`, …; what `value` counts. */
  readonly unit: string;
  /** What a table shows: `30`, `db.r6g.4xlarge`, `yes`. */
  readonly text: string;
}
