import { invariant } from '../../util/invariant.ts';

export const ENGINES = ['redis', 'valkey'] as const;
export type Engine = (typeof ENGINES)[number];

export interface EngineVersion {
  readonly engine: Engine;
  /** As the spec has it: `5.0.6`, `6.x`, `7.1`. */
  readonly engineVersion: string;
}

/**
 * How AWS and its provider spell versions: three numbers up to Redis 5, two from Redis 6 on and for Valkey.
 *
 * @source terraform-provider-aws, internal/service/elasticache/engine_version.go (2026-11-25)
 */
const SPELLINGS: Readonly<Record<Engine, RegExp>> = {
  redis: /^(?:[1-5]\.[0-9]{1,2}\.[0-9]{1,3}|6\.x|[6-9]\.[0-9]{1,2})$/,
  valkey: /^(?:7\.(?:[2-9]|[1-9][0-9])|[89]\.[0-9]{1,2})$/,
};

/** A version that is spelled right may still be unknown to us: AWS adds some every year. */
export function isSpelledRight({ engine, engineVersion }: EngineVersion): boolean {
  return SPELLINGS[engine].test(engineVersion);
}

/**
 * Whether the engine is at least as new as Redis `redis`. Valkey starts from Redis 7.2, so it always is.
 * A version of two numbers stands for its last patch: ElastiCache installs that one.
 *
 * @param redis `6.2` or `7.0.5`
 */
export function isAtLeast({ engine, engineVersion }: EngineVersion, redis: string): boolean {
  if (engine === 'valkey') return true;
  const [has, wants] = [numbersOf(engineVersion), numbersOf(redis)];
  for (const [index, wanted] of wants.entries()) {
    const part = has[index] ?? Number.POSITIVE_INFINITY;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

function numbersOf(version: string): number[] {
  return version.split('.').map((part) => (part === 'x' ? Number.POSITIVE_INFINITY : Number(part)));
}

/**
 * The family of parameter groups: `redis7`, `redis6.x`, `redis5.0`, `valkey8`.
 *
 * @source Amazon ElastiCache User Guide, "Engine specific parameters"; `redis7.2` is refused as a family
 *   (cloudposse/terraform-aws-elasticache-redis #231)
 */
export function parameterFamily({ engine, engineVersion }: EngineVersion): string {
  const [major, minor] = engineVersion.split('.');
  invariant(major !== undefined && minor !== undefined, `${engineVersion} was checked`);
  if (engine === 'valkey') return `valkey${major}`;
  if (Number(major) >= 7) return `redis${major}`;
  return Number(major) === 6 ? 'redis6.x' : `redis${major}.${minor}`;
}

/** What people call it: `Redis 7.1`. */
export function titleOf({ engine, engineVersion }: EngineVersion): string {
  return `${engine === 'redis' ? 'Redis' : 'Valkey'} ${engineVersion}`;
}
