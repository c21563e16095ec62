import { defaulted, derived, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, flag, list, map, section, text } from '../../compiler/language/fields.ts';
import { itemFields } from '../../compiler/language/item-fields.ts';
import { cache } from './cache-fields.ts';
import { responseHeaders } from './header-fields.ts';
import {
  apiOrigin,
  BUCKET,
  BUCKET_MEANING,
  bucketPolicy,
  errorResponses,
  geoRestriction,
  logging,
  originShield,
  REGION,
  REGION_MEANING,
  requestRate,
} from './origin-fields.ts';

const item = section(
  {
    bucket: text({
      description: 'Name of the S3 bucket with the files. It exists already.',
      example: 'dapp-prod-frontend',
      pattern: BUCKET,
      patternMeaning: BUCKET_MEANING,
    }),
    bucketRegion: derived(
      text({
        description: 'Region of the bucket; it decides about the origin shield.',
        example: 'us-east-1',
        pattern: REGION,
        patternMeaning: REGION_MEANING,
      }),
      'aws.region',
      (scope) => scope.getRoot('aws.region') as string,
    ),
    originPath: optional(
      text({
        description:
          'Folder of the bucket that is the root of the site; begins with a slash and ends without.',
        example: '/releases/current',
        pattern: '^(?:/[A-Za-z0-9_.~-]+)+$',
        patternMeaning: 'a path such as "/releases/current"',
      }),
      'the root of the bucket',
    ),
    name: derived(
      text({
        description:
          'Name of the origin access control, and beginning of the names of the policies: <name>-html. These names are unique in an AWS account, at most 64 characters.',
        example: 'prod-web',
        pattern: '^[A-Za-z0-9_-]+$',
        patternMeaning: 'letters, digits, hyphens and underscores',
      }),
      '<environment>-<key>',
      ({ environment, keys }) => `${environment}-${keys[0]}`,
    ),
    comment: derived(
      text({
        description: 'What the distribution is for; the console lists distributions by it.',
        example: 'prod web',
        maxLength: 128,
      }),
      '<environment> <key>',
      ({ environment, keys }) => `${environment} ${keys[0]}`,
    ),
    aliases: defaulted(
      list(
        text({
          description: 'A domain name in lower case; *. in front stands for one label.',
          example: 'app.example.com',
          pattern:
            '^(?:\\*\\.)?[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?){1,10}$',
          patternMeaning: 'a domain name such as "app.example.com"',
          maxLength: 253,
        }),
        {
          description:
            'Domain names of the site. Their DNS records are not made here; they point to the output <key>__domain_name.',
          example: ['app.example.com'],
        },
      ),
      [],
      'the site is reached under its name in cloudfront.net',
    ),
    certificateArn: optional(
      text({
        description: 'ARN of the ACM certificate for the aliases. It must be in us-east-1.',
        example: 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
        pattern: '^arn:aws[a-z-]*:acm:[a-z0-9-]+:[0-9]{12}:certificate/[A-Za-z0-9-]+$',
        patternMeaning: 'the ARN of an ACM certificate',
      }),
      'the certificate of CloudFront for cloudfront.net',
    ),
    minimumTlsVersion: defaulted(
      choice(['TLSv1.2_2021', 'TLSv1.2_2019', 'TLSv1.2_2018'], {
        description:
          'Security policy for connections of visitors, where there is a certificate. That of CloudFront allows TLS 1.0, and this cannot be changed.',
      }),
      'TLSv1.2_2021',
      'what CloudFront recommends, and the newest that AWS provider 5.100 knows (CKV_AWS_174)',
    ),
    viewerProtocolPolicy: defaulted(
      choice(['redirect-to-https', 'https-only'], {
        description:
          'What becomes of plain HTTP: visitors are sent to HTTPS, or refused. The API refuses always.',
      }),
      'redirect-to-https',
      'people type names without https',
    ),
    httpVersion: defaulted(
      choice(['http2and3', 'http3', 'http2', 'http1.1'], {
        description: 'The newest versions of HTTP that visitors may use, in the words of CloudFront.',
      }),
      'http2and3',
      'newer ones are faster on bad networks, and older browsers still work',
    ),
    ipv6: defaulted(
      flag({ description: 'The site is reached over IPv6 too; it needs AAAA records.', example: true }),
      true,
      'some networks have nothing else',
    ),
    priceClass: defaulted(
      choice(['PriceClass_100', 'PriceClass_200', 'PriceClass_All'], {
        description:
          'Edge locations to use: 100 is North America, Europe and Israel, 200 also Asia, the Middle East and Africa, All is all.',
      }),
      'PriceClass_100',
      'the cheapest; visitors elsewhere are served too, from farther away',
    ),
    defaultRootObject: defaulted(
      text({
        description: 'The object for the path /. Folders below it have none: S3 lists no index there.',
        example: 'index.html',
        pattern: '^[A-Za-z0-9_.~-]+(?:/[A-Za-z0-9_.~-]+)*$',
        patternMeaning: 'an object without a slash in front, such as "index.html"',
        maxLength: 255,
      }),
      'index.html',
      'the name that every frontend has (CKV_AWS_305)',
    ),
    errorResponses,
    compress: defaulted(
      flag({
        description:
          'CloudFront compresses texts with Brotli or gzip, if they have 1,000 to 10,000,000 bytes. The policies take the encoding into the cache key, without which compression does nothing.',
        example: true,
      }),
      true,
      'the guide: "Enable compression"',
    ),
    cache,
    responseHeaders,
    originShield,
    apiOrigin: optional(apiOrigin, 'every path is in the bucket'),
    bucketPolicy,
    webAclId: optional(
      text({
        description: 'ARN of the WAF web ACL; its scope is CLOUDFRONT.',
        example:
          'arn:aws:wafv2:us-east-1:123456789012:global/webacl/web/12345678-1234-1234-1234-123456789012',
        pattern:
          '^arn:aws[a-z-]*:wafv2:us-east-1:[0-9]{12}:global/webacl/[A-Za-z0-9_-]{1,128}/[A-Za-z0-9-]+$',
        patternMeaning:
          'the ARN of a WAFv2 web ACL of the scope CLOUDFRONT: in us-east-1, with global/webacl',
      }),
      'no web application firewall',
    ),
    geoRestriction,
    logging,
    requestRate,
    adopt: optional(
      section(
        {
          id: text({
            description: 'Id of the distribution; `aws cloudfront list-distributions` knows it.',
            example: 'E2QWRUHAPOMQZL',
            pattern: '^[A-Z0-9]{6,32}$',
            patternMeaning: 'the id of a distribution such as "E2QWRUHAPOMQZL"',
          }),
        },
        {
          description:
            'The distribution exists already: the first plan imports it by its id, for it has no name. Its policies are made anew. May stay afterwards; an import of what is in the state does nothing.',
          example: { id: 'E2QWRUHAPOMQZL' },
        },
      ),
      'the first apply creates the distribution',
    ),
    previousName: itemFields.previousName,
  },
  {
    description:
      'A CloudFront distribution over an S3 bucket, with its cache policies, response headers and access to the bucket.',
    example: { bucket: 'dapp-prod-frontend' },
  },
);

export const edgeField = map(item, {
  description: 'Frontends on CloudFront and S3: how long which files are cached, and who may reach them.',
  example: { web: { bucket: 'dapp-prod-frontend' } },
});

export type EdgeItem = ModelOf<typeof item>;
export type Edge = ReadonlyMap<string, EdgeItem>;
export type { CacheKind } from './cache-fields.ts';
