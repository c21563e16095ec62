import { type Difference, isDifferent } from '../../change/difference.ts';
import { eachBound } from '../../cost/item.ts';
import { usdNumber } from '../../cost/money.ts';
import { safeJson } from '../reporters/safe-json.ts';
import type { Level } from './differences.ts';

/** What the diff is of. */
export interface Compared {
  readonly level: Level;
  /** Two environments of one version. */
  readonly contrast?: readonly [string, string];
  readonly base?: string;
  readonly commit?: string;
}

/** The diff for tools, one entry for each environment (at the level `spec`: for each file), none of them left out. */
export function diffJson(compared: Compared, differences: readonly Difference[]): string {
  return safeJson({
    formatVersion: 1,
    ...compared,
    isDifferent: differences.some(isDifferent),
    differences: differences.map(({ subject, kind, note, items, cost }) => ({
      [compared.level === 'spec' && !compared.contrast ? 'file' : 'environment']: subject,
      change: kind,
      ...(note === undefined ? {} : { note }),
      ...(cost
        ? {
            monthlyCost: {
              currency: 'USD',
              ...eachBound((bound) => usdNumber(cost.change[bound])),
              itemsWithoutPrice: cost.withoutPrice,
            },
          }
        : {}),
      items: items.map(({ name, kind: change, previous, danger, lines }) => ({
        item: name,
        change,
        ...(previous === undefined ? {} : { previous }),
        ...(danger === undefined ? {} : { danger }),
        lines,
      })),
    })),
  });
}
