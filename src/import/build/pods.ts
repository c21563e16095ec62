import { formatCpu } from '../../compiler/quantity/cpu.ts';
import { formatMemory } from '../../compiler/quantity/memory.ts';
import type { BudgetFacts, DeploymentFacts } from '../facts.ts';
import type { View } from '../view.ts';
import type { Tell } from './building.ts';
import { KIBI, readQuantity } from './quantity.ts';
import type { ItemBuilder } from './spec-tree.ts';

/** What one pod asks for: the sum over its containers, or nothing where one of them does not say. */
export function resourcesOf(deployment: View, item: ItemBuilder, tell: Tell): void {
  const pod = deployment.view('spec').view('template').view('spec');
  const containers = pod.views('containers');
  for (const kind of ['requests', 'limits'] as const) {
    for (const resource of ['cpu', 'memory'] as const) {
      const amounts = containers.map((container) => {
        const amount = container.view('resources').view(kind);
        return readQuantity(amount.text(resource) ?? amount.number(resource));
      });
      const known = amounts.filter((amount) => amount !== undefined);
      if (known.length < amounts.length && known.length > 0)
        tell('told', `not every container has ${resource} in ${kind}, so the spec leaves it out`);
      if (known.length === 0 || known.length < amounts.length) continue;
      const sum = known.reduce((total, amount) => total + amount, 0);
      item.set(`resources.${kind}.${resource}`, format(resource, sum));
    }
  }
}

function format(resource: 'cpu' | 'memory', sum: number): string | undefined {
  if (sum <= 0) return undefined;
  return resource === 'cpu'
    ? formatCpu(Math.ceil(sum * 1000 - 1e-6))
    : formatMemory(Math.ceil(sum / KIBI) * KIBI);
}

export function rolloutOf(deployment: View, item: ItemBuilder): void {
  const strategy = deployment.view('spec').view('strategy');
  if (strategy.text('type') === 'Recreate') {
    item.set('rollout.maxSurge', '0');
    item.set('rollout.maxUnavailable', '100%');
    return;
  }
  const rolling = strategy.view('rollingUpdate');
  for (const key of ['maxSurge', 'maxUnavailable']) {
    const value = rolling.text(key) ?? rolling.number(key);
    // What Kubernetes takes where nobody says anything.
    item.unlessDefault(`rollout.${key}`, value === undefined ? '25%' : String(value));
  }
}

/** The labels of a selector; undefined where it has expressions, which the language cannot say. */
export function selectorOf(object: View): ReadonlyMap<string, string> | undefined {
  const selector = object.view('spec').view('selector');
  const labels = selector.view('matchLabels');
  if (selector.views('matchExpressions').length > 0 || labels.keys().length === 0) return undefined;
  return new Map(labels.keys().map((key) => [key, labels.text(key) ?? '']));
}

/** The budget with the selector of the Deployment; without one there shall be none after the first plan, either. */
export function budgetOf(
  budgets: readonly BudgetFacts[],
  { namespace }: DeploymentFacts,
  selector: ReadonlyMap<string, string> | undefined,
  item: ItemBuilder,
  tell: Tell,
): void {
  const wanted = selector && JSON.stringify([...selector]);
  const found = budgets.find((budget) => {
    const own = selectorOf(budget.body);
    return budget.namespace === namespace && own !== undefined && JSON.stringify([...own]) === wanted;
  });
  const spec = found?.body.view('spec');
  const most = spec?.text('maxUnavailable') ?? spec?.number('maxUnavailable');
  if (!found || most === undefined) {
    item.set('podDisruptionBudget', false);
    if (found)
      tell('not-imported', `its PodDisruptionBudget ${found.name}: the language has no minAvailable`);
    else
      tell(
        'told',
        'no PodDisruptionBudget with its selector is in the input; podDisruptionBudget: {} makes one',
      );
    return;
  }
  item.set('podDisruptionBudget.adopt', true);
  item.set('podDisruptionBudget.maxUnavailable', String(most));
  item.unlessDefault('podDisruptionBudget.name', found.name);
}
