import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/** The documents of a file in `examples/`; one alone need not be a list. */
export function readExamples<T>(name: string): readonly T[] {
  const content: T | readonly T[] = parse(
    readFileSync(new URL(`./examples/${name}.yaml`, import.meta.url), 'utf8'),
  );
  return Array.isArray(content) ? content : [content as T];
}
