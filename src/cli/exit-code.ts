/** What a command ends with. Of several environments the worst one counts. */
export const EXIT = {
  success: 0,
  /** The spec has findings. */
  findings: 1,
  /** `--check` found a difference. */
  difference: 2,
  usage: 64,
  /** Our own bug. */
  bug: 70,
  io: 74,
  interrupted: 130,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

const WORST_FIRST: readonly ExitCode[] = [EXIT.bug, EXIT.io, EXIT.usage, EXIT.findings, EXIT.difference];

export function worst(codes: Iterable<ExitCode>): ExitCode {
  const seen = new Set(codes);
  return WORST_FIRST.find((code) => seen.has(code)) ?? EXIT.success;
}
