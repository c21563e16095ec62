/** Terraform merges `*_override.tf.json` over the other files, so the generated tree stays byte-identical. */
export const overrideFile = 'elastiform_e2e_override.tf.json';

/**
 * Every service that a generated root, the fixture or a lookup may call; an address left out here would
 * be the real AWS, so `AWS_ENDPOINT_URL` names the mock for all others too.
 */
const services = [
  'applicationautoscaling',
  'autoscaling',
  'budgets',
  'cloudfront',
  'cloudwatch',
  'ec2',
  'eks',
  'elasticache',
  'iam',
  'kms',
  'lambda',
  'logs',
  'rds',
  'route53',
  's3',
  'secretsmanager',
  'sns',
  'sqs',
  'ssm',
  'sts',
] as const;

export interface Override {
  /** Of the mock AWS; absent for roots that never leave the machine (`validate`, `fmtCheck`). */
  readonly endpoint?: string;
  /** Where the state goes, in place of the S3 backend. */
  readonly statePath: string;
  /** `alias` of further `provider "aws"` blocks; each needs an override of its own. */
  readonly aliases?: readonly string[];
}

export function renderOverride({ endpoint, statePath, aliases = [] }: Override): string {
  const provider = {
    access_key: 'test',
    secret_key: 'test',
    // Not skip_requesting_account_id: allowed_account_ids is part of what is tested.
    skip_credentials_validation: true,
    skip_metadata_api_check: true,
    skip_region_validation: true,
    s3_use_path_style: true,
    // What the mock lacks answers 500; the default of 25 retries would hang for minutes,
    // and none would fail on a connection that a busy machine drops.
    max_retries: 4,
    ...(endpoint && { endpoints: Object.fromEntries(services.map((service) => [service, endpoint])) }),
  };
  const override = {
    terraform: { backend: { local: { path: statePath } } },
    provider: { aws: [provider, ...aliases.map((alias) => ({ alias, ...provider }))] },
  };
  return `${JSON.stringify(override, null, 2)}\n`;
}
