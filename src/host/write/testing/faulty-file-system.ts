import type { FileSystem } from '../file-system.ts';
import { simulatedError } from './simulated-error.ts';

/** The process is dead: nothing may catch this, and no call after it has any effect. */
export class Crash extends Error {}

export interface Call {
  readonly name: string;
  /** 0 for the first call of a run. */
  readonly number: number;
  readonly path: string | undefined;
}

/** On which side of a call the process dies; midway means that half of the bytes are written. */
export type Side = 'before' | 'midway' | 'after';

export interface Faults {
  readonly writer?: string;
  /** Writers that run; all others are gone. */
  readonly running?: ReadonlySet<string>;
  /** Sees each call before it happens. */
  meanwhile?(call: Call): void;
  crash?(call: Call): Side | undefined;
  /** The code of the error that this call fails with, without having had an effect. */
  fail?(call: Call): string | undefined;
}

/** A file system in which something happens at chosen calls. */
export function faultyFileSystem(real: FileSystem, faults: Faults): FileSystem {
  let calls = 0;
  let isDead = false;

  function around<A extends unknown[], R>(name: string, work: (...given: A) => R): (...given: A) => R {
    return (...given) => {
      if (isDead) throw new Crash();
      const call = { name, number: calls++, path: typeof given[0] === 'string' ? given[0] : undefined };
      faults.meanwhile?.(call);
      const side = faults.crash?.(call);
      isDead = side !== undefined;
      const code = faults.fail?.(call);
      if (side === 'midway') writeHalf(given[0], given[1]);
      if (side === 'after' && code === undefined) work(...given);
      if (isDead) throw new Crash();
      if (code !== undefined) throw simulatedError(code, name, call.path);
      return work(...given);
    };
  }

  function writeHalf(file: unknown, bytes: unknown): void {
    if (typeof file !== 'number' || !(bytes instanceof Uint8Array)) throw new TypeError('not a write');
    real.write(file, bytes.subarray(0, bytes.length / 2));
  }

  return {
    kindOf: around('kindOf', real.kindOf),
    list: around('list', real.list),
    read: around('read', real.read),
    create: around('create', real.create),
    write: around('write', real.write),
    makeReadable: around('makeReadable', real.makeReadable),
    sync: around('sync', real.sync),
    close: around('close', real.close),
    makeFolder: around('makeFolder', real.makeFolder),
    rename: around('rename', real.rename),
    remove: around('remove', real.remove),
    removeEmptyFolder: around('removeEmptyFolder', real.removeEmptyFolder),
    syncFolder: around('syncFolder', real.syncFolder),
    pause() {},
    writer: faults.writer ?? 'here-1',
    standingOf: (writer) => (faults.running?.has(writer) ? 'running' : 'gone'),
  };
}
