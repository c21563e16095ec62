import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { threadId } from 'node:worker_threads';
import { isSystemError } from './system-error.ts';

/** `elsewhere`: on another host or in another container, where nobody here can tell whether it runs. */
export type Standing = 'running' | 'gone' | 'elsewhere';

const host = hostMark();

/**
 * Names this thread of this process in letters, digits and hyphens: host, process, start, thread. The start
 * tells a process from a later one that was given the same number.
 */
export const thisWriter = `${host}-${process.pid}-${processStat(process.pid)?.start ?? 0}-${threadId}`;

/**
 * Whether the writer of that name still runs. This very thread counts as gone: it writes without ever
 * yielding, so what carries its name was left by an earlier write that failed.
 */
export function standingOf(writer: string): Standing {
  const [itsHost, pid, start] = writer.split('-');
  if (writer === thisWriter) return 'gone';
  if (itsHost !== host) return 'elsewhere';
  return isRunning(Number(pid), Number(start)) ? 'running' : 'gone';
}

function isRunning(pid: number, start: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM means that it runs and belongs to somebody else.
    if (isSystemError(error)) return error.code !== 'ESRCH';
    throw error;
  }
  const stat = processStat(pid);
  if (stat === undefined) return true; // not Linux: the number alone has to do
  // A killed process that nobody has waited for still answers to its number.
  return stat.start === start && stat.state !== 'Z' && stat.state !== 'X';
}

/** State and start (ticks since boot) of a process on Linux; undefined on other systems. */
function processStat(pid: number): { readonly state: string; readonly start: number } | undefined {
  const text = orNothing(() => readFileSync(`/proc/${pid}/stat`, 'latin1'));
  if (text === undefined) return undefined;
  // Field 2 is the name of the program in parentheses and may hold anything; counting starts behind it.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  return { state: fields[0] ?? '', start: Number(fields[19]) };
}

/** Two containers may share a host name but not their process numbers, hence the namespace. */
function hostMark(): string {
  const namespace = orNothing(() => readlinkSync('/proc/self/ns/pid')) ?? '';
  return createHash('sha256').update(`${hostname()} ${namespace}`).digest('hex').slice(0, 12);
}

function orNothing<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (isSystemError(error)) return undefined;
    throw error;
  }
}
