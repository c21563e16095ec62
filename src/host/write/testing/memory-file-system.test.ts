import * as fs from 'node:fs';
import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type FileSystem, nodeFileSystem } from '../file-system.ts';
import { isSystemError } from '../system-error.ts';
import { removeTree, writeTree } from '../write.ts';
import { FOREIGN, NEW, OLD, SUBFOLDERS } from './example-trees.ts';
import { type Call, faultyFileSystem } from './faulty-file-system.ts';
import { contentsOf, diskWith, memoryFileSystem } from './memory-file-system.ts';
import { newFolder, put, snapshot, union } from './sandbox.ts';

describe('the file system in memory', () => {
  it('sees the same calls and ends in the same state as the real one', () => {
    const folder = newFolder();
    put(folder, union(OLD, FOREIGN));
    const disk = diskWith(union(OLD, FOREIGN));
    for (const wanted of [NEW, OLD, undefined]) {
      const [real, memory] = [
        callsOf(nodeFileSystem, folder, wanted),
        callsOf(memoryFileSystem(disk), '/out', wanted),
      ];
      expect(memory).toEqual(real);
      expect(contentsOf(disk)).toEqual(snapshot(folder));
    }
    fs.rmSync(dirname(folder), { recursive: true });
  });

  it('refuses and forgives the same', () => {
    const folder = newFolder();
    put(folder, OLD);
    expect(probe(memoryFileSystem(diskWith(OLD)), '/out')).toEqual(probe(nodeFileSystem, folder));
    fs.rmSync(dirname(folder), { recursive: true });
  });
});

function callsOf(
  files: FileSystem,
  folder: string,
  wanted: ReadonlyMap<string, string> | undefined,
): unknown[] {
  const calls: unknown[] = [];
  const meanwhile = ({ name, path }: Call) => {
    // Memory takes a long text in several bites on purpose.
    if (name !== 'write') calls.push([name, path?.replace(folder, '')]);
  };
  const options = { subfolders: SUBFOLDERS, files: faultyFileSystem(files, { meanwhile }) };
  calls.push(wanted === undefined ? removeTree(folder, options) : writeTree(folder, wanted, options));
  return calls;
}

function probe(files: FileSystem, folder: string): unknown[] {
  const tries: (() => unknown)[] = [
    () => files.kindOf(folder),
    () => files.kindOf(`${folder}/main.tf`),
    () => files.kindOf(`${folder}/none`),
    () => files.list(`${folder}/none`),
    () => files.list(folder),
    () => files.read(`${folder}/none`),
    () => files.read(`${folder}/main.tf`, 5)?.toString(),
    () => files.read(`${folder}/main.tf`)?.toString(),
    () => files.create(`${folder}/main.tf`),
    () => files.create(`${folder}/none/main.tf`),
    () => files.rename(`${folder}/none`, `${folder}/x`),
    () => files.rename(`${folder}/main.tf`, `${folder}/none/x`),
    () => files.remove(`${folder}/none`),
    () => files.removeEmptyFolder(`${folder}/none`),
    () => files.removeEmptyFolder(`${folder}/kubernetes`),
    () => files.makeFolder(`${folder}/kubernetes`),
    () => files.makeFolder(`${folder}/a/b`),
    () => files.removeEmptyFolder(`${folder}/a/b`),
    () => files.rename(`${folder}/main.tf`, `${folder}/same.tf`),
    () => files.syncFolder(`${folder}/none`),
    () => files.list(folder),
    () => files.list(`${folder}/a`),
  ];
  return tries.map((call) => {
    try {
      return call();
    } catch (error) {
      if (isSystemError(error)) return error.code;
      throw error;
    }
  });
}
