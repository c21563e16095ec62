import type { Review } from '../review.ts';

/** One line for each environment whose cost differs from that of the base. */
export function costLines({ costs = [] }: Review): readonly string[] {
  return costs.map(({ environment, text }) => `${environment}: ${text}`);
}
