import type { MockAws } from '../harness/mock-aws.ts';
import type { Tools } from '../harness/tools.ts';

/** What a test of plans needs: the options of a root that are the same for all of them. */
export interface World {
  readonly tools: Tools;
  readonly mock: MockAws;
}
