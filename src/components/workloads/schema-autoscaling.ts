import { byTier, derived, optional } from '../../compiler/language/fallback.ts';
import type { ModelOf } from '../../compiler/language/field.ts';
import { choice, flag, integer, section, text } from '../../compiler/language/fields.ts';
import type { Scope } from '../../compiler/language/scope.ts';
import { share } from '../../compiler/quantity/share.ts';
import { DNS_SUBDOMAIN, DNS_SUBDOMAIN_MEANING } from './kubernetes-names.ts';
import { behavior } from './schema-behavior.ts';
import { metrics } from './schema-metric.ts';

/** Far above what a cluster can run, so that only a slip of the keyboard meets it. */
const MOST_REPLICAS = 100_000;

/** Everything about the HorizontalPodAutoscaler of one workload. */
export const autoscaling = section(
  {
    minReplicas: byTier(
      integer({
        description: 'Pods that there always are. It is also what a schedule raises and lowers.',
        example: 3,
        minimum: 0,
        maximum: MOST_REPLICAS,
      }),
      { dev: 1, staging: 2, prod: 3 },
      'one pod is enough to try things, two survive the loss of one, three are one for each zone',
    ),
    maxReplicas: integer({
      description:
        'Most pods there may be. Node capacity and database connections are checked against this number.',
      example: 20,
      minimum: 1,
      maximum: MOST_REPLICAS,
    }),
    minReplicasOwner: derived(
      choice(['terraform', 'schedule'], {
        description:
          'Who may change minReplicas after the first apply. With schedule, the value here is the initial one, and later plans leave it alone.',
      }),
      'schedule if a schedule has a floor for the workload, or if traffic has events that reach it; else terraform',
      (scope) => (hasFloor(scope) || hasEvent(scope) ? 'schedule' : 'terraform'),
    ),
    metrics,
    behavior: optional(behavior, 'Kubernetes decides: at most doubling (or 4 pods) at a time, down after 5m'),
    name: derived(
      text({
        description: 'Name of the HorizontalPodAutoscaler.',
        example: 'blockchain-backend-hpa',
        pattern: DNS_SUBDOMAIN,
        patternMeaning: DNS_SUBDOMAIN_MEANING,
        maxLength: 253,
      }),
      '<name of the workload>-hpa',
      (scope) => `${scope.get('name')}-hpa`,
    ),
    adopt: optional(
      flag({
        description:
          'Whether the HorizontalPodAutoscaler exists already, where that differs from the Deployment.',
        example: false,
      }),
      'as adopt of the workload says',
    ),
  },
  {
    description: 'Lets a HorizontalPodAutoscaler own the number of pods, between two bounds.',
    example: { minReplicas: 3, maxReplicas: 20, metrics: { cpu: { averageUtilization: '70%' } } },
  },
);

export type Autoscaling = ModelOf<typeof autoscaling>;

function hasFloor(scope: Scope): boolean {
  const target = `workloads.${scope.keys[0]}`;
  return scope
    .rootKeys('schedules')
    .some((name) => scope.rootKeys('schedules', name, 'floors').includes(target));
}

/** A share of 0% says that its pods do not follow the traffic. */
function hasEvent(scope: Scope): boolean {
  const written = scope.getRoot(`traffic.workloads.${scope.keys[0]}.share`) ?? '100%';
  const read = share.parse(String(written));
  return scope.rootKeys('traffic', 'events').length > 0 && read.ok && read.value > 0;
}
