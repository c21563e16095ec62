import { createInterface } from 'node:readline/promises';

/** Somebody who can be asked. */
export interface Asker {
  /** @returns the answer, trimmed; nothing when there is no end of line any more (Ctrl-D) */
  ask(question: string): Promise<string | undefined>;
  close(): void;
}

/** The person at the terminal; nothing in CI, and when questions or answers go through a pipe. */
export function askerAtTerminal(): Asker | undefined {
  const { stdin, stderr, env } = process;
  if (!stdin.isTTY || !stderr.isTTY || (env['CI'] ?? '') !== '') return undefined;
  // Standard output is for data.
  const lines = createInterface({ input: stdin, output: stderr });
  const ended = new Promise<undefined>((resolve) => lines.once('close', () => resolve(undefined)));
  return {
    ask: async (question) => (await Promise.race([lines.question(question), ended]))?.trim(),
    close: () => lines.close(),
  };
}
