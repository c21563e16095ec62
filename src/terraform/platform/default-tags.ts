import type { Frame } from '../../compiler/frame/frame.ts';
import { compareText } from '../../util/compare.ts';

/**
 * The tags of every resource of an environment, sorted by key: what the provider sets by itself
 * (`default_tags`), and what must be repeated where the provider cannot reach, such as on instances that an
 * Auto Scaling group launches. A user's tag of the same name wins.
 */
export function defaultTags({ environment, aws }: Frame): Record<string, string> {
  const own = aws.ownTags ? { Environment: environment, ManagedBy: 'elastiform' } : {};
  const tags = { ...own, ...Object.fromEntries(aws.tags) };
  return Object.fromEntries(Object.entries(tags).sort(([a], [b]) => compareText(a, b)));
}
