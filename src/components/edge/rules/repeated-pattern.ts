import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { type PathBehavior, pathsAsWritten } from '../behaviors.ts';
import { withoutFirstSlash } from '../path-patterns.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

export const repeatedPattern = defineRule<Edge>({
  code: 'edge/repeated-pattern',
  severity: 'error',
  summary: 'a path pattern belongs to one kind of file',
  why: 'CloudFront takes the first behavior that matches, so that the second is never used; with and without a slash in front is the same',
  source: 'botocore 1.43.11, cloudfront, CacheBehavior.PathPattern (read 2026-11-25)',
  examples: {
    good: [web('cache: {others: {logos: {paths: ["logos/*.png"], ttl: 7d}}}')],
    bad: [
      web('cache: {others: {pictures: {paths: ["*.png"], ttl: 7d}}}'),
      web('cache: {hashed: {paths: [assets/*, /assets/*]}}'),
      web('apiOrigin: {domainName: api.example.com, paths: [assets/*]}'),
    ],
  },
  check: eachItem<EdgeItem>('edge', (item, at, report, { isWritten }) => {
    const owners = new Map<string, PathBehavior>();
    for (const path of pathsAsWritten(item)) {
      const owner = owners.get(withoutFirstSlash(path.pattern));
      if (owner === undefined) {
        owners.set(withoutFirstSlash(path.pattern), path);
        continue;
      }
      // Of a list that nobody has written nothing can be taken away; in one list the slash is the odd one, and sorted first.
      const isOwners = owner.at === path.at || !isWritten(at(...path.at));
      const [here, other] = isOwners ? [owner, path] : [path, owner];
      report({
        at: at(...here.at, String(here.index)),
        message: `${here.pattern} is in ${other.at.join('.')} too`,
        help: 'leave it in one place',
        related: [{ message: 'the other place', at: { path: at(...other.at, String(other.index)) } }],
      });
    }
  }),
});
