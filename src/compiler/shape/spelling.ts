import { readCoreScalar } from '../load/core-scalar.ts';

const PLAIN = /^[A-Za-z0-9./](?:[A-Za-z0-9 ._/%:+@-]*[A-Za-z0-9._/%-])?$/;
// Text in YAML 1.2, but truth values and base-60 numbers to the YAML 1.1 tools of the same team.
const OLD_YAML = /^(?:y|n|yes|no|on|off|[0-9]+(?::[0-9]+)+)$/i;

/** A text as it is written in YAML, with quotes only where YAML would read something else. */
export function spellText(text: string): string {
  const read = readCoreScalar(text);
  const isText = read.ok && typeof read.value === 'string';
  if (isText && PLAIN.test(text) && !text.includes(': ') && !OLD_YAML.test(text)) return text;
  return JSON.stringify(text);
}

/** Any value as YAML on one line: `{bucket: dapp-terraform-state, versions: ["1.33"]}`. */
export function spellValue(value: unknown): string {
  if (typeof value === 'string') return spellText(value);
  if (Array.isArray(value)) return `[${value.map(spellValue).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).map(([key, part]) => `${spellText(key)}: ${spellValue(part)}`);
    return `{${entries.join(', ')}}`;
  }
  return String(value);
}
