import type { AppliedFix, RefusedFix } from '../../compiler/fix/fix-specs.ts';
import { oneLine } from '../reporters/findings.ts';

/** `fixed specs/prod.yaml:5:30 shape/needs-quotes: 1.33 → "1.33"` */
export function printFixed(fix: AppliedFix): string {
  return `fixed ${whatOf(fix)}`;
}

export function printRefused(fix: RefusedFix): string {
  return `not fixed ${whatOf(fix)}, because ${oneLine(fix.reason)}`;
}

function whatOf({ span, code, before, after }: AppliedFix): string {
  const { file, start } = span;
  const change = after === '' ? `removed ${before}` : `${before} → ${after}`;
  return oneLine(`${file}:${start.line}:${start.column} ${code}: ${change}`);
}
