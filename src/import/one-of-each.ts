import type { Facts } from './facts.ts';
import { View } from './view.ts';

/**
 * Every thing once, sorted by id, whatever the order of the files. What is told twice in different words is told by
 * the first by its text, and a note says so.
 */
export function oneOfEach(facts: Facts): Facts {
  const notes = [...facts.notes];
  const unique = <T extends { readonly id: string }>(list: readonly T[], what: string): T[] => {
    const byId = new Map<string, [text: string, fact: T]>();
    for (const fact of list) {
      const text = textOf(fact);
      const known = byId.get(fact.id);
      if (known && known[0] !== text)
        notes.push({
          kind: 'told',
          subject: `${what} ${fact.id}`,
          text: 'the input tells of it twice, and not the same',
        });
      if (!known || text < known[0]) byId.set(fact.id, [text, fact]);
    }
    return [...byId.values()].map(([, fact]) => fact).sort((a, b) => (a.id < b.id ? -1 : 1));
  };
  return {
    databases: unique(facts.databases, 'DB instance'),
    caches: unique(facts.caches, 'replication group'),
    cacheNodes: unique(facts.cacheNodes, 'cache cluster'),
    subnetGroups: unique(facts.subnetGroups, 'subnet group'),
    parameters: unique(facts.parameters, 'parameters of'),
    scalingTargets: unique(facts.scalingTargets, 'scalable target'),
    scalingPolicies: unique(facts.scalingPolicies, 'scaling policy'),
    groups: unique(facts.groups, 'Auto Scaling group'),
    templates: unique(facts.templates, 'launch template'),
    nodeGroups: unique(facts.nodeGroups, 'node group'),
    clusters: unique(facts.clusters, 'cluster'),
    autoscalers: unique(facts.autoscalers, 'HorizontalPodAutoscaler'),
    deployments: unique(facts.deployments, 'Deployment'),
    budgets: unique(facts.budgets, 'PodDisruptionBudget'),
    notes,
  };
}

/** What the builders read of an object of Kubernetes is its spec; its status moves all the time. */
function textOf(fact: unknown): string {
  return JSON.stringify(fact, (_key, value: unknown) => {
    if (value instanceof Map) return [...value].sort();
    return value instanceof View ? value.get('spec') : value;
  });
}
