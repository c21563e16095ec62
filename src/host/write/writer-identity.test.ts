import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { standingOf, thisWriter } from './writer-identity.ts';

describe('standingOf', () => {
  const [host, pid, start, thread] = thisWriter.split('-');

  it('names writers in letters, digits and hyphens', () => {
    expect(thisWriter).toMatch(/^[0-9a-f]{12}-\d+-\d+-\d+$/);
  });

  it('takes a lock under our own name for a leftover, because a write never yields', () => {
    expect(standingOf(thisWriter)).toBe('gone');
  });

  it('sees another thread of this process as running', () => {
    expect(standingOf([host, pid, start, Number(thread) + 1].join('-'))).toBe('running');
  });

  it('sees a process that ended as gone', () => {
    const { pid: ended } = spawnSync(process.execPath, ['--version']);
    expect(standingOf([host, ended, start, 0].join('-'))).toBe('gone');
  });

  it.runIf(process.platform === 'linux')('is not taken in by a number that was given out again', () => {
    expect(standingOf([host, process.pid, Number(start) - 1, 1].join('-'))).toBe('gone');
    expect(standingOf([host, process.ppid, start, 0].join('-'))).toBe('gone');
  });

  it('does not judge another host', () => {
    expect(standingOf(['0'.repeat(12), pid, start, 0].join('-'))).toBe('elsewhere');
  });
});
