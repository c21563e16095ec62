import { spawn } from 'node:child_process';
import { atExit } from './at-exit.ts';

export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  /** Written to standard input, which is then closed. */
  readonly input?: string;
}

export interface CommandResult {
  /** Exit status; 128 when a signal ended it. */
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Runs a program to its end. It is stopped when this process ends first.
 *
 * @throws when the program cannot be started; a status other than 0 is the caller's to judge
 */
export function runCommand({ program, args, cwd, env, input }: Command): Promise<CommandResult> {
  return new Promise((resolve, reject) => {
    // In a process group of its own: Terraform and its provider plugins can be ended together, and a
    // terminal's Ctrl-C does not reach them first.
    const child = spawn(program, args, { cwd, env, stdio: 'pipe', detached: true });
    const takeBack = atExit(() => {
      if (child.pid !== undefined) endGroup(child.pid);
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text;
    });
    // A program that ends without reading its input closes the pipe: not an error of ours.
    child.stdin.on('error', () => {}).end(input ?? '');
    child.once('error', (error) => {
      takeBack();
      reject(error);
    });
    child.once('close', (status) => {
      takeBack();
      resolve({ status: status ?? 128, stdout, stderr });
    });
  });
}

/** At once: asked politely, Terraform finishes what it began, which may take minutes, for a state nobody wants. */
function endGroup(leader: number): void {
  try {
    process.kill(-leader, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // it ended a moment ago
  }
}
