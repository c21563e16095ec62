import { invariant } from '../../util/invariant.ts';
import { escapeTemplateMarkers } from '../render/template.ts';
import { END, START } from './expression.ts';

/**
 * Makes every text in a configuration literal, except for expressions of ours:
 * `${` becomes `$${`, `%{` becomes `%%{`, in values and in keys. Keys with the value `undefined` are dropped, and tokens
 * and objects of cdktf are refused: everything that is live has been made by `expression.ts`.
 *
 * It is applied to every configuration by the engine, so that no component can forget it. cdktf itself
 * escapes nothing (measured: `${file("/etc/passwd")}` in a tag was live).
 */
export function literal<T>(config: T): T {
  return walk(config) as T;
}

function walk(value: unknown): unknown {
  if (typeof value === 'string') return literalText(value);
  if (typeof value === 'number') return withoutToken(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(walk);
  const isPlain = Object.getPrototypeOf(value) === Object.prototype;
  invariant(isPlain, 'an object of cdktf is no configuration; refer to it with an expression');
  const result: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const item = (value as Record<string, unknown>)[key];
    if (item !== undefined) result[literalText(key)] = walk(item);
  }
  return result;
}

/** Text with expressions in it, so that only they are live. */
function literalText(text: string): string {
  if (!text.includes('{') && !text.includes(START)) return text;
  // The loader refuses such text in specs.
  invariant(!text.includes('{TfToken['), TOKEN);
  if (!text.includes(START)) return escapeTemplateMarkers(text);
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

/** Where a token of cdktf is a number it is one near -1e289, which is in no spec. */
function withoutToken(value: number): number {
  invariant(!(Math.abs(value) > 1e280), TOKEN);
  return value;
}

const TOKEN = 'a token of cdktf would not be resolved; refer to it with an expression';
