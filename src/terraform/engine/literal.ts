import { escapeTemplateMarkers } from '../render/template.ts';
import { END, START } from './expression.ts';

/**
 * Makes every text in a configuration literal, except for expressions of ours:
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
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = value[key];
    if (item !== undefined) result[literalText(key)] = walk(item);
  }
  return result;
}

/** Text with expressions in it, so that only they are live. */
function literalText(text: string): string {
  if (!text.includes(START)) return text.includes('{') ? escapeTemplateMarkers(text) : text;
  const end = text.length - 1;
  if (text.startsWith(START) && text.indexOf(END) === end) return `\${${text.slice(1, end)}}`;
  return text
    .split(EXPRESSION)
    .map((part, index, parts) => {
      if (index % 2 === 1) return `\${${part}}`;
      const escaped = escapeTemplateMarkers(part);
      // A sign before a reference would escape it: `$${…}` is not live.
      return index < parts.length - 1 ? escaped.replace(/[$%]$/, (sign) => `\${"${sign}"}`) : escaped;
    })
    .join('');
}

const EXPRESSION = new RegExp(`${START}([^${END}]*)${END}`);

/** Objects that cdktf resolves later, such as functions of Terraform, have a class and stay as they are. */
function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
