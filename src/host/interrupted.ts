/** Ctrl-C, while somebody waits for it; otherwise it ends the process as always. */
export interface Interruption {
  /** Resolves at the first one. */
  readonly happened: Promise<void>;
  /** Nobody waits any more. */
  forget(): void;
}

export function onInterrupt(): Interruption {
  let listener = (): void => {};
  const happened = new Promise<void>((resolve) => {
    listener = () => resolve();
  });
  process.once('SIGINT', listener);
  return { happened, forget: () => void process.removeListener('SIGINT', listener) };
}
