import type { RdsEngineVersion } from '../../../catalog/rds/engine-versions.ts';
import type { Table } from '../../../catalog/table.ts';
import { type Engine, engineFacts } from './engines.ts';

export interface EngineVersion {
  /** `16`, `8.0`, `10.11`. */
  readonly major: string;
  /** True when a minor version is named too, as in `16.8`. */
  readonly isPinned: boolean;
}

/** Reads an engine version; `undefined` when the engine does not count like that. */
export function readEngineVersion(engine: Engine, version: string): EngineVersion | undefined {
  const { majorParts } = engineFacts[engine];
  // `5.7.44-rds.20240408` is how RDS names its own patches of old versions.
  const [numbers = ''] = version.split('-', 1);
  const parts = numbers.split('.');
  const isPinned = parts.length === majorParts + 1;
  if (!isPinned && parts.length !== majorParts) return undefined;
  return { major: parts.slice(0, majorParts).join('.'), isPinned };
}

/** The major versions of an engine that RDS has or had, the oldest first. What is not among them may be new. */
export function majorsOf({ rows }: Table<RdsEngineVersion>, engine: Engine): readonly string[] {
  const start = `${engine} `;
  return [...rows.keys()]
    .filter((name) => name.startsWith(start))
    .map((name) => name.slice(start.length))
    .sort(compareVersions);
}

/** The family of parameter groups: `postgres16`, `mysql8.0`. */
export function familyOf(engine: Engine, version: string): string {
  return `${engine}${readEngineVersion(engine, version)?.major ?? version}`;
}

/** Whether one major version comes before another: `10.6` before `10.11`. */
export function isBefore(version: string, other: string): boolean {
  const [a, b] = [version, other].map((text) => text.split('.').map(Number));
  const major = (a?.[0] ?? 0) - (b?.[0] ?? 0);
  return major < 0 || (major === 0 && (a?.[1] ?? 0) < (b?.[1] ?? 0));
}

/**
 * Which of two minor versions of an engine is the newer one: negative when the first is older, 0 when they are
 * the same as far as both say it (`16` and `16.8`).
 */
export function compareVersions(version: string, other: string): number {
  const [a = [], b = []] = [version, other].map((text) =>
    (text.split('-', 1)[0] ?? '').split('.').map(Number),
  );
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const difference = (a[index] ?? 0) - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
