/** Today in UTC as YYYY-MM-DD: exceptions expire on the same day everywhere. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}
