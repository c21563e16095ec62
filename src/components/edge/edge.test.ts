import { describe, expect, it } from 'vitest';
import { compileExample } from '../testing/compile-example.ts';
import { testRuleExamples } from '../testing/rule-examples.ts';
import { edge } from './index.ts';
import { comparePatterns } from './path-patterns.ts';
import { CERTIFICATE, web } from './rules/edge-example.ts';

testRuleExamples(edge);

/** The blocks of one file without their comments. */
async function blocksOf(yaml: string, file = 'frontend.tf'): Promise<string[]> {
  const { diagnostics, files } = await compileExample([edge], yaml);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const text = (files.get(file) ?? '').replace(/^#.*\n/gm, '');
  return text.split(/\n\n(?=\S)/).map((block) => block.trim());
}

async function blockOf(yaml: string, start: string): Promise<string> {
  return (await blocksOf(yaml)).find((block) => block.startsWith(start)) ?? '';
}

const policyOf = (yaml: string, kind: string) =>
  blockOf(yaml, `resource "aws_cloudfront_cache_policy" "web__${kind}"`);
const headersOf = (yaml: string, kind: string) =>
  blockOf(yaml, `resource "aws_cloudfront_response_headers_policy" "web__${kind}"`);
const distributionOf = (yaml: string) => blockOf(yaml, 'resource "aws_cloudfront_distribution"');

describe("the guide's frontend", () => {
  it.each([
    ['html', 300, 'public, max-age=300'],
    ['hashed', 31_536_000, 'public, max-age=31536000, immutable'],
    ['images', 86_400, 'public, max-age=86400'],
  ])('keeps %s for %i seconds, at the edge and in browsers', async (kind, seconds, header) => {
    const policy = await policyOf(web(), kind);
    expect(policy).toContain(`  min_ttl     = 0\n  default_ttl = ${seconds}\n  max_ttl     = ${seconds}\n`);
    expect(await headersOf(web(), kind)).toContain(
      `    items {\n      header   = "Cache-Control"\n      value    = "${header}"\n      override = false\n    }`,
    );
  });

  it('compresses, with the encodings in the cache key', async () => {
    expect(await policyOf(web(), 'html')).toContain(`
    enable_accept_encoding_brotli = true
    enable_accept_encoding_gzip   = true
`);
    expect(await distributionOf(web())).not.toContain('compress                   = false');
  });

  it('reaches the bucket through an origin access control and a shield', async () => {
    expect(await distributionOf(web())).toContain(`  origin {
    origin_id                = "s3"
    domain_name              = data.aws_s3_bucket.web.bucket_regional_domain_name
    origin_access_control_id = aws_cloudfront_origin_access_control.web.id

    origin_shield {
      enabled              = true
      origin_shield_region = "us-east-1"
    }
  }`);
    expect(await blockOf(web(), 'resource "aws_cloudfront_origin_access_control"')).toContain(`"web" {
  name                              = "prod-web"
  description                       = "prod web"
  origin_access_control_origin_type = "s3"
  signing_behavior                  = "always"
  signing_protocol                  = "sigv4"
`);
  });

  it('has secure headers that nothing overrides', async () => {
    const headers = await headersOf(web(), 'html');
    expect(headers.slice(headers.indexOf('  security_headers_config'))).toBe(`  security_headers_config {
    content_type_options {
      override = true
    }

    frame_options {
      frame_option = "SAMEORIGIN"
      override     = true
    }

    referrer_policy {
      referrer_policy = "strict-origin-when-cross-origin"
      override        = true
    }

    strict_transport_security {
      access_control_max_age_sec = 31536000
      include_subdomains         = false
      preload                    = false
      override                   = true
    }
  }

  lifecycle {
    create_before_destroy = true
  }
}`);
  });

  it('changes one line of one policy with its time in browsers, and two with its time at the edge', async () => {
    const linesOf = async (line: string) => (await blocksOf(web(line))).join('\n').split('\n');
    const before = await linesOf('cache: {html: {ttl: 5m, browserTtl: 1m}}');
    for (const [after, count] of [
      ['cache: {html: {ttl: 5m, browserTtl: 2m}}', 1],
      ['cache: {html: {ttl: 4m, browserTtl: 1m}}', 2],
    ] as const) {
      const lines = await linesOf(after);
      expect(lines).toHaveLength(before.length);
      expect(lines.filter((line, index) => line !== before[index])).toHaveLength(count);
    }
  });
});

describe('the tiers', () => {
  it.each(['dev', 'staging'])('have no origin shield in %s', async (tier) => {
    expect(await distributionOf(`tier: ${tier}\n${web()}`)).not.toContain('origin_shield');
  });

  it.each([
    ['eu-west-3', 'eu-west-2'],
    ['us-west-1', 'us-west-2'],
    ['ap-south-1', 'ap-south-1'],
  ])('shield a bucket in %s from %s', async (bucketRegion, shield) => {
    const yaml = web(`bucketRegion: ${bucketRegion}`);
    expect(await distributionOf(yaml)).toContain(`origin_shield_region = "${shield}"`);
  });

  it('have no origin shield where nobody knows the nearest', async () => {
    const yaml = `tier: prod\n${web('bucketRegion: xx-north-1')}`;
    expect(await distributionOf(yaml)).not.toContain('origin_shield');
  });
});

describe('names and certificates', () => {
  it('has the certificate of CloudFront without aliases, and says nothing of TLS', async () => {
    expect(await distributionOf(web())).toContain(
      '  viewer_certificate {\n    cloudfront_default_certificate = true\n  }',
    );
  });

  it('has a certificate for aliases, with TLS 1.2', async () => {
    const yaml = web('aliases: [b.example.com, "*.a.example.com"]', CERTIFICATE);
    const distribution = await distributionOf(yaml);
    expect(distribution).toContain('aliases             = ["*.a.example.com", "b.example.com"]');
    expect(distribution).toMatch(
      / {2}viewer_certificate \{\n {4}acm_certificate_arn {6}= "arn:.*"\n {4}ssl_support_method {7}= "sni-only"\n {4}minimum_protocol_version = "TLSv1.2_2021"\n/,
    );
  });

  it('makes all names in AWS from one', async () => {
    const text = (await blocksOf(web('name: dapp-app'))).join('\n');
    expect(new Set(text.match(/name += "dapp-app[a-z-]*"/g)?.map((line) => line.split('"')[1]))).toEqual(
      new Set(['dapp-app', 'dapp-app-html', 'dapp-app-hashed', 'dapp-app-images']),
    );
  });

  it('moves everything when the key changes', async () => {
    const { files } = await compileExample([edge], web('previousName: site', 'name: prod-site'));
    const moved = [...(files.get('frontend.tf') ?? '').matchAll(/from = (.*)\n {2}to {3}= (.*)\n/g)];
    expect(moved).toHaveLength(8);
    for (const [, from, to] of moved) expect(from?.replace('.site', '.web')).toBe(to);
  });
});

describe('what else may be written', () => {
  it('passes the API on, uncached and with all methods', async () => {
    const distribution = await distributionOf(
      web('apiOrigin: {domainName: api.internal.example.com, paths: [/api/*]}'),
    );
    expect(distribution).toContain(`  origin {
    origin_id   = "api"
    domain_name = "api.internal.example.com"

    custom_origin_config {
      origin_protocol_policy   = "https-only"
      origin_ssl_protocols     = ["TLSv1.2"]
      http_port                = 80
      https_port               = 443
      origin_read_timeout      = 30
      origin_keepalive_timeout = 5
    }
  }`);
    expect(distribution).toMatch(
      /path_pattern {13}= "\/api\/\*"\n {4}target_origin_id {9}= "api"\n {4}viewer_protocol_policy {3}= "https-only"\n {4}allowed_methods {10}= \["DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"\]/,
    );
    expect(distribution).toContain('cache_policy_id          = "4135ea2d-6df8-44a3-9df3-4b5a84be39ad"');
  });

  it('answers errors with pages, and keeps countries and logs', async () => {
    const distribution = await distributionOf(
      web(
        'errorResponses: {"403": {page: /index.html, responseCode: 200}}',
        'geoRestriction: {type: blacklist, locations: [KP, IR]}',
        'logging: {bucket: dapp-prod-logs}',
        'originPath: /releases/current',
        'webAclId: arn:aws:wafv2:us-east-1:123456789012:global/webacl/app/1234-5678',
      ),
    );
    expect(distribution).toContain(`  custom_error_response {
    error_code            = 403
    response_code         = 200
    response_page_path    = "/index.html"
    error_caching_min_ttl = 10
  }

  logging_config {
    bucket          = "dapp-prod-logs.s3.amazonaws.com"
    prefix          = "cloudfront/prod-web/"
    include_cookies = false
  }

  restrictions {
    geo_restriction {
      restriction_type = "blacklist"
      locations        = ["IR", "KP"]
    }
  }`);
    expect(distribution).toContain('origin_path              = "/releases/current"');
    expect(distribution).toContain(
      'web_acl_id          = "arn:aws:wafv2:us-east-1:123456789012:global/webacl/app/1234-5678"',
    );
  });

  it('says nothing of encodings and query strings where nothing is cached: CloudFront would refuse it', async () => {
    const yaml = web('cache: {others: {live: {paths: [live.json], ttl: 0s, queryStrings: all}}}');
    const policy = await policyOf(yaml, 'live');
    expect(policy).toContain('enable_accept_encoding_brotli = false');
    expect(policy).toContain('query_string_behavior = "none"');
  });

  it('adds no headers when told so', async () => {
    expect((await blocksOf(web('responseHeaders: false'))).join('\n')).not.toMatch(/headers_policy/);
    const yaml = web('responseHeaders: {cacheControl: false, contentSecurityPolicy: "default-src \'self\'"}');
    const headers = await headersOf(yaml, 'html');
    expect(headers).not.toContain('Cache-Control');
    expect(headers).toContain(`content_security_policy = "default-src 'self'"`);
  });

  it('leaves out a kind that is switched off', async () => {
    const text = (await blocksOf(web('cache: {hashed: false, images: false}'))).join('\n');
    expect(text).not.toMatch(/ordered_cache_behavior|hashed|images/);
  });
});

describe('the policy of the bucket', () => {
  it('is left to its owner, with the statement as an output', async () => {
    expect((await blocksOf(web())).join('\n')).not.toContain('aws_s3_bucket_policy');
    const outputs = (await blocksOf(web(), 'outputs.tf')).join('\n');
    expect(outputs).toContain('value       = jsonencode(local.web__bucket_policy)');
    expect(await blockOf(web(), 'locals')).toContain('"AWS:SourceArn" = aws_cloudfront_distribution.web.arn');
  });

  it('is written whole when it is ours', async () => {
    const yaml = web('bucketPolicy: {owner: terraform}');
    expect(
      await blockOf(yaml, 'resource "aws_s3_bucket_policy"'),
    ).toBe(`resource "aws_s3_bucket_policy" "web" {
  bucket = data.aws_s3_bucket.web.id
  policy = jsonencode(local.web__bucket_policy)
}`);
    expect(await blockOf(yaml, 'locals')).toContain('"DenyInsecureTransport"');
    expect((await blocksOf(yaml, 'outputs.tf')).join('\n')).not.toContain('bucket_policy');
  });

  it('is imported with an adopted distribution', async () => {
    const text = (
      await blocksOf(web('adopt: {id: E2QWRUHAPOMQZL}', 'bucketPolicy: {owner: terraform}'))
    ).join('\n');
    expect(text).toContain('  to = aws_cloudfront_distribution.web\n  id = "E2QWRUHAPOMQZL"');
    expect(text).toContain('  to = aws_s3_bucket_policy.web\n  id = "dapp-prod-frontend"');
  });
});

describe('the order of path patterns', () => {
  it('is from specific to general', async () => {
    const yaml = web(
      'cache: {others: {raw: {paths: [assets/raw/*, "*.map.js"], ttl: 1h}, scripts: {paths: ["*.js"], ttl: 1h}}}',
      'apiOrigin: {domainName: api.example.com}',
    );
    const patterns = [...(await distributionOf(yaml)).matchAll(/path_pattern += "(.*)"/g)].map(([, p]) => p);
    expect(patterns.filter((pattern) => !/gif|ico|jpe?g|svg|webp/.test(pattern ?? ''))).toEqual([
      'assets/raw/*',
      'assets/*',
      'static/*',
      'api/*',
      '*.map.js',
      '*.png',
      '*.js',
    ]);
  });

  /** All patterns of up to three characters over `a`, `?` and `*`, against all words of up to four. */
  it('puts none out of reach: what is part of another comes first', () => {
    const texts = (alphabet: string, length: number): string[] =>
      length === 0
        ? ['']
        : ['', ...texts(alphabet, length - 1).flatMap((t) => [...alphabet].map((c) => t + c))];
    const words = [...new Set(texts('ab', 4))];
    const languageOf = (pattern: string) => {
      const expression = new RegExp(`^${pattern.replaceAll('?', '.').replaceAll('*', '.*')}$`);
      return new Set(words.filter((word) => expression.test(word)));
    };
    const languages = [...new Set(texts('a?*', 3))].map((pattern) => ({
      pattern,
      language: languageOf(pattern),
    }));
    for (const small of languages) {
      for (const large of languages) {
        const isPart =
          small.language.size < large.language.size &&
          [...small.language].every((w) => large.language.has(w));
        if (isPart) expect([small.pattern, large.pattern].sort(comparePatterns)[0]).toBe(small.pattern);
      }
    }
  });
});

describe('text of a user', () => {
  it('is never live', async () => {
    const yaml = web('comment: "${file(\'/etc/passwd\')}"', 'cache: {hashed: {paths: ["$/{a}"]}}');
    const { diagnostics } = await compileExample([edge], yaml);
    expect(diagnostics).toHaveLength(1);
    expect(await distributionOf(web('comment: "${file(1)} %{if}"'))).toContain('"$${file(1)} %%{if}"');
  });
});
