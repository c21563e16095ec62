/** A cache outside of production in YAML, with these lines in it; the first ones are of the environment. */
export function cacheWith(lines: readonly string[], start = 'tier: staging\n'): string {
  const nodeType = lines.some((line) => line.startsWith('nodeType:')) ? [] : ['nodeType: cache.r6g.large'];
  return `${start}caches:\n  redis:\n${[...nodeType, ...lines].map((line) => `    ${line}\n`).join('')}`;
}
