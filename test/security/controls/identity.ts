import { type Control, on } from '../control.ts';
import { statementsOf } from '../policies.ts';
import { blocks } from '../tree.ts';

/** Actions that only look, and for which AWS knows no resource to restrict them to. */
const ONLY_LOOKS = /^(?:autoscaling|ec2):(?:Describe|GetInstanceTypesFromInstanceRequirements)/;

export const identityControls: readonly Control[] = [
  {
    ids: ['CKV_AWS_1', 'CKV_AWS_49', 'CKV_AWS_62', 'CKV_AWS_63', 'CKV2_AWS_40', 'IAM.1', 'IAM.21'],
    type: 'policy',
    asks: 'no action with a *',
    holds: (policy) =>
      statementsOf(policy).every(({ actions }) => actions.every((action) => !action.includes('*'))),
    status: on,
  },
  {
    ids: [
      ...['CKV_AWS_107', 'CKV_AWS_108', 'CKV_AWS_109', 'CKV_AWS_110', 'CKV_AWS_111', 'CKV_AWS_286'],
      ...['CKV_AWS_287', 'CKV_AWS_288', 'CKV_AWS_289', 'CKV_AWS_290', 'CKV_AWS_355', 'CKV_AWS_356'],
      ...['KMS.1', 'KMS.2'],
    ],
    type: 'policy',
    asks: 'what holds for all resources only looks; what writes or reads secrets names its resource',
    holds: (policy) =>
      statementsOf(policy).every(
        ({ actions, resources }) =>
          !resources.includes('*') || actions.every((action) => ONLY_LOOKS.test(action)),
      ),
    status: on,
  },
  {
    ids: ['CKV_AWS_60', 'CKV_AWS_61', 'CKV_AWS_283'],
    type: 'trust',
    asks: 'one service account of one cluster may take the role, no AWS account',
    holds: (policy) =>
      statementsOf(policy).every(
        ({ principals, isConditional }) =>
          isConditional && principals.every((principal) => !principal.startsWith('AWS ')),
      ),
    status: on,
  },
  {
    ids: ['CKV_AWS_274', 'CKV_AWS_275', 'CKV2_AWS_56'],
    type: 'aws_iam_role',
    asks: 'no managed policy, least of all of an administrator',
    holds: ({ body }, { resources }) =>
      blocks(body, 'managed_policy_arns').length === 0 &&
      resources.every(({ type }) => !type.endsWith('_policy_attachment')),
    status: on,
  },
  {
    ids: ['CKV_AWS_319'],
    type: 'aws_cloudwatch_metric_alarm',
    asks: 'actions are enabled',
    holds: ({ body }) => body['actions_enabled'] !== false,
    status: on,
  },
];
