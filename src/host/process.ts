import { availableParallelism } from 'node:os';
import { type Bundle, thisBundle } from './bundle.ts';
import { today } from './clock.ts';

/** What the process gives to the command line. */
export interface ProcessSurroundings {
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly colour: boolean;
  readonly today: string;
  /** Nothing when the sources run as they are. */
  readonly bundle?: Bundle;
  /** How many threads can work at once. */
  readonly parallelism: number;
  /** Whether work of an earlier run may be used again. */
  readonly mayReuse: boolean;
}

/**
 * Runs the command line in this process and sets its exit code; an exception is a bug: 70. When it returns, everything
 * has been said, and the process may end.
 */
export async function onProcess(main: (surroundings: ProcessSurroundings) => Promise<number>): Promise<void> {
  const stdout = speaker(() => process.stdout);
  const stderr = speaker(() => process.stderr);
  const bundle = thisBundle();
  try {
    process.exitCode = await main({
      arguments: process.argv.slice(2),
      folder: process.cwd(),
      stdout: stdout.say,
      stderr: stderr.say,
      colour: wantsColour(),
      today: today(),
      ...(bundle ? { bundle } : {}),
      parallelism: availableParallelism(),
      mayReuse: process.env['ELASTIFORM_CACHE'] !== 'off',
    });
  } catch (error) {
    stderr.say(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    stderr.say('elastiform: this is a bug of elastiform, please report it with the lines above\n');
    process.exitCode = 70;
  }
  await Promise.all([stdout.isSaid(), stderr.isSaid()]);
}

/** A stream of the process. It is opened for the first text, for that takes 5 ms (2026-11-27). */
function speaker(open: () => NodeJS.WriteStream): { say(text: string): void; isSaid(): Promise<void> } {
  let stream: NodeJS.WriteStream | undefined;
  let last = Promise.resolve();
  return {
    say(text) {
      // A reader that goes away early (`| head`) is no failure of ours.
      const opened = stream ?? open().on('error', onOutputError);
      stream = opened;
      last = new Promise((resolve) => opened.write(text, () => resolve()));
    },
    isSaid: () => last,
  };
}

/** @source no-color.org, force-color.org */
function wantsColour(): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  if (FORCE_COLOR !== undefined && FORCE_COLOR !== '' && FORCE_COLOR !== '0') return true;
  return process.stderr.isTTY === true && TERM !== 'dumb';
}

function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  // A full disk, for instance: what was printed is lost, and nobody may take that for an answer.
  process.exitCode = 74;
  process.exit();
}
