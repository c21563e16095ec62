import type { TIERS } from '../compiler/language/field.ts';

/** What `init` has to know to write the first spec of an environment; lists are of names or ids. */
export interface Answers {
  readonly environment: string;
  readonly tier: (typeof TIERS)[number];
  readonly cluster: string;
  readonly subnets: readonly string[];
  readonly nodeRole: string;
  /** These may stand in the base file already. */
  readonly region: string | undefined;
  readonly kubernetesVersion: string | undefined;
  readonly stateBucket: string | undefined;
  readonly accountId: string | undefined;
  /** An id when it begins with `vpc-`, otherwise the Name tag. */
  readonly vpc: string | undefined;
  /** Whether to add one of each kind, to be changed. */
  readonly hasSample: boolean;
}

/** How careful the defaults shall be, told by the name; what no name of the trade is gets the careful ones. */
export function tierOf(environment: string): Answers['tier'] {
  const words = environment.split('-');
  const says = (...names: readonly string[]) => names.some((name) => words.includes(name));
  if (says('staging', 'stage', 'stg', 'uat', 'qa', 'preprod')) return 'staging';
  if (says('dev', 'development', 'test', 'sandbox', 'demo')) return 'dev';
  return 'prod';
}
