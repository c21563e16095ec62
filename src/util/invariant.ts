/**
 * States what must hold if the compiler is right. A failure is our bug, not the user's: the command ends
 * with exit code 70 and asks for a report.
 */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`elastiform bug: ${message}`);
}
