import { defaulted, derived, optional } from '../../../compiler/language/fallback.ts';
import { choice, flag, integer, quantity, section, text } from '../../../compiler/language/fields.ts';

const allocated = quantity('storage', {
  description:
    'Disk space in GiB. Where storage starts when RDS grows it (owner rds-autoscaling); what it is when Terraform owns it. RDS never shrinks a disk.',
  example: '200GiB',
});

const max = optional(
  quantity('storage', {
    description:
      'The largest disk, in GiB, to which RDS may grow the storage by itself (max_allocated_storage). At least 110 % of allocated.',
    example: '500GiB',
  }),
  'RDS does not grow the storage',
);

const owner = derived(
  choice(['rds-autoscaling', 'terraform'], {
    description:
      'Who may change the size of the disk. rds-autoscaling: RDS grows it up to max and Terraform leaves the growth alone. terraform: the size is what allocated says.',
    example: 'rds-autoscaling',
  }),
  'rds-autoscaling where max is set, else terraform',
  (scope) => (scope.get('storage.max') === undefined ? 'terraform' : 'rds-autoscaling'),
);

/** The disk of a database. */
export const storage = section(
  {
    allocated,
    max,
    owner,
    type: defaulted(
      choice(['gp3', 'gp2', 'io1', 'io2'], {
        description: 'Type of the volumes (storage_type).',
        example: 'gp3',
      }),
      'gp3',
      'a baseline of 3,000 IOPS that does not run out, as the credits of gp2 do',
    ),
    iops: optional(
      integer({
        description:
          'Provisioned input/output operations a second. io1 and io2 need it; gp3 takes it from 400 GiB on (12,000 to 64,000).',
        example: 12000,
        minimum: 1000,
        maximum: 256000,
      }),
      'gp3 has its baseline and gp2 follows the size',
    ),
    throughput: optional(
      integer({
        description:
          'Provisioned throughput in MiB a second, for gp3 from 400 GiB on (500 to 4,000, at most a quarter of iops).',
        example: 500,
        minimum: 500,
        maximum: 4000,
      }),
      'the baseline of gp3',
    ),
    encrypted: defaulted(
      flag({
        description:
          'Encryption at rest. It cannot be changed later, so false is only for a database that is adopted as it is.',
        example: true,
      }),
      true,
      'RDS.3 and CKV_AWS_16: a snapshot or a disk that leaves the account is unreadable',
    ),
    kmsKeyId: optional(
      text({
        description: 'ARN of the KMS key of the disk. Changing it replaces the database.',
        example: 'arn:aws:kms:us-east-1:123456789012:key/11111111-2222-3333-4444-555555555555',
        pattern: '^arn:aws[a-z-]{0,10}:kms:[a-z0-9-]{1,32}:[0-9]{12}:key/[A-Za-z0-9-]{1,64}$',
        patternMeaning: 'the ARN of a KMS key',
      }),
      'the key aws/rds of the account; for an adopted database the key it has',
    ),
  },
  {
    description: 'The disk of the database and who may change its size.',
    example: { allocated: '200GiB', max: '500GiB' },
  },
);
