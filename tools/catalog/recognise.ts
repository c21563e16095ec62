import type { Facts, Source } from './facts.ts';
import { autoscalerTags } from './sources/autoscaler-tags.ts';
import { autoscalerTypes } from './sources/autoscaler-types.ts';
import { cacheEngineVersions } from './sources/cache-engine-versions.ts';
import { cacheParameters } from './sources/cache-parameters.ts';
import { clusterVersions } from './sources/cluster-versions.ts';
import { eksPods } from './sources/eks-pods.ts';
import { instanceTypes } from './sources/instance-types.ts';
import { majorVersions } from './sources/major-versions.ts';
import { orderableOptions } from './sources/orderable-options.ts';

/** Everything that the tables can be refreshed from, in the order in which it is laid over each other. */
export const sources: readonly Source[] = [
  autoscalerTypes,
  eksPods,
  instanceTypes,
  orderableOptions,
  majorVersions,
  cacheParameters,
  cacheEngineVersions,
  clusterVersions,
  autoscalerTags,
];

export interface Recognised {
  readonly source: Source;
  readonly facts: Facts;
}

/** Finds out by its content what a file is. @returns a problem as a sentence where it is nothing that is known */
export function recognise(text: string): Recognised | { readonly problem: string } {
  const json = asJson(text);
  if (isCutShort(json)) return { problem: 'is only the first page of an answer: leave out --max-items' };
  for (const source of sources) {
    const facts = source.read({ text, json });
    if (facts) return { source, facts };
  }
  return { problem: `is none of: ${sources.map(({ name }) => name).join('; ')}` };
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return undefined;
  }
}

/** The AWS CLI puts the pages together, unless it was told how many items to fetch. */
function isCutShort(json: unknown): boolean {
  if (typeof json !== 'object' || json === null) return false;
  return ['NextToken', 'nextToken', 'Marker'].some((key) => Boolean((json as Record<string, unknown>)[key]));
}
