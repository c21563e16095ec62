import type { Json } from './plan.ts';

/** What is read from outside is looked at before it is believed. */
export function isObject(value: unknown): value is Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Terraform nests a dozen levels; what is deeper was made to exhaust the stack of those who read it. */
export function isNestedDeeper(value: unknown, levels: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isNestedDeeper(each, levels - 1));
}

/** An own property: a plan may call something `__proto__`. */
export function at(value: unknown, key: string | number): Json {
  if (Array.isArray(value)) return (value[key as number] as Json) ?? null;
  return isObject(value) && Object.hasOwn(value, key) ? (value[key] ?? null) : null;
}

export function textAt(value: unknown, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === 'string' ? found : undefined;
}

export function listAt(value: unknown, key: string): readonly Json[] {
  const found = at(value, key);
  return Array.isArray(found) ? found : [];
}
