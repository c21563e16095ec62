import { asked, type Control, controlsOf, on, waived } from '../control.ts';
import { statementsOf } from '../policies.ts';
import { at, blocks, type Resource } from '../tree.ts';

const behaviorsOf = ({ body }: Resource) => [
  ...blocks(body, 'default_cache_behavior'),
  ...blocks(body, 'ordered_cache_behavior'),
];
const customOriginsOf = ({ body }: Resource) =>
  blocks(body, 'origin').flatMap((origin) => blocks(origin, 'custom_origin_config'));
const bucketsOf = ({ body }: Resource) =>
  blocks(body, 'origin').filter((origin) => origin['custom_origin_config'] === undefined);

export const edgeControls: readonly Control[] = controlsOf('aws_cloudfront_distribution', [
  [['CKV_AWS_216'], 'switched on', ({ body }) => body['enabled'] === true, on],
  [
    ['CKV_AWS_34', 'AWS-0012', 'CloudFront.3'],
    'no plain HTTP for visitors',
    (resource) =>
      behaviorsOf(resource).every((behavior) => behavior['viewer_protocol_policy'] !== 'allow-all'),
    on,
  ],
  [
    ['CKV_AWS_305', 'CloudFront.1'],
    'a default root object',
    ({ body }) => body['default_root_object'] !== undefined,
    on,
  ],
  [
    ['CKV2_AWS_32'],
    'headers of security on what comes from the bucket',
    (resource) => {
      const isOfBucket = (behavior: { readonly [key: string]: unknown }) =>
        behavior['target_origin_id'] === 's3';
      const files = behaviorsOf(resource).filter(isOfBucket);
      return files.every((behavior) => behavior['response_headers_policy_id'] !== undefined);
    },
    on,
  ],
  [
    ['CKV2_AWS_46', 'CloudFront.13'],
    'an origin access control for the bucket',
    (resource) => bucketsOf(resource).every((origin) => origin['origin_access_control_id'] !== undefined),
    on,
  ],
  [
    ['CloudFront.12'],
    'a bucket that exists',
    (resource) =>
      bucketsOf(resource).every((origin) =>
        String(origin['domain_name']).startsWith('${data.aws_s3_bucket.'),
      ),
    on,
  ],
  [
    ['CKV2_AWS_54', 'CKV2_AWS_72', 'CloudFront.9', 'CloudFront.10'],
    'HTTPS and TLS 1.2 to other origins',
    (resource) =>
      customOriginsOf(resource).every(
        (origin) =>
          origin['origin_protocol_policy'] === 'https-only' &&
          blocks(origin, 'origin_ssl_protocols').every((protocol) => String(protocol) === 'TLSv1.2'),
      ),
    on,
  ],
  [
    ['AWS-0013', 'CloudFront.8'],
    'with a certificate the policy of 2021, and SNI',
    ({ body }) =>
      at(body, 'viewer_certificate', 'cloudfront_default_certificate') === true ||
      (at(body, 'viewer_certificate', 'minimum_protocol_version') === 'TLSv1.2_2021' &&
        at(body, 'viewer_certificate', 'ssl_support_method') === 'sni-only'),
    on,
  ],
  [
    ['CKV_AWS_174', 'CKV2_AWS_42', 'CloudFront.7', 'CloudFront.15'],
    'a certificate of our own, with TLS 1.2',
    ({ body }) =>
      at(body, 'viewer_certificate', 'acm_certificate_arn') !== undefined &&
      String(at(body, 'viewer_certificate', 'minimum_protocol_version')).startsWith('TLSv1.2_'),
    asked('edge.*.certificateArn', 'it belongs to a domain name; without one CloudFront allows TLS 1.0'),
  ],
  [
    ['CKV_AWS_68', 'AWS-0011', 'CloudFront.6'],
    'a web ACL',
    ({ body }) => body['web_acl_id'] !== undefined,
    asked('edge.*.webAclId', 'it exists already, costs money, and what it refuses is for its owner to say'),
  ],
  [
    ['CKV_AWS_86', 'AWS-0010', 'CloudFront.5'],
    'access logs',
    ({ body }) => at(body, 'logging_config', 'bucket') !== undefined,
    asked('edge.*.logging', 'they need a bucket that takes ACLs'),
  ],
  [
    ['CKV_AWS_374'],
    'some countries only',
    ({ body }) => at(body, 'restrictions', 'geo_restriction', 'restriction_type') !== 'none',
    asked('edge.*.geoRestriction', 'whom to serve is a matter of business'),
  ],
  [
    ['CKV_AWS_310', 'CloudFront.4'],
    'a second origin',
    ({ body }) => body['origin_group'] !== undefined,
    waived('there is one bucket; the language has no key for a copy of it', 'elastiform'),
  ],
  [
    ['CKV2_AWS_47'],
    'the web ACL refuses Log4j',
    () => false,
    waived('about the rules of a web ACL that another root owns', 'account'),
  ],
]);

const STRICT = ['security_headers_config', 'strict_transport_security'] as const;

export const edgePolicyControls: readonly Control[] = [
  {
    ids: ['CKV_AWS_259'],
    type: 'aws_cloudfront_response_headers_policy',
    asks: 'Strict-Transport-Security for a year, for all names below, to be built in',
    holds: ({ body }) =>
      Number(at(body, ...STRICT, 'access_control_max_age_sec')) >= 31_536_000 &&
      ['include_subdomains', 'preload', 'override'].every((name) => at(body, ...STRICT, name) === true),
    status: asked(
      'edge.*.responseHeaders.strictTransportSecurity',
      'the year is the default; names below may have no certificate, and leaving the list takes months',
    ),
  },
  {
    ids: ['CKV_AWS_70', 'CKV_AWS_93'],
    type: 'bucket_policy',
    asks: 'no bucket for everybody, and nobody locked out',
    holds: (policy) =>
      statementsOf(policy).every(
        ({ effect, principals, isConditional }) =>
          isConditional && (effect === 'Deny' || !principals.includes('AWS *')),
      ),
    status: on,
  },
];
