import { comparePatterns } from './path-patterns.ts';
import type { CacheKind, EdgeItem } from './schema.ts';

/** How files of one kind are cached. */
export interface Kind extends CacheKind {
  readonly name: string;
  /** Inside the item: `["cache", "others", "fonts"]`. */
  readonly at: readonly string[];
  /** Empty for HTML, which is everything that no other kind takes. */
  readonly paths: readonly string[];
}

/** HTML first, which is the default behavior; the user's own kinds last, by name. */
export function kindsOf({ cache }: EdgeItem): readonly Kind[] {
  const { html, hashed, images, others } = cache;
  return [
    { name: 'html', at: ['cache', 'html'], paths: [], ...html },
    ...(hashed ? [{ name: 'hashed', at: ['cache', 'hashed'], ...hashed }] : []),
    ...(images ? [{ name: 'images', at: ['cache', 'images'], ...images }] : []),
    ...[...others].map(([name, kind]) => ({ name, at: ['cache', 'others', name], ...kind })),
  ];
}

/** What one path pattern is for: files of a kind, or the API. */
export interface PathBehavior {
  readonly pattern: string;
  readonly target: Kind | 'api';
  /** The list that the pattern stands in, inside the item. */
  readonly at: readonly string[];
  /** Its place in the list. */
  readonly index: number;
}

/** All behaviors beside the default one, in the order in which CloudFront shall try them. */
export function pathBehaviors(item: EdgeItem): readonly PathBehavior[] {
  return [...pathsAsWritten(item)].sort((a, b) => comparePatterns(a.pattern, b.pattern));
}

/** The same by kind, the API last, each list in its own order. */
export function pathsAsWritten(item: EdgeItem): readonly PathBehavior[] {
  const kinds = kindsOf(item).map((kind) => ({
    target: kind,
    paths: kind.paths,
    at: [...kind.at, 'paths'],
  }));
  const api = { target: 'api' as const, paths: item.apiOrigin?.paths ?? [], at: ['apiOrigin', 'paths'] };
  return [...kinds, api].flatMap(({ target, paths, at }) =>
    paths.map((pattern, index) => ({ pattern, target, at, index })),
  );
}
