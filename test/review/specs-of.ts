import { readFileSync } from 'node:fs';
import type { RecordedCase } from './cases.ts';

export const SPEC = 'specs/prod.yaml';
const BASE = 'specs/base.yaml';

/** The specs of this folder after the edits of a case. */
export function specsOf({ edits }: Pick<RecordedCase, 'edits'>): ReadonlyMap<string, string> {
  let prod = readFileSync(new URL(SPEC, import.meta.url), 'utf8');
  let base = readFileSync(new URL(BASE, import.meta.url), 'utf8');
  for (const [from, to] of edits) {
    if (`${prod}${base}`.split(from).length !== 2)
      throw new Error(`${JSON.stringify(from)} is not there once`);
    if (prod.includes(from)) prod = prod.split(from).join(to);
    else base = base.split(from).join(to);
  }
  return new Map([
    [SPEC, prod],
    [BASE, base],
  ]);
}
