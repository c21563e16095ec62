import type { Option } from '../command.ts';
import { UsageError } from '../usage-error.ts';

export const JOBS_OPTION: Option = {
  type: 'string',
  short: 'j',
  value: 'N',
  summary: 'threads that compile; left out: one for each processor where there are many environments',
};

/** @throws UsageError */
export function threadCount(written: string | undefined): number | undefined {
  if (written === undefined) return undefined;
  if (/^[1-9]\d{0,2}$/.test(written)) return Number(written);
  throw new UsageError(`--jobs is "${written}"`, 'write a number of threads, 1 or more');
}
