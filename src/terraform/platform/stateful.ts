import type { ResolvedSpec } from '../../compiler/compile.ts';
import { isRetired } from '../../compiler/ledger/check-ledger.ts';
import type { Ledger, LedgerItem } from '../../compiler/ledger/ledger.ts';
import { formatPath, type SpecPath } from '../../compiler/spec-path.ts';
import type { Roots } from './roots.ts';

/** Writes `removed` for every resource of what was retired to be forgotten, so that Terraform destroys nothing. */
export function addRetired({ aws }: Roots, { model, previous }: ResolvedSpec): void {
  for (const [path, { action, reason }] of model.retired) {
    if (action === 'destroy') continue;
    const place = { file: 'retired', at: ['retired', path], notes: [reason] };
    for (const [item, { addresses }] of previous ?? []) {
      if (item !== path && !item.startsWith(`${path}.`)) continue;
      for (const address of addresses) aws.removed(place, address);
    }
  }
}

/** What is made of an item for its data; an alarm or a role goes and comes back without a loss. */
const HOLDS_DATA = /^resource\.(?!aws_(?:cloudwatch|iam|eks|autoscaling)_)/;

/** What holds data now, and what was retired and still says so. */
export function ledgerOf({ aws }: Roots, { model, stateful, previous }: ResolvedSpec): Ledger {
  const ledger = new Map<string, LedgerItem>();
  for (const { path } of stateful) {
    const others = stateful
      .map((item) => item.path)
      .filter((other) => other !== path && isWithin(other, path));
    const addresses = [...aws.placed]
      .filter(
        ([key, { at }]) =>
          HOLDS_DATA.test(key) && isWithin(at, path) && !others.some((other) => isWithin(at, other)),
      )
      .map(([key]) => key.slice('resource.'.length));
    ledger.set(formatPath(path), { addresses, retired: false });
  }
  for (const [path, item] of previous ?? []) {
    if (!ledger.has(path) && isRetired(path, model.retired)) ledger.set(path, { ...item, retired: true });
  }
  return ledger;
}

function isWithin(path: SpecPath, above: SpecPath): boolean {
  return above.every((part, index) => path[index] === part);
}
