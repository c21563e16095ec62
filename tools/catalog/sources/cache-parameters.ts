import type { Source } from '../facts.ts';
import { listIn } from '../facts.ts';

interface Parameter {
  readonly ParameterName: string;
  readonly CacheNodeTypeSpecificValues: ReadonlyArray<{
    readonly CacheNodeType: string;
    readonly Value: string;
  }>;
}

/** The only place where AWS says the maxmemory of every node type. */
export const cacheParameters: Source = {
  name: 'aws elasticache describe-engine-default-parameters',
  read({ json }) {
    const defaults = (json as { EngineDefaults?: unknown } | undefined)?.EngineDefaults;
    const parameters = listIn<Parameter>(defaults, 'CacheNodeTypeSpecificParameters');
    const values = parameters?.find(({ ParameterName }) => ParameterName === 'maxmemory');
    if (!values) return undefined;
    return {
      elasticacheNodeTypes: new Map(
        values.CacheNodeTypeSpecificValues.map(({ CacheNodeType, Value }) => [
          CacheNodeType,
          { known: { maxmemoryBytes: Number(Value) } },
        ]),
      ),
    };
  },
};
