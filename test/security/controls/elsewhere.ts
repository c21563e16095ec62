import type { Elsewhere } from '../control.ts';

/** What the hardening reference lists beyond that: it becomes ours when a component makes such a resource. */
export const elsewhere: readonly Elsewhere[] = [
  {
    ids: ['CKV_AWS_37', 'CKV_AWS_38', 'CKV_AWS_39', 'CKV_AWS_58', 'CKV_AWS_339'].concat([
      ...['AWS-0038', 'AWS-0039', 'AWS-0040', 'AWS-0041', 'EKS.1', 'EKS.2', 'EKS.8'],
    ]),
    types: ['aws_eks_cluster'],
    why: 'the cluster exists (foundation.cluster)',
  },
  {
    ids: ['CKV_AWS_23', 'CKV2_AWS_5', 'AWS-0099', 'AWS-0104', 'AWS-0107', 'AWS-0124', 'EC2.18', 'EC2.19'],
    types: ['aws_security_group', 'aws_security_group_rule', 'aws_vpc_security_group_egress_rule'],
    why: 'security groups exist (foundation.securityGroups), and no rule is made',
  },
  {
    ids: ['CKV_AWS_7', 'CKV_AWS_33', 'CKV_AWS_227', 'CKV2_AWS_64', 'AWS-0065'],
    types: ['aws_kms_key'],
    why: 'keys exist (kmsKeyId)',
  },
  {
    ids: ['CKV_AWS_66', 'CKV_AWS_158', 'CKV_AWS_338', 'AWS-0017'],
    types: ['aws_cloudwatch_log_group'],
    why: 'RDS makes its log groups itself; those of caches exist',
  },
  {
    ids: ['CKV_AWS_27', 'CKV_AWS_168', 'CKV2_AWS_73', 'AWS-0096', 'AWS-0135'],
    types: ['aws_sqs_queue', 'aws_sqs_queue_policy'],
    why: 'queues exist (alarms.queues)',
  },
  { ids: ['CKV2_AWS_23'], types: ['aws_route53_record'], why: 'DNS records are made elsewhere' },
  {
    ids: ['AWS-0028', 'AWS-0029'],
    types: ['aws_instance'],
    why: 'instances come from launch templates, which are looked at above',
  },
  { ids: ['AWS-0026'], types: ['aws_ebs_volume'], why: 'volumes come from launch templates' },
  {
    ids: ['AWS-0079', 'AWS-0343'],
    types: ['aws_rds_cluster'],
    why: 'Aurora is another kind (decision 14)',
  },
  {
    ids: ['AutoScaling.4', 'AutoScaling.5'],
    types: ['aws_launch_configuration'],
    why: 'groups have launch templates',
  },
];
