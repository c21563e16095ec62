/** A cache with nothing to complain about. */
export const CACHE = `caches:
  redis:
    nodeType: cache.r6g.large
    userGroup: prod-redis-app
    kmsKeyId: arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab
`;

/** A database with nothing to complain about, of this class. */
export const database = (instanceClass: string, more = ''): string => `databases:
  postgres:
    engine: postgres
    engineVersion: "16.12"
    class: ${instanceClass}
    storage: {allocated: 200GiB, max: 500GiB}
${more}`;
