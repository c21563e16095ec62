import { perMinute } from '../../traffic/per-minute.ts';
import type { Counted } from '../gauge.ts';
import { loadAt } from '../load.ts';
import type { Platform } from '../platform.ts';

/** Whether databases need a standby in another zone: 1 for yes, 0 for no. */
export function multiAzGauges(platform: Platform): Counted {
  const { model } = platform;
  const from = model.slo.multiAzFrom;
  // Nobody asks for it, at any rate.
  if (from === undefined) return { gauges: [], unknown: [] };
  return {
    gauges: [...model.databases].map(([key, database]) => {
      const path = ['databases', key, 'multiAz'];
      const formula = `from slo.multiAzFrom ${perMinute(from)} on`;
      return {
        id: `databases.${key}.multiAz`,
        what: `Multi-AZ of ${key}`,
        at: (instant) => {
          const { rate } = loadAt(platform, instant);
          const isNeeded = rate.value >= from;
          return {
            value: isNeeded ? 1 : 0,
            formula: `${formula}; the rate is ${rate.text}`,
            inputs: [['slo', 'multiAzFrom'], ...rate.inputs],
            unit: 'standbys',
            text: isNeeded ? 'yes' : 'no',
          };
        },
        limit: {
          path,
          most: database.multiAz ? 1 : 0,
          text: database.multiAz ? 'Multi-AZ' : 'one zone',
          raise: () => ({ text: 'true', formula, changes: [{ path, value: true, rank: 1 }] }),
        },
      };
    }),
    unknown: [],
  };
}
