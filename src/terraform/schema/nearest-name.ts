import { didYouMean } from '../../util/did-you-mean.ts';

/**
 * The known name a writer most likely meant; camelCase is read as snake_case, because a binding that passes a
 * value on unmapped leaves it so.
 */
export function nearestName(name: string, known: Iterable<string>): string | undefined {
  return didYouMean(toSnakeCase(name), known)[0];
}

export function toSnakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/^_/, '');
}
