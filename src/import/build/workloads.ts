import type { AutoscalerFacts, DeploymentFacts } from '../facts.ts';
import type { View } from '../view.ts';
import { behaviorOf } from './behavior.ts';
import { type Building, type Tell, tellAbout } from './building.ts';
import { type Metric, metricsOf } from './metrics.ts';
import { Keys } from './names.ts';
import { budgetOf, resourcesOf, rolloutOf, selectorOf } from './pods.ts';
import type { ItemBuilder } from './spec-tree.ts';

/**
 * A workload for each autoscaler of a Deployment. The image stays out of it: with an image elastiform would manage the
 * whole Deployment, of which the language can say only a part, and the first plan would take the rest away.
 */
export function buildWorkloads(building: Building): void {
  const { facts, notes } = building;
  const keys = new Keys(notes, 'workloads', building.subjects);
  const scaled = new Set<string>();
  for (const autoscaler of facts.autoscalers) {
    const subject = `HorizontalPodAutoscaler ${autoscaler.id}`;
    const tell = tellAbout(notes, subject);
    const target = autoscaler.body.view('spec').view('scaleTargetRef').text('name');
    const id = `${autoscaler.namespace}/${target}`;
    const read = readAutoscaler(autoscaler);
    const refusal = scaled.has(id) ? `another autoscaler moves the Deployment ${id}, too` : read.refusal;
    if (refusal !== undefined || target === undefined || !read.metrics) {
      tell('not-imported', refusal ?? 'it names no target');
      continue;
    }
    scaled.add(id);
    const deployment = facts.deployments.find((each) => each.id === id);
    const item = building.spec.at('workloads', keys.keyFor(target, subject));
    describe(item, autoscaler, target, read.metrics);
    describePods(item, deployment, building, tell);
  }
  for (const { id, name } of facts.deployments) {
    if (scaled.has(id) || isClusterAutoscaler(name)) continue;
    const text =
      'no imported HorizontalPodAutoscaler scales it: replicas: N would make one, and image would take the Deployment over';
    tellAbout(notes, `Deployment ${id}`)('not-imported', text);
  }
}

/** As its Helm chart and its manifests name it, with the release before it. */
export function isClusterAutoscaler(deployment: string): boolean {
  return /(?:^|-)cluster-autoscaler$/.test(deployment);
}

interface Read {
  readonly refusal?: string;
  readonly metrics?: readonly Metric[];
}

function readAutoscaler({ body }: AutoscalerFacts): Read {
  const spec = body.view('spec');
  const target = spec.view('scaleTargetRef');
  const owner = ownerOf(body.view('metadata'));
  if (owner !== undefined) return { refusal: `${owner} owns it and would fight with Terraform over it` };
  if (target.text('kind') !== 'Deployment')
    return {
      refusal: `it scales a ${target.text('kind') ?? 'thing without a kind'}; the language has Deployments`,
    };
  if (spec.number('maxReplicas') === undefined)
    return { refusal: 'maxReplicas is missing: the input is cut' };
  const behavior = behaviorOf(spec.view('behavior'));
  if ('problem' in behavior) return { refusal: `the language cannot say its behavior: ${behavior.problem}` };
  const metrics = metricsOf(spec.views('metrics'));
  if ('problem' in metrics) return { refusal: `the language cannot say its metrics: ${metrics.problem}` };
  return { metrics: metrics.metrics };
}

function ownerOf(metadata: View): string | undefined {
  const [owner] = metadata.views('ownerReferences');
  if (owner) return `${owner.text('kind') ?? 'Something'} ${owner.text('name') ?? ''}`.trim();
  const manager = metadata.view('labels').text('app.kubernetes.io/managed-by');
  return manager === 'keda-operator' ? 'KEDA' : undefined;
}

function describe(
  item: ItemBuilder,
  { name, namespace, body }: AutoscalerFacts,
  target: string,
  metrics: readonly Metric[],
): void {
  const spec = body.view('spec');
  item.set('adopt', true);
  item.unlessDefault('name', target);
  item.unlessDefault('namespace', namespace);
  item.unlessDefault('autoscaling.name', name);
  // One pod is what Kubernetes takes when nobody says a number.
  item.set('autoscaling.minReplicas', spec.number('minReplicas') ?? 1);
  item.set('autoscaling.maxReplicas', spec.number('maxReplicas'));
  for (const { key, fields } of metrics) {
    const metric = item.inside('autoscaling', 'metrics', key);
    for (const [path, value] of fields) {
      metric.inside(...path.slice(0, -1)).setLiteral(path.at(-1) ?? '', value);
    }
  }
  const behavior = behaviorOf(spec.view('behavior'));
  if ('fields' in behavior)
    for (const [key, value] of behavior.fields) item.set(`autoscaling.behavior.${key}`, value);
}

function describePods(
  item: ItemBuilder,
  deployment: DeploymentFacts | undefined,
  { facts, notes }: Building,
  tell: Tell,
): void {
  if (!deployment) {
    item.set('podDisruptionBudget', false);
    return void tell(
      'told',
      'its Deployment is not in the input, so the spec does not know what a pod requests',
    );
  }
  const about = tellAbout(notes, `Deployment ${deployment.id}`);
  resourcesOf(deployment.body, item, about);
  rolloutOf(deployment.body, item);
  const selector = selectorOf(deployment.body);
  for (const [key, value] of selector ?? []) item.inside('podSelector').setLiteral(key, value);
  budgetOf(facts.budgets, deployment, selector, item, about);
}
