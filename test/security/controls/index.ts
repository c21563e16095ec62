import type { Control } from '../control.ts';
import { cacheControls } from './caches.ts';
import { databaseControls } from './databases.ts';
import { databaseControlsNotOn } from './databases-not-on.ts';
import { edgeControls, edgePolicyControls } from './edge.ts';
import { identityControls } from './identity.ts';
import { nodeControls } from './nodes.ts';

/** Every control about a resource that elastiform makes. */
export const controls: readonly Control[] = [
  ...databaseControls,
  ...databaseControlsNotOn,
  ...cacheControls,
  ...nodeControls,
  ...edgeControls,
  ...edgePolicyControls,
  ...identityControls,
];
