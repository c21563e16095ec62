import { originLoad, S3_PER_PREFIX } from '../../components/edge/request-rate.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { type Counted, remembering } from '../gauge.ts';
import { loadAt } from '../load.ts';
import type { Platform } from '../platform.ts';

/** Reads per second that reach the buckets of frontends, against what S3 takes. Writes are deploys, not users. */
export function edgeGauges(platform: Platform): Counted {
  return {
    gauges: [...platform.model.edge].flatMap(([key, { requestRate }]) => {
      if (!requestRate) return [];
      const { keyPrefixes, cacheHitShare } = requestRate;
      const path = ['edge', key, 'requestRate', 'keyPrefixes'];
      const most = keyPrefixes * S3_PER_PREFIX.reads;
      const rps = (milliPerMinute: number) => grouped(Math.ceil(milliPerMinute / 60_000));
      return [
        {
          id: `edge.${key}.reads`,
          what: `reads of S3 of ${key}`,
          at: remembering((instant) => {
            const { ratio, ratioText, ratioInputs } = loadAt(platform, instant);
            const { reads: value } = originLoad({ ...requestRate, reads: requestRate.reads * ratio });
            const misses = cacheHitShare === 0 ? '' : ` × ${100 - cacheHitShare}% that miss the cache`;
            return {
              value,
              formula: `${rps(requestRate.reads)}/s × ${ratioText}${misses} = ${grouped(value)}/s`,
              inputs: [
                ['edge', key, 'requestRate', 'reads'],
                ['edge', key, 'requestRate', 'cacheHitShare'],
                ...ratioInputs,
              ],
              unit: 'requests per second',
              text: `${grouped(value)}/s`,
            };
          }),
          limit: {
            path,
            most,
            text: `${keyPrefixes} × ${grouped(S3_PER_PREFIX.reads)}/s = ${grouped(most)}/s`,
            raise: ({ value, formula }) => {
              const prefixes = Math.ceil(value / S3_PER_PREFIX.reads);
              // The line tells how the objects are named: to write it does not rename them.
              return {
                text: `${prefixes}, once the objects are spread over as many`,
                formula: `${formula}; ⌈${grouped(value)}/s ÷ ${grouped(S3_PER_PREFIX.reads)}/s⌉ = ${prefixes}`,
                changes: [],
              };
            },
          },
        },
      ];
    }),
    unknown: [],
  };
}
