/**
 * What the generated roots ask for. 1.11 is the first Terraform whose S3 backend locks without DynamoDB and
 * without "experimental" (release notes 1.10 and 1.11); the output uses only attributes that the AWS provider
 * has in 5.100 and in 6.x; the Kubernetes bindings are made from 2.38 (2026-11-25).
 */
export const VERSIONS = {
  terraform: '>= 1.11.0, < 2.0.0',
  aws: { source: 'hashicorp/aws', version: '>= 5.100.0, < 7.0.0' },
  kubernetes: { source: 'hashicorp/kubernetes', version: '~> 2.38' },
} as const;
