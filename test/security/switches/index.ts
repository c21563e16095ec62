import { cacheSwitches } from './caches.ts';
import { databaseSwitches } from './databases.ts';
import { otherSwitches } from './others.ts';
import type { Switch } from './switch.ts';

/** Every key of the language that can switch a control off, and the finding that it gives. */
export const switches: readonly Switch[] = [...databaseSwitches, ...cacheSwitches, ...otherSwitches];
