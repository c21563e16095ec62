import type { Value } from '../terraform/ir.ts';
import { valueLines } from '../terraform/render/hcl-value.ts';

/** A value of Terraform on one line, as the file has it. */
export function valueText(value: Value, isReference = false): string {
  const line = valueLines(value, {
    room: Number.POSITIVE_INFINITY,
    references: isReference,
    heredoc: false,
  }).join(' ');
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line;
}

const LONGEST = 100;
