import type { ColdStart } from './cold-start.ts';
import type { PeerResult } from './peers.ts';
import type { Curve } from './scale.ts';
import type { TerraformResult } from './terraform.ts';

/** All that one run measured. */
export interface Results {
  readonly machine: {
    readonly cpu: string;
    readonly processors: number;
    readonly node: string;
    readonly system: string;
    readonly load: string;
    readonly date: string;
    readonly mode: 'quick' | 'full';
  };
  readonly cold: readonly ColdStart[];
  readonly curves: readonly Curve[];
  readonly peers: readonly PeerResult[];
  readonly terraform: readonly TerraformResult[];
  /** Peers that could not be had, and why. */
  readonly missing: readonly string[];
}
