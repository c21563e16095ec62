import type { StatefulItem } from '../component.ts';
import type { Diagnostic } from '../diagnostic.ts';
import type { Retired } from '../frame/retired.ts';
import { formatPath } from '../spec-path.ts';
import type { Ledger } from './ledger.ts';
import { ledgerAdvice } from './ledger-messages.ts';

/**
 * Finds what held data at the last synthesis and has left the spec without a word, and words about what is
 * still there or never was.
 *
 * @param previous what the last synthesis wrote; nothing when there was none
 */
export function checkLedger(
  previous: Ledger | undefined,
  current: readonly StatefulItem[],
  retired: Retired,
): readonly Diagnostic[] {
  const present = new Set(current.map(({ path }) => formatPath(path)));
  const renamed = new Set(
    current.flatMap(({ previousPath }) => (previousPath ? [formatPath(previousPath)] : [])),
  );
  const found: Diagnostic[] = [];
  for (const [path, item] of previous ?? []) {
    if (present.has(path) || renamed.has(path) || item.retired || isRetired(path, retired)) continue;
    // A replica that goes with its database is part of that story.
    if (hasVanishedParent(path, previous!, present)) continue;
    found.push(vanished(path, item.addresses));
  }
  for (const path of retired.keys()) {
    const at = { path: ['retired', path], on: 'key' } as const;
    if (present.has(path)) {
      found.push({
        code: 'stateful/retired-but-present',
        severity: 'error',
        message: `${path} is retired and still in the spec`,
        ...ledgerAdvice['stateful/retired-but-present'],
        help: `remove ${path} from the spec, or remove it from "retired"`,
        at,
      });
    } else if (previous && !previous.has(path)) {
      found.push({
        code: 'stateful/nothing-to-retire',
        severity: 'warning',
        message: `nothing that holds data was ever called ${path}`,
        ...ledgerAdvice['stateful/nothing-to-retire'],
        at,
      });
    }
  }
  return found;
}

/** The item itself is retired, or the one that it is a part of. */
export function isRetired(path: string, retired: Retired): boolean {
  return [...retired.keys()].some((key) => path === key || path.startsWith(`${key}.`));
}

function hasVanishedParent(path: string, previous: Ledger, present: ReadonlySet<string>): boolean {
  return [...previous.keys()].some((other) => path.startsWith(`${other}.`) && !present.has(other));
}

function vanished(path: string, addresses: readonly string[]): Diagnostic {
  return {
    code: 'stateful/vanished',
    severity: 'error',
    message: `${path} holds data and is gone from the spec`,
    why: `the next apply would destroy ${addresses.join(', ')}; prevent_destroy does not help, for it goes with the block`,
    help: `put it back, say "previousName" where it was renamed to, or write: retired: {${path}: {reason: …}}`,
    // What is still there of its path: the database of a replica, or the kind.
    at: { path: path.split('.'), on: 'key' },
  };
}
