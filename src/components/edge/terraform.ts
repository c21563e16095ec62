import { CloudfrontCachePolicy } from '@cdktf/provider-aws/lib/cloudfront-cache-policy/index.js';
import { CloudfrontDistribution } from '@cdktf/provider-aws/lib/cloudfront-distribution/index.js';
import { CloudfrontOriginAccessControl } from '@cdktf/provider-aws/lib/cloudfront-origin-access-control/index.js';
import { CloudfrontResponseHeadersPolicy } from '@cdktf/provider-aws/lib/cloudfront-response-headers-policy/index.js';
import { DataAwsS3Bucket } from '@cdktf/provider-aws/lib/data-aws-s3-bucket/index.js';
import { S3BucketPolicy } from '@cdktf/provider-aws/lib/s3-bucket-policy/index.js';
import { addressName } from '../../terraform/engine/address.ts';
import { expression } from '../../terraform/engine/expression.ts';
import type { ResourcePlace } from '../../terraform/engine/root.ts';
import type { Roots } from '../../terraform/platform/roots.ts';
import { type Kind, kindsOf, pathBehaviors } from './behaviors.ts';
import { policyName } from './names.ts';
import type { Edge, EdgeItem } from './schema.ts';

/** Adds every distribution with what belongs to it to the AWS root, in `frontend`. */
export function lowerEdge(edge: Edge, roots: Roots): void {
  for (const [key, item] of edge) new EdgeLowering(key, item, roots).lower();
}

/**
 * Policies that AWS manages have the same ids in all accounts, so that there is nothing to look up.
 *
 * @source CloudFront developer guide, "Use managed cache policies" and "Use managed origin request policies"
 *   (read 2026-11-25)
 */
const CACHING_DISABLED = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const ALL_VIEWER_EXCEPT_HOST_HEADER = 'b689b0a8-53d0-40ab-baf2-68738e2966ac';

const S3_ORIGIN = 's3';
const API_ORIGIN = 'api';

/**
 * A policy that no behavior needs any more must outlive the update of the distribution: CloudFront deletes none
 * that is in use (terraform-provider-aws #33047, #21730). With this Terraform deletes it last.
 */
const DELETED_LAST = { createBeforeDestroy: true };

/** What the behaviors of a kind refer to; ids. */
interface Policies {
  readonly cachePolicyId: string;
  readonly responseHeadersPolicyId: string | undefined;
}

class EdgeLowering {
  readonly #key: string;
  readonly #item: EdgeItem;
  readonly #roots: Roots;

  constructor(key: string, item: EdgeItem, roots: Roots) {
    this.#key = key;
    this.#item = item;
    this.#roots = roots;
  }

  lower(): void {
    const bucket = this.#bucket();
    const accessControl = this.#accessControl();
    const policies = new Map<string, Policies>();
    for (const kind of kindsOf(this.#item)) {
      policies.set(kind.name, {
        cachePolicyId: this.#cachePolicy(kind).id,
        responseHeadersPolicyId: this.#headersPolicy(kind)?.id,
      });
    }
    const distribution = this.#distribution(bucket, accessControl, policies);
    const access = this.#access(bucket, distribution);
    this.#bucketPolicy(bucket, access);
    this.#outputs(distribution, access);
  }

  #bucket(): DataAwsS3Bucket {
    return this.#roots.aws.data(DataAwsS3Bucket, this.#place(['bucket']), { bucket: this.#item.bucket });
  }

  #accessControl(): CloudfrontOriginAccessControl {
    return this.#roots.aws.resource(CloudfrontOriginAccessControl, this.#place(['name']), {
      name: this.#item.name,
      description: this.#item.comment,
      originAccessControlOriginType: 's3',
      signingBehavior: 'always',
      signingProtocol: 'sigv4',
      lifecycle: DELETED_LAST,
    });
  }

  #cachePolicy(kind: Kind): CloudfrontCachePolicy {
    // CloudFront refuses a policy that caches nothing and yet says what to tell files apart by.
    const caches = kind.maxTtl > 0;
    const compresses = this.#item.compress && caches;
    return this.#roots.aws.resource(CloudfrontCachePolicy, this.#place(kind.at, [kind.name]), {
      name: policyName(this.#item, kind.name),
      comment: `${kind.name} of ${this.#item.name}`,
      minTtl: kind.minTtl,
      defaultTtl: kind.ttl,
      maxTtl: kind.maxTtl,
      parametersInCacheKeyAndForwardedToOrigin: {
        enableAcceptEncodingBrotli: compresses,
        enableAcceptEncodingGzip: compresses,
        cookiesConfig: { cookieBehavior: 'none' },
        headersConfig: { headerBehavior: 'none' },
        queryStringsConfig: { queryStringBehavior: caches ? kind.queryStrings : 'none' },
      },
      lifecycle: DELETED_LAST,
    });
  }

  #headersPolicy(kind: Kind): CloudfrontResponseHeadersPolicy | undefined {
    const { responseHeaders } = this.#item;
    if (!responseHeaders) return undefined;
    const { strictTransportSecurity, contentSecurityPolicy } = responseHeaders;
    const cacheControl = responseHeaders.cacheControl ? cacheControlOf(kind) : undefined;
    return this.#roots.aws.resource(CloudfrontResponseHeadersPolicy, this.#place(kind.at, [kind.name]), {
      name: policyName(this.#item, kind.name),
      comment: `${kind.name} of ${this.#item.name}`,
      customHeadersConfig:
        cacheControl === undefined
          ? undefined
          : // What an object says of itself counts more.
            { items: [{ header: 'Cache-Control', value: cacheControl, override: false }] },
      securityHeadersConfig: {
        contentSecurityPolicy:
          contentSecurityPolicy === undefined ? undefined : { contentSecurityPolicy, override: true },
        contentTypeOptions: { override: true },
        frameOptions: { frameOption: responseHeaders.frameOptions, override: true },
        referrerPolicy: { referrerPolicy: responseHeaders.referrerPolicy, override: true },
        strictTransportSecurity: {
          accessControlMaxAgeSec: strictTransportSecurity.maxAge,
          includeSubdomains: strictTransportSecurity.includeSubdomains,
          preload: strictTransportSecurity.preload,
          override: true,
        },
      },
      lifecycle: DELETED_LAST,
    });
  }

  #distribution(
    bucket: DataAwsS3Bucket,
    accessControl: CloudfrontOriginAccessControl,
    policies: ReadonlyMap<string, Policies>,
  ): CloudfrontDistribution {
    const item = this.#item;
    return this.#roots.aws.resource(
      CloudfrontDistribution,
      { ...this.#place([]), importId: item.adopt?.id },
      {
        enabled: true,
        comment: item.comment,
        aliases: item.aliases.length > 0 ? [...item.aliases] : undefined,
        defaultRootObject: item.defaultRootObject,
        httpVersion: item.httpVersion,
        isIpv6Enabled: item.ipv6,
        priceClass: item.priceClass,
        webAclId: item.webAclId,
        // Reaching all edge locations takes minutes, in which an apply has nothing else to do.
        waitForDeployment: false,
        origin: [this.#s3Origin(bucket, accessControl), ...this.#apiOrigins()],
        defaultCacheBehavior: this.#fileBehavior(policies.get('html')),
        orderedCacheBehavior: pathBehaviors(item).map(({ pattern, target }) => ({
          pathPattern: pattern,
          ...(target === 'api' ? API_BEHAVIOR : this.#fileBehavior(policies.get(target.name))),
        })),
        customErrorResponse: [...item.errorResponses].map(([code, response]) => ({
          errorCode: Number(code),
          responseCode: response.responseCode,
          responsePagePath: response.page,
          errorCachingMinTtl: response.cachingMinTtl,
        })),
        loggingConfig: item.logging && {
          bucket: `${item.logging.bucket}.s3.amazonaws.com`,
          prefix: item.logging.prefix,
          includeCookies: item.logging.includeCookies,
        },
        restrictions: { geoRestriction: geoRestriction(item) },
        viewerCertificate: viewerCertificate(item),
      },
    );
  }

  #s3Origin(bucket: DataAwsS3Bucket, accessControl: CloudfrontOriginAccessControl) {
    const { originPath, originShield } = this.#item;
    return {
      originId: S3_ORIGIN,
      domainName: bucket.bucketRegionalDomainName,
      originPath,
      originAccessControlId: accessControl.id,
      // Without a region CloudFront refuses it; a rule says that it is not there.
      originShield: originShield?.region
        ? { enabled: true, originShieldRegion: originShield.region }
        : undefined,
    };
  }

  #apiOrigins() {
    const { apiOrigin } = this.#item;
    if (!apiOrigin) return [];
    return [
      {
        originId: API_ORIGIN,
        domainName: apiOrigin.domainName,
        customOriginConfig: {
          originProtocolPolicy: 'https-only',
          originSslProtocols: ['TLSv1.2'],
          httpPort: 80,
          httpsPort: 443,
          originReadTimeout: 30,
          originKeepaliveTimeout: 5,
        },
      },
    ];
  }

  #fileBehavior(policies: Policies | undefined) {
    return {
      targetOriginId: S3_ORIGIN,
      viewerProtocolPolicy: this.#item.viewerProtocolPolicy,
      allowedMethods: ['GET', 'HEAD', 'OPTIONS'],
      cachedMethods: ['GET', 'HEAD'],
      compress: this.#item.compress,
      ...policies,
    };
  }

  /**
   * What CloudFront must be allowed, as a policy of its own in JSON. Not as a data source: Terraform would put off
   * reading it whenever the distribution changes, and every such plan would say that the policy changes too (seen).
   */
  #access(bucket: DataAwsS3Bucket, distribution: CloudfrontDistribution): string {
    const read = {
      Sid: 'AllowCloudFrontRead',
      Effect: 'Allow',
      Principal: { Service: 'cloudfront.amazonaws.com' },
      Action: 's3:GetObject',
      Resource: `${bucket.arn}/*`,
      // Every distribution of every account is the same principal.
      Condition: { StringEquals: { 'AWS:SourceArn': distribution.arn } },
    };
    const insecure = {
      Sid: 'DenyInsecureTransport',
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Resource: [bucket.arn, `${bucket.arn}/*`],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    };
    const isOurs = this.#item.bucketPolicy.owner === 'terraform';
    const place = this.#place(['bucketPolicy'], ['bucket-policy']);
    const policy = { Version: '2012-10-17', Statement: isOurs ? [read, insecure] : [read] };
    this.#roots.aws.local(place, policy);
    return expression(`jsonencode(local.${addressName(place.name)})`);
  }

  #bucketPolicy(bucket: DataAwsS3Bucket, access: string): void {
    const { adopt, bucketPolicy } = this.#item;
    if (bucketPolicy.owner !== 'terraform') return;
    this.#roots.aws.resource(
      S3BucketPolicy,
      {
        ...this.#place(['bucketPolicy']),
        notes: ['This is all of the policy of the bucket: a statement that is not in it goes.'],
        // Imported, a plan shows what the policy held before; created, it would be overwritten unseen.
        importId: adopt && this.#item.bucket,
      },
      { bucket: bucket.id, policy: access },
    );
  }

  #outputs(distribution: CloudfrontDistribution, access: string): void {
    const output = (word: string, value: string, description: string) =>
      this.#roots.aws.output(
        { file: 'outputs', at: ['edge', this.#key], name: [this.#key, word] },
        { value, description },
      );
    output(
      'distribution-id',
      distribution.id,
      `Id of the distribution ${this.#key}, for invalidations after a deploy.`,
    );
    output(
      'domain-name',
      distribution.domainName,
      `Name of the distribution ${this.#key}: what the DNS records of its aliases point to.`,
    );
    output('hosted-zone-id', distribution.hostedZoneId, 'Zone of that name, for alias records in Route 53.');
    if (this.#item.bucketPolicy.owner !== 'elsewhere') return;
    output(
      'bucket-policy',
      access,
      `What the policy of the bucket ${this.#item.bucket} must allow, for whoever owns it (source_policy_documents).`,
    );
  }

  /** @param path inside the item. @param parts of the address, below the item's key */
  #place(path: readonly string[], parts: readonly string[] = []): ResourcePlace {
    const { previousName } = this.#item;
    return {
      file: 'frontend',
      at: ['edge', this.#key, ...path],
      name: [this.#key, ...parts],
      previousName: previousName === undefined ? undefined : [previousName, ...parts],
    };
  }
}

const API_BEHAVIOR = {
  targetOriginId: API_ORIGIN,
  // Not a redirect: it would turn a POST into a GET.
  viewerProtocolPolicy: 'https-only',
  allowedMethods: ['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT'],
  cachedMethods: ['GET', 'HEAD'],
  // CloudFront compresses only what it caches.
  compress: false,
  cachePolicyId: CACHING_DISABLED,
  originRequestPolicyId: ALL_VIEWER_EXCEPT_HOST_HEADER,
};

function cacheControlOf({ name, browserTtl }: Kind): string | undefined {
  if (browserTtl === undefined) return undefined;
  return `public, max-age=${browserTtl}${name === 'hashed' ? ', immutable' : ''}`;
}

function geoRestriction({ geoRestriction: restriction }: EdgeItem) {
  if (!restriction) return { restrictionType: 'none' };
  return { restrictionType: restriction.type, locations: [...restriction.locations] };
}

/** The certificate of CloudFront takes no version: the provider would find another at every plan. */
function viewerCertificate({ certificateArn, minimumTlsVersion }: EdgeItem) {
  if (certificateArn === undefined) return { cloudfrontDefaultCertificate: true };
  return {
    acmCertificateArn: certificateArn,
    sslSupportMethod: 'sni-only',
    minimumProtocolVersion: minimumTlsVersion,
  };
}
