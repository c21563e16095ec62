import { isObject } from './is-object.ts';

/** An object of JSON, or undefined for everything else. */
export function jsonObject(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return isObject(value) ? value : undefined;
}
