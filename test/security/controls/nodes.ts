import { asked, type Control, on } from '../control.ts';
import { at, blocks, isTrue, type Resource, type Tree } from '../tree.ts';

/** The text of the user data, which stands in a local value. */
function userDataOf({ body }: Resource, { locals }: Tree): string {
  const name = /local\.([a-z0-9_]+)/.exec(String(body['user_data'] ?? ''))?.[1];
  return name === undefined ? '' : String(locals[name]);
}

const SECRET = /A(?:KI|SI)A[A-Z0-9]{16}|aws_secret_access_key|password|BEGIN [A-Z ]*PRIVATE KEY/i;

export const nodeControls: readonly Control[] = [
  {
    ids: ['CKV_AWS_79', 'AWS-0130', 'EC2.170', 'AutoScaling.3'],
    type: 'aws_launch_template',
    asks: 'IMDSv2 alone',
    holds: ({ body }) => at(body, 'metadata_options', 'http_tokens') === 'required',
    status: on,
  },
  {
    ids: ['CKV_AWS_341'],
    type: 'aws_launch_template',
    asks: 'the metadata service answers one hop far',
    holds: ({ body }) => at(body, 'metadata_options', 'http_put_response_hop_limit') === 1,
    status: on,
  },
  {
    ids: ['CKV_AWS_88', 'AWS-0009', 'EC2.25'],
    type: 'aws_launch_template',
    asks: 'no public address',
    // Without an interface it is the subnet that decides; those of the foundation are private.
    holds: ({ body }) =>
      blocks(body, 'network_interfaces').every(
        (network) => String(network['associate_public_ip_address']) === 'false',
      ),
    status: on,
  },
  {
    ids: ['AWS-0008', 'AWS-0131', 'EC2.181'],
    type: 'aws_launch_template',
    asks: 'every volume is encrypted',
    holds: ({ body }) => {
      const devices = blocks(body, 'block_device_mappings');
      return devices.length > 0 && devices.every((device) => isTrue(at(device, 'ebs', 'encrypted')));
    },
    status: on,
  },
  {
    ids: ['CKV_AWS_46', 'AWS-0129'],
    type: 'aws_launch_template',
    asks: 'no secrets in the user data',
    holds: (resource, tree) => !SECRET.test(userDataOf(resource, tree)),
    status: on,
  },
  {
    ids: ['CKV_AWS_153'],
    type: 'aws_autoscaling_group',
    asks: 'instances carry the tags',
    holds: ({ body }) => {
      const tags = blocks(body, 'tag');
      return tags.length > 0 && tags.every((tag) => tag['propagate_at_launch'] === true);
    },
    status: on,
  },
  {
    ids: ['CKV_AWS_315', 'AutoScaling.9'],
    type: 'aws_autoscaling_group',
    asks: 'a launch template',
    holds: ({ body }) =>
      body['launch_template'] !== undefined ||
      at(body, 'mixed_instances_policy', 'launch_template') !== undefined,
    status: on,
  },
  {
    ids: ['AutoScaling.2'],
    type: 'aws_autoscaling_group',
    asks: 'several zones',
    // All subnets of the foundation; outside dev a precondition refuses a plan with a single one.
    holds: ({ body }) => body['vpc_zone_identifier'] === '${local.private_subnet_ids}',
    status: on,
  },
  {
    ids: ['AutoScaling.6'],
    type: 'aws_autoscaling_group',
    asks: 'several instance types',
    holds: ({ body }) => blocks(at(body, 'mixed_instances_policy', 'launch_template'), 'override').length > 1,
    status: asked(
      'autoScalingGroups.*.instanceTypes',
      'the spec names the types; few-spot-types asks for three where they are spot',
    ),
  },
  {
    ids: ['CKV2_AWS_15', 'AutoScaling.1'],
    type: 'aws_autoscaling_group',
    asks: 'behind a load balancer, its health check',
    // Load balancers of EKS reach pods and know no group.
    holds: ({ body }) =>
      ['load_balancers', 'target_group_arns', 'traffic_source'].every((name) => body[name] === undefined),
    status: on,
  },
  {
    ids: ['CKV_AWS_100'],
    type: 'aws_eks_node_group',
    asks: 'no SSH from everywhere',
    holds: ({ body }) => body['remote_access'] === undefined,
    status: on,
  },
];
