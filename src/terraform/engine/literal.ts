import { escapeTemplateMarkers } from '../render/template.ts';

/**
 * Makes every text in a configuration literal, except for the references that cdktf has put into it:
 * `${` becomes `$${`, `%{` becomes `%%{`, in values and in keys. Keys with the value `undefined` are dropped.
 *
 * It is applied to every configuration by the engine, so that no component can forget it. cdktf itself
 * escapes nothing (measured: `${file("/etc/passwd")}` in a tag was live).
 */
export function literal<T>(config: T): T {
  return walk(config) as T;
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return literalText(value);
  if (Array.isArray(value)) return value.map(walk);
  if (!isPlainObject(value)) return value;
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(entries.map(([key, item]) => [literalText(key), walk(item)]));
}

/** Text with the tokens of cdktf in it, so that only the tokens are live. */
function literalText(text: string): string {
  if (!text.includes('{')) return text;
  return text
    .split(TOKEN)
    .map((part, index, parts) => {
      if (index % 2 === 1) return part;
      const escaped = escapeTemplateMarkers(part);
      // A sign before a reference would escape it: `$${…}` is not live.
      return index < parts.length - 1 ? escaped.replace(/[$%]$/, (sign) => `\${"${sign}"}`) : escaped;
    })
    .join('');
}

/** How cdktf writes a reference into a string, a list and a key. The loader refuses such text from users. */
const TOKEN = /([$#&]\{TfToken\[[^\]]*\]\})/;

/** Objects that cdktf resolves later, such as functions of Terraform, have a class and stay as they are. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
