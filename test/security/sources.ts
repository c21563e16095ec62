/** Where the logic of each control was read, on 2026-11-27: the file below its folder, and the commit. */

const CHECKOV = 'bridgecrewio/checkov, checkov/terraform/checks';
const TRIVY = 'aquasecurity/trivy-checks, checks/cloud/aws';
const FSBP = 'turbot/steampipe-mod-aws-compliance, foundational_security';

/** Where the stored text of a control does not say what it is taken for here. */
export const doubts: Readonly<Record<string, string>> = {
  CKV2_AWS_15:
    'the stored version asks every group for the health check; its title speaks of groups behind a load balancer, and we have none',
  CKV_AWS_31: 'the stored version knows auth_token alone; a newer one may take user groups',
  CKV_AWS_157: 'the stored version calls itself CKV_AWS_154; the id is that of the reports of 2026',
  CKV2_AWS_30: 'the stored version joins its conditions with "or", by which everything passes',
  CKV2_AWS_42: 'the stored version calls itself CKV2_AWS_TEST_2',
  CKV2_AWS_56: 'the stored version calls itself CKV2_AWS_51',
  CKV_AWS_46: 'reads aws_instance alone; held for launch templates too',
  'AWS-0131': 'reads aws_instance alone; held for launch templates too',
  'AWS-0008': 'reads launch configurations alone; held for launch templates too',
  'AWS-0009': 'reads launch configurations alone; held for launch templates too',
};

const files: Readonly<Record<string, string>> = {
  CKV_AWS_1: 'data/aws/AdminPolicyDocument.py@1c7aa91',
  CKV_AWS_16: 'resource/aws/RDSEncryption.py@0efdb38',
  CKV_AWS_17: 'resource/aws/RDSPubliclyAccessible.py@1e481cb',
  CKV_AWS_29: 'resource/aws/ElasticacheReplicationGroupEncryptionAtRest.py@1e481cb',
  CKV_AWS_30: 'resource/aws/ElasticacheReplicationGroupEncryptionAtTransit.py@0efdb38',
  CKV_AWS_31: 'resource/aws/ElasticacheReplicationGroupEncryptionAtTransitAuthToken.py@1da8a1d',
  CKV_AWS_34: 'resource/aws/CloudfrontDistributionEncryption.py@1cc2823',
  CKV_AWS_46: 'resource/aws/EC2Credentials.py@06c4da0',
  CKV_AWS_49: 'data/aws/StarActionPolicyDocument.py@019c139',
  CKV_AWS_60: 'resource/aws/IAMRoleAllowsPublicAssume.py@019c139',
  CKV_AWS_62: 'resource/aws/IAMAdminPolicyDocument.py@160c72f',
  CKV_AWS_63: 'resource/aws/IAMStarActionPolicyDocument.py@019c139',
  CKV_AWS_68: 'resource/aws/WAFEnabled.py@1e481cb',
  CKV_AWS_79: 'resource/aws/IMDSv1Disabled.py@1cc2823',
  CKV_AWS_86: 'resource/aws/CloudfrontDistributionLogging.py@1e481cb',
  CKV_AWS_88: 'resource/aws/EC2PublicIP.py@1cc2823',
  CKV_AWS_93: 'resource/aws/S3ProtectAgainstPolicyLockout.py@160c72f',
  CKV_AWS_100: 'resource/aws/EKSNodeGroupRemoteAccess.py@1e481cb',
  CKV_AWS_107: 'data/aws/IAMCredentialsExposure.py@04e91d1',
  CKV_AWS_108: 'data/aws/IAMDataExfiltration.py@1e481cb',
  CKV_AWS_109: 'data/aws/IAMPermissionsManagement.py@1e481cb',
  CKV_AWS_110: 'data/aws/IAMPrivilegeEscalation.py@1e481cb',
  CKV_AWS_111: 'data/aws/IAMWriteAccess.py@1e481cb',
  CKV_AWS_118: 'resource/aws/RDSEnhancedMonitorEnabled.py',
  CKV_AWS_129: 'resource/aws/DBInstanceLogging.py@1cc2823',
  CKV_AWS_133: 'resource/aws/DBInstanceBackupRetentionPeriod.py@06cb953',
  CKV_AWS_153: 'resource/aws/AutoScalingTagging.py@42e80d5',
  CKV_AWS_157: 'resource/aws/RDSMultiAZEnabled.py@2eff154',
  CKV_AWS_161: 'resource/aws/RDSIAMAuthentication.py@b364727',
  CKV_AWS_174: 'resource/aws/CloudfrontTLS12.py@04a1b60',
  CKV_AWS_191: 'resource/aws/ElasticacheReplicationGroupEncryptedWithCMK.py@1fa441c',
  CKV_AWS_211: 'resource/aws/RDSCACertIsRecent.py@3d85bba',
  CKV_AWS_216: 'resource/aws/CloudfrontDistributionEnabled.py@011401f',
  CKV_AWS_226: 'resource/aws/DBInstanceMinorUpgrade.py@a9d7e02',
  CKV_AWS_250: 'resource/aws/RDSPostgreSQLLogFDWExtension.py@18082da',
  CKV_AWS_259: 'resource/aws/CloudFrontResponseHeaderStrictTransportSecurity.py@2fb967d',
  CKV_AWS_274: 'resource/aws/IAMManagedAdminPolicy.py@04c9c28',
  CKV_AWS_275: 'data/aws/IAMManagedAdminPolicy.py@7b24270',
  CKV_AWS_283: 'data/aws/IAMPublicActionsPolicy.py@a4d6a15',
  CKV_AWS_288: 'resource/aws/IAMDataExfiltration.py@c9ea87f',
  CKV_AWS_290: 'resource/aws/IAMWriteAccess.py@8866ae2',
  CKV_AWS_293: 'resource/aws/RDSInstanceDeletionProtection.py@c8e4c9a',
  CKV_AWS_305: 'resource/aws/CloudfrontDistributionDefaultRoot.py@de767b2',
  CKV_AWS_310: 'resource/aws/CloudfrontDistributionOriginFailover.py@89d1b46',
  CKV_AWS_319: 'resource/aws/CloudWatchAlarmsEnabled.py@0cf03a4',
  CKV_AWS_341: 'resource/aws/LaunchTemplateMetadataHop.py@1a7a569',
  CKV_AWS_353: 'resource/aws/RDSInstancePerformanceInsights.py@7e3aa9e',
  CKV_AWS_354: 'resource/aws/RDSInstancePerfInsightsEncryptionWithCMK.py@7367491',
  CKV_AWS_356: 'data/aws/ResourcePolicyDocument.py@270bf45',
  CKV_AWS_374: 'resource/aws/CloudFrontGeoRestrictionDisabled.py@2558282',
  CKV_AWS_388: 'resource/aws/UnpatchedAuroraPostgresDB.py@0f13976',
  CKV2_AWS_15: 'graph_checks/aws/AutoScallingEnabledELB.yaml@473474f',
  CKV2_AWS_30: 'graph_checks/aws/PostgresDBHasQueryLoggingEnabled.yaml@2ee945f',
  CKV2_AWS_32: 'graph_checks/aws/CloudFrontHasResponseHeadersPolicy.yaml@15d8868',
  CKV2_AWS_40: 'graph_checks/aws/IAMPolicyNotAllowFullIAMAccess.yaml@89d1b46',
  CKV2_AWS_42: 'graph_checks/aws/CloudFrontHasCustomSSLCertificate.yaml@2513661',
  CKV2_AWS_46: 'graph_checks/aws/CLoudFrontS3OriginConfigWithOAI.yaml@0d19311',
  CKV2_AWS_47: 'graph_checks/aws/CloudFrontWebACLConfiguredWIthLog4jVulnerability.yaml@89d1b46',
  CKV2_AWS_50: 'graph_checks/aws/ElastiCacheRedisConfiguredAutomaticFailOver.yaml@0d19311',
  CKV2_AWS_54: 'graph_checks/aws/CloudFrontUsesSecureProtocolsForHTTPS.yaml@c021e64',
  CKV2_AWS_56: 'graph_checks/aws/IAMManagedIAMFullAccessPolicy.yaml@061325e',
  CKV2_AWS_60: 'graph_checks/aws/RDSEnableCopyTagsToSnapshot.yaml@0157e51',
  CKV2_AWS_69: 'graph_checks/aws/RDSEncryptionInTransit.yaml@89d1b46',
  CKV2_AWS_72: 'graph_checks/aws/CloudfrontOriginNotHTTPSOnly.yaml@3ab21cd',
  'AWS-0008': 'ec2/as_enable_at_rest_encryption.rego@2d6935f',
  'AWS-0009': 'ec2/no_public_ip.rego@1519c59',
  'AWS-0010': 'cloudfront/enable_logging.rego@3036044',
  'AWS-0011': 'cloudfront/enable_waf.rego@1bf37a4',
  'AWS-0012': 'cloudfront/enforce_https.rego@184f0fa',
  'AWS-0013': 'cloudfront/use_secure_tls_policy.rego@2d6935f',
  'AWS-0045': 'elasticache/enable_at_rest_encryption.rego@15e1055',
  'AWS-0050': 'elasticache/enable_backup_retention.rego@1bf37a4',
  'AWS-0051': 'elasticache/enable_in_transit_encryption.rego@15e1055',
  'AWS-0077': 'rds/specify_backup_retention.rego@15e1055',
  'AWS-0078': 'rds/performance_insights_encryption_customer_key.rego@25a3a83',
  'AWS-0080': 'rds/encrypt_instance_storage_data.rego@15e1055',
  'AWS-0129': 'ec2/as_no_secrets_in_user_data.rego@0185cef',
  'AWS-0130': 'ec2/as_enforce_http_token_imds.rego@201dd53',
  'AWS-0131': 'ec2/enable_at_rest_encryption.rego@1519c59',
  'AWS-0133': 'rds/enable_performance_insights.rego@2d6935f',
  'AWS-0176': 'rds/enable_iam_auth.rego@2d6935f',
  'AWS-0177': 'rds/enable_deletion_protection.rego@15e1055',
  'AWS-0180': 'rds/disable_public_access.rego@06f3555',
};

/** Read as an excerpt, without the name of its file or its commit. */
const excerpts = ['CKV_AWS_61', 'CKV_AWS_70', 'CKV_AWS_289', 'CKV_AWS_315', 'CKV_AWS_355'];

/** By the service of a Foundational Security control. */
const services: Readonly<Record<string, string>> = {
  AutoScaling: 'autoscaling.pp@22a4829',
  CloudFront: 'cloudfront.pp@05693bd',
  EC2: 'ec2.pp',
  ElastiCache: 'elasticache.sp@00b955f',
  IAM: 'iam.pp@22a4829',
  RDS: 'rds.pp@2c7f5b1',
};

/** Taken from a list of ids that the team collected in 2026-08 from Checkov, trivy-checks and steampipe-mod-aws-compliance; nobody has read their logic for this table. */
export const unread: readonly string[] = ['CKV_AWS_286', 'CKV_AWS_287', 'EC2.170', 'KMS.1', 'KMS.2'];

/** `undefined` for an id of which nobody can say where its logic is. */
export function sourceOf(id: string): string | undefined {
  const file = files[id];
  const doubt = doubts[id] === undefined ? '' : ` (${doubts[id]})`;
  if (file !== undefined) return `${id.startsWith('CKV') ? CHECKOV : TRIVY}/${file}${doubt}`;
  if (excerpts.includes(id)) return `${CHECKOV} (an excerpt without its commit)`;
  if (unread.includes(id)) return `unverified: hardening reference, section 2`;
  const service = services[id.split('.')[0] ?? ''];
  return service === undefined ? undefined : `${FSBP}/${service}`;
}
