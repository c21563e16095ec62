import type { Element } from './element.ts';

/**
 * Whether Terraform leaves the attribute to somebody else once it has set it: `lifecycle.ignore_changes` names it, or
 * what it is in.
 */
export function isIgnored({ attributes }: Element, path: string): boolean {
  return [...attributes].some(([name, { value }]) => {
    if (!name.startsWith('lifecycle.ignore_changes[') || typeof value !== 'string') return false;
    return path === value || path.startsWith(`${value}.`) || path.startsWith(`${value}[`);
  });
}
