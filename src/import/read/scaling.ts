import type { Facts } from '../facts.ts';
import type { ScaledDimension } from '../facts-of-parts.ts';
import type { View } from '../view.ts';

const RESOURCE = /^replication-group\/(.+)$/;
const DIMENSION = /^elasticache:replication-group:(NodeGroups|Replicas)$/;

/** What Application Auto Scaling moves. */
interface Scaled {
  readonly replicationGroup: string;
  readonly dimension: ScaledDimension;
}

/** `aws application-autoscaling describe-scalable-targets`. @source botocore 1.43.11, API model */
export function readScalableTargets(answer: View, facts: Facts): void {
  for (const view of answer.views('ScalableTargets')) {
    const scaled = scaledBy(view.text('ResourceId'), view.text('ScalableDimension'), facts);
    if (scaled) addTarget(scaled, view.number('MinCapacity'), view.number('MaxCapacity'), facts);
  }
}

/** `aws application-autoscaling describe-scaling-policies`. */
export function readScalingPolicies(answer: View, facts: Facts): void {
  for (const view of answer.views('ScalingPolicies')) {
    const group = view.text('AutoScalingGroupName');
    if (group !== undefined) {
      const subject = `scaling policy ${view.text('PolicyName') ?? '?'} of the Auto Scaling group ${group}`;
      const text = 'the language has none: Cluster Autoscaler or Terraform owns the number of nodes';
      facts.notes.push({ kind: 'not-imported', subject, text });
      continue;
    }
    const scaled = scaledBy(view.text('ResourceId'), view.text('ScalableDimension'), facts);
    const tracking = view.view('TargetTrackingScalingPolicyConfiguration');
    const predefined = tracking.view('PredefinedMetricSpecification');
    if (!scaled) continue;
    addPolicy(scaled, facts, {
      name: view.text('PolicyName'),
      type: view.text('PolicyType'),
      metric: predefined.text('PredefinedMetricType'),
      targetPercent: tracking.number('TargetValue'),
      isScaleInDisabled: tracking.flag('DisableScaleIn'),
    });
  }
}

/** Attributes of `aws_appautoscaling_target`. @source terraform-provider-aws 5.100, schemas */
export function readTargetResource(view: View, facts: Facts): void {
  const scaled = scaledBy(view.text('resource_id'), view.text('scalable_dimension'), facts);
  if (scaled) addTarget(scaled, view.number('min_capacity'), view.number('max_capacity'), facts);
}

/** Attributes of `aws_appautoscaling_policy`. */
export function readPolicyResource(view: View, facts: Facts): void {
  const scaled = scaledBy(view.text('resource_id'), view.text('scalable_dimension'), facts);
  const tracking = view.views('target_tracking_scaling_policy_configuration')[0];
  const predefined = tracking?.views('predefined_metric_specification')[0];
  if (!scaled) return;
  addPolicy(scaled, facts, {
    name: view.text('name'),
    type: view.text('policy_type'),
    metric: predefined?.text('predefined_metric_type'),
    targetPercent: tracking?.number('target_value'),
    isScaleInDisabled: tracking?.flag('disable_scale_in'),
  });
}

function scaledBy(resource = '?', dimension = '?', { notes }: Facts): Scaled | undefined {
  const [, replicationGroup] = RESOURCE.exec(resource) ?? [];
  const [, word] = DIMENSION.exec(dimension) ?? [];
  if (replicationGroup !== undefined && (word === 'NodeGroups' || word === 'Replicas'))
    return { replicationGroup, dimension: word };
  const text = `Application Auto Scaling moves its ${dimension}, and the language has that for caches alone`;
  notes.push({ kind: 'not-imported', subject: `scaling of ${resource}`, text });
  return undefined;
}

function addTarget(scaled: Scaled, min: number | undefined, max: number | undefined, facts: Facts): void {
  const id = `${scaled.replicationGroup} ${scaled.dimension}`;
  facts.scalingTargets.push({ id, arn: undefined, ...scaled, min, max });
}

function addPolicy(
  scaled: Scaled,
  facts: Facts,
  {
    name,
    ...policy
  }: Omit<Facts['scalingPolicies'][number], 'id' | 'arn' | 'name' | keyof Scaled> & {
    readonly name: string | undefined;
  },
): void {
  if (name === undefined) return;
  const id = `${scaled.replicationGroup} ${scaled.dimension} ${name}`;
  facts.scalingPolicies.push({ id, arn: undefined, ...scaled, name, ...policy });
}
