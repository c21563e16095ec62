import { createHash } from 'node:crypto';
import { isSafePath } from './file-tree.ts';
import { inPlace, type Place } from './place.ts';

/**
 * One file to be changed: SHA-256 of what it held and of what it is to hold, in hexadecimal; null where there
 * is no file. Not both null. Contents lie in the work folder, under the number of the step.
 */
export interface Step {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

export function encodeJournal(steps: readonly Step[]): string {
  return `${JSON.stringify({ version: 1, steps }, null, 2)}\n`;
}

/**
 * @returns the steps; undefined when there is no journal or not one that we wrote. A journal is put in force
 * by a rename, so a damaged one comes from elsewhere, and its paths are not to be trusted.
 */
export function readJournal(place: Place, path: string): readonly Step[] | undefined {
  const text = place.files.read(inPlace(place, path))?.toString();
  const journal = text === undefined ? undefined : parse(text);
  if (!isRecord(journal) || journal['version'] !== 1 || !Array.isArray(journal['steps'])) return undefined;
  const steps: readonly unknown[] = journal['steps'];
  return steps.every(isStep) ? steps : undefined;
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isStep(value: unknown): value is Step {
  if (!isRecord(value)) return false;
  const { path, before, after } = value;
  const isChange = isHash(before) && isHash(after) && before !== after;
  return isChange && typeof path === 'string' && isSafePath(path);
}

function isHash(value: unknown): boolean {
  return value === null || (typeof value === 'string' && /^[0-9a-f]{64}$/.test(value));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
