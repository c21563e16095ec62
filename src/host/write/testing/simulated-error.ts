import type { SystemError } from '../system-error.ts';

/** An error as `node:fs` throws it. Errors of calls on a descriptor know no path. */
export function simulatedError(code: string, call: string, path?: string): SystemError {
  const details = { code, syscall: call, errno: -1, ...(path !== undefined && { path }) };
  return Object.assign(new Error(`${code}: simulated, ${call}`), details);
}
