import { today } from './clock.ts';

/** What the process gives to the command line. */
export interface ProcessSurroundings {
  readonly arguments: readonly string[];
  readonly folder: string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly colour: boolean;
  readonly today: string;
}

/** Runs the command line in this process and ends with its exit code; an exception is a bug: 70. */
export async function onProcess(main: (surroundings: ProcessSurroundings) => Promise<number>): Promise<void> {
  // A reader that goes away early (`| head`) is no failure of ours.
  process.stdout.on('error', onOutputError);
  process.stderr.on('error', onOutputError);
  try {
    process.exitCode = await main({
      arguments: process.argv.slice(2),
      folder: process.cwd(),
      stdout: (text) => process.stdout.write(text),
      stderr: (text) => process.stderr.write(text),
      colour: wantsColour(),
      today: today(),
    });
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    process.stderr.write('elastiform: this is a bug of elastiform, please report it with the lines above\n');
    process.exitCode = 70;
  }
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
