/**
 * Metric math for "growing consistently": by how much the emptiest moment of each step is fuller than that of the
 * step before; nothing while few messages wait. An alarm counts the steps in which it is above zero.
 *
 * The minimum is taken because a burst that is worked off within five minutes leaves no trace in it.
 *
 * @param backlog the number of messages that mean nothing, as code
 * @source CloudWatch user guide, "Using metric math": IF, DIFF (general knowledge, to be compared)
 */
export function growthCode(backlog: string): string {
  return `IF(depth > ${backlog}, DIFF(depth), 0)`;
}
