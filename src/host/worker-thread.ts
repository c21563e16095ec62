import { type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads';
import type { Bundle } from './bundle.ts';
import { today } from './clock.ts';

/** The other end of a thread: what is posted is copied, and received in the same order. */
export interface Channel {
  post(message: unknown): void;
  /** Waits for the next message. @throws what ended the thread at the other end */
  receive(): Promise<unknown>;
}

export interface Thread extends Channel {
  /** Ends it at once. */
  stop(): void;
}

/** Runs the bundle once more in this process. @param given plain data, maps and shared memory */
export function startThread({ worker, folder, caches }: Bundle, given: unknown): Thread {
  const thread = new Worker(worker, { argv: ['worker'], workerData: { folder, caches, given } });
  const channel = channelOf(thread);
  return {
    ...channel,
    stop: () => void thread.terminate(),
  };
}

/** Runs in a thread that `startThread` has started. An exception ends it, and reaches who waits for its messages. */
export async function onThread(
  serve: (given: unknown, parent: Channel, today: string) => Promise<void>,
): Promise<void> {
  await serve((workerData as { readonly given: unknown }).given, channelOf(parentPort!), today());
  // Of the process, whose exit code is another matter.
  process.exitCode = 0;
  parentPort!.close();
}

function channelOf(port: Worker | MessagePort): Channel {
  const received: unknown[] = [];
  let failure: Error | undefined;
  let wake = () => {};
  const fail = (error: Error) => {
    failure ??= error;
    wake();
  };
  port.on('message', (message: unknown) => {
    received.push(message);
    wake();
  });
  port.on('error', fail);
  port.on('messageerror', fail);
  port.on('exit', (code: number) => fail(new Error(`a thread ended with ${code} before its work was done`)));
  return {
    post: (message) => port.postMessage(message),
    async receive() {
      while (received.length === 0) {
        if (failure) throw failure;
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      return received.shift();
    },
  };
}
