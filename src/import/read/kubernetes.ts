import type { Facts } from '../facts.ts';
import type { View } from '../view.ts';

/** `kubectl get hpa,deploy,pdb -o yaml` or `-o json`: a List, or objects one by one. */
export function readKubernetes(view: View, facts: Facts): void {
  const kind = view.text('kind') ?? '';
  if (kind.endsWith('List')) {
    for (const item of view.views('items')) readKubernetes(item, facts);
    return;
  }
  const metadata = view.view('metadata');
  const name = metadata.text('name');
  const namespace = metadata.text('namespace') ?? 'default';
  const subject = `${kind} ${namespace}/${name ?? '?'}`;
  const refuse = (text: string) => facts.notes.push({ kind: 'not-imported', subject, text });
  if (name === undefined) return void refuse('it has no name');
  const fact = { id: `${namespace}/${name}`, arn: undefined, namespace, name, body: view };
  if (kind === 'HorizontalPodAutoscaler') {
    if (view.text('apiVersion') === 'autoscaling/v2') return void facts.autoscalers.push(fact);
    return void refuse(
      `${view.text('apiVersion')} hides most metrics: use kubectl get horizontalpodautoscalers.v2.autoscaling`,
    );
  }
  if (kind === 'Deployment') return void facts.deployments.push(fact);
  if (kind === 'PodDisruptionBudget') return void facts.budgets.push(fact);
  refuse('this kind is not in the language');
}
