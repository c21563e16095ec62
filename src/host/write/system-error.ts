/** A failure reported by the operating system, as opposed to a mistake in this program. */
export interface SystemError extends Error {
  readonly code: string;
  path?: string;
}

export function isSystemError(error: unknown): error is SystemError {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}

/** Names the file in an error of a call that knew only the descriptor. */
export function withPath(error: unknown, path: string): unknown {
  if (isSystemError(error)) error.path ??= path;
  return error;
}

/** For tidying up: what stays behind is found and removed by the next run. */
export function ignoringSystemErrors(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (!isSystemError(error)) throw error;
  }
}
