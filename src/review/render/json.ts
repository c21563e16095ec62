import type { Review } from '../review.ts';

/** Everything there is to say; a major change of the form changes the first number. */
export function renderJson(review: Review): string {
  const { verdict, ...rest } = review;
  return `${JSON.stringify({ formatVersion: 1, approval: verdict, ...rest }, null, 2)}\n`;
}
