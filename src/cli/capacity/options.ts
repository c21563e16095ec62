import { duration } from '../../compiler/quantity/duration.ts';
import type { Invocation } from '../command.ts';
import { UsageError } from '../usage-error.ts';

export interface CapacityOptions {
  readonly months: number | undefined;
  readonly minRunwayDays: number | undefined;
  readonly isWriting: boolean;
  readonly format: 'text' | 'markdown' | 'json';
}

/** Ten years; what is said about a later day is no plan. */
const MOST_MONTHS = 120;
const SECONDS_PER_DAY = 86_400;

/** @throws UsageError */
export function readCapacityOptions(invocation: Invocation): CapacityOptions {
  const format = (invocation.option('format') ?? 'text') as CapacityOptions['format'];
  const isWriting = invocation.flag('write');
  if (invocation.flag('dry-run') && !isWriting)
    throw new UsageError(
      '--dry-run shows what --write would do',
      'elastiform capacity ENV --write --dry-run',
    );
  if (isWriting && format === 'markdown')
    throw new UsageError('--write prints a difference, and --format markdown a page', 'use one of them');
  return {
    months: monthsOf(invocation.option('months')),
    minRunwayDays: daysOf(invocation.option('min-runway')),
    isWriting,
    format,
  };
}

function monthsOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const months = /^[0-9]{1,3}$/.test(text) ? Number(text) : 0;
  if (months >= 1 && months <= MOST_MONTHS) return months;
  throw new UsageError(`--months ${text} is no number of months`, `write 1 to ${MOST_MONTHS}`);
}

function daysOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const parsed = duration.parse(text);
  if (parsed.ok) return parsed.value / SECONDS_PER_DAY;
  const help =
    parsed.suggestion === undefined ? 'write it in days, such as 90d' : `did you mean ${parsed.suggestion}?`;
  throw new UsageError(`--min-runway ${text}: ${parsed.problem}`, help);
}
