import { isMainThread } from 'node:worker_threads';

const actions = new Set<() => void>();
let listening = false;

/**
 * Runs `action` when this process ends, however it is asked to; not after SIGKILL, which leaves no time.
 *
 * @param action synchronous, for an ending process waits for nothing
 * @returns takes the action back
 */
export function atExit(action: () => void): () => void {
  listenOnce();
  actions.add(action);
  return () => actions.delete(action);
}

function listenOnce(): void {
  if (listening) return;
  listening = true;
  process.once('exit', runAll);
  // Signals reach only the main thread; a worker thread ends with its process.
  if (!isMainThread) return;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      runAll();
      // Sent again without this listener, so that the process ends as if it had not been there.
      process.kill(process.pid, signal);
    });
  }
}

/** The youngest first: programs end before the folders that they write to go. */
function runAll(): void {
  const pending = [...actions].reverse();
  actions.clear();
  for (const action of pending) {
    try {
      action();
    } catch (error) {
      // The others must have their turn; there is nobody left to throw to.
      process.stderr.write(`cleaning up: ${error}\n`);
    }
  }
}
