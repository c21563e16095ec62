import { always, defaulted, derivedIfAny, onByTier, optional } from '../../compiler/language/fallback.ts';
import {
  choice,
  flag,
  integer,
  list,
  map,
  quantity,
  section,
  switchable,
  text,
} from '../../compiler/language/fields.ts';
import { pathPattern } from './cache-fields.ts';
import { shieldNearestTo } from './origin-shield.ts';

export const REGION = '^[a-z]{2}(?:-[a-z]+){1,3}-[0-9]$';
export const REGION_MEANING = 'a region such as "us-east-1"';

export const BUCKET = '^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$';
export const BUCKET_MEANING = 'the name of an S3 bucket';

export const originShield = onByTier(
  switchable(
    {
      region: derivedIfAny(
        text({
          description: 'Region of the shield: the one with the lowest latency to the bucket.',
          example: 'us-east-1',
          pattern: REGION,
          patternMeaning: REGION_MEANING,
        }),
        'the shield that is nearest to bucketRegion',
        (scope) => shieldNearestTo(String(scope.get('bucketRegion'))),
      ),
    },
    {
      description:
        'One more cache in front of the bucket, which all edge locations ask: S3 then sees each object once and not once for each region. Requests to it cost extra.',
      example: true,
    },
  ),
  { dev: false, staging: false, prod: true },
  'the guide: "Use origin shield"; without traffic it only costs',
);

export const bucketPolicy = always(
  section(
    {
      owner: defaulted(
        choice(['elsewhere', 'terraform'], {
          description:
            'Who owns the policy of the bucket. With elsewhere nothing is written, and the output <key>__bucket_policy has the statement that whoever owns the policy must add: until then visitors get 403. With terraform the whole policy is replaced by that statement and one that refuses plain HTTP; whatever else it held is gone.',
        }),
        'elsewhere',
        'the bucket was there before, aws_s3_bucket_policy replaces all of its policy, and two owners undo each other at every apply',
      ),
    },
    {
      description: 'The policy of the bucket, which must let CloudFront in.',
      example: { owner: 'elsewhere' },
    },
  ),
);

export const apiOrigin = section(
  {
    domainName: text({
      description:
        'Public name of the load balancer. It must have a certificate for this name, for CloudFront speaks HTTPS with it and sends this name as Host.',
      example: 'api.internal.example.com',
      pattern: '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){1,10}$',
      patternMeaning: 'a domain name in lower case',
      maxLength: 253,
    }),
    paths: defaulted(
      list(pathPattern, {
        description: 'Paths that go to the load balancer.',
        example: ['api/*'],
        minItems: 1,
        maxItems: 20,
      }),
      ['api/*'],
      'the usual place of an API beside its frontend',
    ),
  },
  {
    description:
      'An API under the same name as the frontend, which spares CORS. Nothing of it is cached, and all methods, headers, cookies and query strings pass.',
    example: { domainName: 'api.internal.example.com' },
  },
);

/** @source CloudFront developer guide, "Create a custom error page for specific HTTP status codes" (read 2026-11-25) */
const ERROR_CODE = '^(?:400|403|404|405|414|416|500|501|502|503|504)$';

export const errorResponses = always(
  map(
    section(
      {
        page: text({
          description: 'Path of the object to answer with, from the root.',
          example: '/index.html',
          pattern: '^/[A-Za-z0-9_.~/-]+$',
          patternMeaning: 'a path that begins with a slash, such as "/index.html"',
        }),
        responseCode: integer({
          description: 'Status code of the answer.',
          example: 200,
          minimum: 200,
          maximum: 599,
        }),
        cachingMinTtl: defaulted(
          quantity('duration', { description: 'How long CloudFront remembers the error.', example: '10s' }),
          '10s',
          'the default of CloudFront',
        ),
      },
      { description: 'What to answer instead.', example: { page: '/index.html', responseCode: 200 } },
    ),
    {
      description:
        'Pages in place of errors, by the status code of the origin in quotes. A single-page application answers "403" with /index.html: S3 says 403 and not 404 about what is not there, as CloudFront may not list the bucket.',
      example: { '403': { page: '/index.html', responseCode: 200 } },
      keyPattern: ERROR_CODE,
      keyMeaning: 'a status code that CloudFront has error pages for, such as "404"',
    },
  ),
);

export const geoRestriction = optional(
  section(
    {
      type: choice(['whitelist', 'blacklist'], {
        description: 'Whether the countries are the only ones that are served, or those that are not.',
      }),
      locations: list(
        text({
          description: 'Code of a country.',
          example: 'DE',
          pattern: '^[A-Z]{2}$',
          patternMeaning: 'two upper case letters (ISO 3166-1)',
        }),
        {
          description: 'Countries, as two letters of ISO 3166-1.',
          example: ['DE', 'FR'],
          minItems: 1,
          maxItems: 250,
        },
      ),
    },
    { description: 'Who is served, by country.', example: { type: 'blacklist', locations: ['KP'] } },
  ),
  'every country is served',
);

export const logging = optional(
  section(
    {
      bucket: text({
        description:
          'S3 bucket for the logs. It must allow ACLs (object ownership BucketOwnerPreferred): standard logging needs them.',
        example: 'dapp-prod-logs',
        pattern: BUCKET,
        patternMeaning: BUCKET_MEANING,
      }),
      prefix: derivedIfAny(
        text({
          description: 'Beginning of the names of the log files.',
          example: 'cloudfront/web/',
          pattern: '^[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*/?$',
          patternMeaning: 'names joined by single slashes, without one in front',
        }),
        'cloudfront/<environment>-<key>/',
        ({ environment, keys }) => `cloudfront/${environment}-${keys[0]}/`,
      ),
      includeCookies: defaulted(
        flag({ description: 'Cookies are logged too.', example: false }),
        false,
        'they are often sessions',
      ),
    },
    { description: 'Standard access logs of CloudFront.', example: { bucket: 'dapp-prod-logs' } },
  ),
  'requests are not logged',
);

export const requestRate = optional(
  section(
    {
      reads: quantity('rate', {
        description: 'GET and HEAD requests of visitors at the worst moment.',
        example: '2000rps',
      }),
      writes: defaulted(
        quantity('rate', {
          description:
            'PUT, COPY, POST and DELETE requests to the bucket at the worst moment, such as a deploy.',
          example: '50rps',
        }),
        '0rps',
        'a frontend is only written by its deploys',
      ),
      cacheHitShare: defaulted(
        quantity('share', {
          description: 'Share of the reads that CloudFront answers by itself: its metric CacheHitRate.',
          example: '90%',
        }),
        '0%',
        'after an invalidation of everything nothing is in the caches',
      ),
      keyPrefixes: defaulted(
        integer({
          description:
            'Over how many beginnings of keys the objects that are asked for at the same time are spread, as in images/a/, images/b/.',
          example: 1,
          minimum: 1,
          maximum: 10_000,
        }),
        1,
        'the worst case',
      ),
    },
    {
      description:
        'The load that is expected. It changes nothing in AWS; it is held against what S3 takes for each key prefix.',
      example: { reads: '2000rps', writes: '50rps', cacheHitShare: '90%', keyPrefixes: 1 },
    },
  ),
  'nothing is compared with the limits of S3',
);
