/** What a cache in prod is asked for in any case. */
const IN_PROD = [
  'userGroup: prod-redis-app',
  'kmsKeyId: arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab',
];

/** A cache in YAML with nothing to complain about, with these lines in it. */
export function prodCache(...lines: readonly string[]): string {
  return cache('prod', [...IN_PROD, ...lines]);
}

/** As {@link prodCache}, where the rules of prod do not count. */
export function stagingCache(...lines: readonly string[]): string {
  return cache('staging', lines);
}

function cache(tier: string, lines: readonly string[]): string {
  const nodeType = lines.some((line) => line.startsWith('nodeType:')) ? [] : ['nodeType: cache.r6g.large'];
  const body = [...nodeType, ...lines].map((line) => `    ${line}\n`).join('');
  return `tier: ${tier}\ncaches:\n  redis:\n${body}`;
}
