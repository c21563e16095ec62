let last: Promise<unknown> = Promise.resolve();

/** Runs `action` when all actions given before it have ended, well or badly. */
export function oneAtATime<T>(action: () => Promise<T>): Promise<T> {
  const next = last.then(action, action);
  last = next.catch(() => {}); // the caller of that action hears of it
  return next;
}
