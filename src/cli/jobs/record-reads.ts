import type { ReadResult, SpecFiles } from '../../compiler/load/spec-files.ts';
import { shortHash } from '../../util/short-hash.ts';

/** Notes what is read: who reads the same everywhere does the same again. */
export function recordReads(files: SpecFiles): {
  readonly files: SpecFiles;
  readonly reads: ReadonlyMap<string, string>;
} {
  const reads = new Map<string, string>();
  const read = (path: string) => {
    const result = files.read(path);
    reads.set(path, readHash(result));
    return result;
  };
  return { files: { read }, reads };
}

export function readHash(result: ReadResult): string {
  return shortHash(JSON.stringify(result), 64);
}
