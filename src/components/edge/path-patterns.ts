import { compareText } from '../../util/compare.ts';

/**
 * The order in which CloudFront should try path patterns: the most specific one first, for it takes the first
 * that matches. So an order needs no key in the spec, and the order of the spec changes nothing.
 *
 * The longest beginning without a wildcard wins, as in `assets/*` against `*.png`; then what asks for more
 * characters, then what leaves fewer of them open. A pattern that is part of another comes before it by this
 * order, so that none is out of reach.
 */
export function comparePatterns(a: string, b: string): number {
  const [left, right] = [measure(a), measure(b)];
  return (
    right.prefix - left.prefix ||
    right.shortest - left.shortest ||
    right.literals - left.literals ||
    left.stars - right.stars ||
    compareText(a, b)
  );
}

/**
 * CloudFront takes a pattern with and without the first slash for the same.
 *
 * @source botocore 1.43.11, cloudfront, CacheBehavior.PathPattern (read 2026-11-25)
 */
export function withoutFirstSlash(pattern: string): string {
  return pattern.startsWith('/') ? pattern.slice(1) : pattern;
}

/** Whether it takes every request, as the default behavior does. */
export function matchesEverything(pattern: string): boolean {
  return /^\*+$/.test(withoutFirstSlash(pattern));
}

/** Lengths in characters. */
function measure(pattern: string) {
  const text = withoutFirstSlash(pattern);
  const stars = text.split('*').length - 1;
  const marks = text.split('?').length - 1;
  return {
    prefix: text.search(/[*?]|$/),
    shortest: text.length - stars,
    literals: text.length - stars - marks,
    stars,
  };
}
