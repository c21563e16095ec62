import type { Rule } from '../../../compiler/rules/rule.ts';
import type { Edge } from '../schema.ts';
import { aliasWithoutCertificate } from './alias-without-certificate.ts';
import { apiOriginIsAlias } from './api-origin-is-alias.ts';
import { browserKeepsLonger } from './browser-keeps-longer.ts';
import { bucketPolicyTwice } from './bucket-policy-twice.ts';
import { certificateRegion } from './certificate-region.ts';
import { duplicateAlias } from './duplicate-alias.ts';
import { duplicateName } from './duplicate-name.ts';
import { errorPageHidesApi } from './error-page-hides-api.ts';
import { errorResponseCode } from './error-response-code.ts';
import { htmlCachedLong } from './html-cached-long.ts';
import { kindTaken } from './kind-taken.ts';
import { logsInServedBucket } from './logs-in-served-bucket.ts';
import { nameTooLong } from './name-too-long.ts';
import { noSecurityHeaders } from './no-security-headers.ts';
import { oldTlsPolicy } from './old-tls-policy.ts';
import { originShieldRegion } from './origin-shield-region.ts';
import { patternTakesEverything } from './pattern-takes-everything.ts';
import { policyQuota } from './policy-quota.ts';
import { preloadNeeds } from './preload-needs.ts';
import { renameChangesName } from './rename-changes-name.ts';
import { repeatedPattern } from './repeated-pattern.ts';
import { requestRate } from './request-rate.ts';
import { tlsVersionIgnored } from './tls-version-ignored.ts';
import { tooManyBehaviors } from './too-many-behaviors.ts';
import { ttlOrder } from './ttl-order.ts';

/** All rules about the edge alone, by code. */
export const rules: readonly Rule<Edge>[] = [
  aliasWithoutCertificate,
  apiOriginIsAlias,
  browserKeepsLonger,
  bucketPolicyTwice,
  certificateRegion,
  duplicateAlias,
  duplicateName,
  errorPageHidesApi,
  errorResponseCode,
  htmlCachedLong,
  kindTaken,
  logsInServedBucket,
  nameTooLong,
  noSecurityHeaders,
  oldTlsPolicy,
  originShieldRegion,
  patternTakesEverything,
  policyQuota,
  preloadNeeds,
  renameChangesName,
  repeatedPattern,
  requestRate,
  tlsVersionIgnored,
  tooManyBehaviors,
  ttlOrder,
];
