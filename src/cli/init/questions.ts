/** Something that `init` has to be told: by an option, or by an answer at the terminal. */
export interface Question {
  readonly option: string;
  /** What stands for the value in the help. */
  readonly value: string;
  readonly summary: string;
  /** What the value must look like; the language itself knows more and is asked before anything is written. */
  readonly pattern: RegExp;
  readonly example: string;
  /** What is offered at the terminal, from the answers before. */
  readonly offer?: (answers: Readonly<Record<string, string>>) => string | undefined;
  /** `base`: only as long as there is no base file, which then says it. */
  readonly isNeeded: 'always' | 'base' | 'never';
}

const LIST = /^[^,]+(?:,[^,]+)*$/;
const WORD = /^\S+$/;
const named = (ending: string) => (answers: Readonly<Record<string, string>>) => {
  const cluster = answers['cluster'];
  return cluster === undefined ? undefined : `${cluster}${ending}`;
};

/** In the order in which they are asked. */
export const QUESTIONS: readonly Question[] = [
  {
    option: 'region',
    value: 'REGION',
    summary: 'AWS region',
    pattern: /^[a-z]{2}(?:-[a-z]+){1,3}-[0-9]$/,
    example: 'us-east-1',
    isNeeded: 'base',
  },
  {
    option: 'account-id',
    value: 'ID',
    summary: 'AWS account; the provider then refuses every other',
    pattern: /^[0-9]{12}$/,
    example: '123456789012',
    isNeeded: 'never',
  },
  {
    option: 'cluster',
    value: 'NAME',
    summary: 'name of the EKS cluster',
    pattern: WORD,
    example: 'shop-prod',
    isNeeded: 'always',
  },
  {
    option: 'kubernetes-version',
    value: 'VERSION',
    summary: 'Kubernetes version of the cluster',
    pattern: /^1\.[0-9]{1,2}$/,
    example: '1.35',
    isNeeded: 'base',
  },
  {
    option: 'vpc',
    value: 'NAME|ID',
    summary: 'VPC; the one of the cluster if left out',
    pattern: /^\S(?:.*\S)?$/,
    example: 'shop-prod',
    isNeeded: 'never',
  },
  {
    option: 'subnets',
    value: 'A,B,C',
    summary: 'private subnets, by Name tag or id, one in each zone',
    pattern: LIST,
    example: 'shop-prod-private-a,shop-prod-private-b',
    isNeeded: 'always',
  },
  {
    option: 'node-role',
    value: 'NAME',
    summary: 'name of the IAM role of the nodes',
    pattern: WORD,
    example: 'shop-prod-node',
    offer: named('-node'),
    isNeeded: 'always',
  },
  {
    option: 'state-bucket',
    value: 'NAME',
    summary: 'S3 bucket of the Terraform state; a local file if left out',
    pattern: WORD,
    example: 'shop-terraform-state',
    isNeeded: 'never',
  },
];
