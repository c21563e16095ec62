import { createHash } from 'node:crypto';

/** The first hexadecimal digits of the SHA-256 of a text. Not for secrets. */
export function shortHash(text: string, digits: number): string {
  return createHash('sha256').update(text, 'utf8').digest('hex').slice(0, digits);
}
