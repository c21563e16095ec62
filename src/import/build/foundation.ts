import type { Facts } from '../facts.ts';
import type { Note } from '../note.ts';
import { clusterOf } from './auto-scaling-groups.ts';
import { type FoundationChoice, UNKNOWN } from './building.ts';
import type { SpecBuilder } from './spec-tree.ts';

/** What the user says about the environment; it counts more than what the input tells. */
export interface Given {
  readonly region?: string | undefined;
  readonly cluster?: string | undefined;
  readonly kubernetesVersion?: string | undefined;
  readonly nodeRole?: string | undefined;
  readonly subnets?: readonly string[] | undefined;
}

/** What the groups of nodes are compared with: what most of them have. */
export function chooseFoundation(facts: Facts, given: Given): FoundationChoice {
  const { nodeGroups, groups, clusters, databases } = facts;
  const cluster =
    given.cluster ??
    mostFrequent([
      ...clusters.map(({ id }) => id),
      ...nodeGroups.map((group) => group.cluster),
      ...groups.map(clusterOf),
    ]);
  const ours = nodeGroups.filter((group) => group.cluster === cluster);
  const nodeRole = given.nodeRole ?? mostFrequent(ours.map(({ role }) => role?.split('/').at(-1)));
  // In this order: other subnets replace a node group, change a group of nodes, and change a subnet group.
  const told = [
    ours,
    groups.filter((group) => clusterOf(group) === cluster),
    databases,
    clusters.filter(({ id }) => id === cluster),
  ].map((list) =>
    mostFrequent(list.map(({ subnets }) => [...new Set(subnets)].sort().join(' ') || undefined)),
  );
  const subnets = given.subnets ?? told.find((list) => list !== undefined)?.split(' ') ?? [];
  return { cluster, nodeRole, subnets: [...subnets].sort() };
}

export interface Account {
  readonly region: string | undefined;
  readonly accountId: string | undefined;
}

/** Where most of what was found is. */
export function chooseAccount(facts: Facts, given: Given): Account {
  const { databases, caches, cacheNodes, groups, nodeGroups, clusters } = facts;
  const arns = [databases, caches, cacheNodes, groups, nodeGroups, clusters].flatMap((list) =>
    list.flatMap(({ arn }) => arn ?? []),
  );
  const region = given.region ?? mostFrequent(arns.map(regionOf));
  return { region, accountId: mostFrequent(arns.map((arn) => part(arn, 4, /^[0-9]{12}$/))) };
}

export function regionOf(arn: string): string | undefined {
  return part(arn, 3, /^[a-z]{2}(?:-[a-z]+){1,3}-[0-9]$/);
}

function part(arn: string, index: number, pattern: RegExp): string | undefined {
  const text = arn.split(':')[index] ?? '';
  return pattern.test(text) ? text : undefined;
}

/** Of equals the first by text, so that the order of the input does not count. */
function mostFrequent(texts: readonly (string | undefined)[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) if (text !== undefined) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}

export function buildFoundation(
  spec: SpecBuilder,
  facts: Facts,
  {
    given,
    account,
    choice,
    notes,
  }: {
    readonly given: Given;
    readonly account: Account;
    readonly choice: FoundationChoice;
    readonly notes: Note[];
  },
): void {
  const fill = (subject: string, value: string | undefined, where: string, placeholder = UNKNOWN): string => {
    if (value === undefined)
      notes.push({ kind: 'to-fill', subject, text: `the input does not tell it: ${where}` });
    return value ?? placeholder;
  };
  const cluster = facts.clusters.find(({ id }) => id === choice.cluster);
  const version =
    given.kubernetesVersion ??
    cluster?.version ??
    mostFrequent(
      facts.nodeGroups.map((group) => (group.cluster === choice.cluster ? group.version : undefined)),
    );
  spec.set(['aws', 'region'], fill('aws.region', account.region, '--region', 'us-east-1'));
  spec.set(['aws', 'accountId'], account.accountId);
  const from = 'add aws eks describe-cluster, or';
  const foundation = spec.at('foundation');
  foundation.set('cluster', fill('foundation.cluster', choice.cluster, `${from} --cluster`));
  foundation.set(
    'kubernetesVersion',
    fill('foundation.kubernetesVersion', version, `${from} --kubernetes-version`, '1.33'),
  );
  if (cluster?.vpc !== undefined) foundation.set('vpc.id', cluster.vpc);
  const [first] = choice.subnets;
  const list = first === undefined ? [`${UNKNOWN}-a`, `${UNKNOWN}-b`] : choice.subnets;
  fill('foundation.subnets', first, '--subnets');
  foundation.set('subnets', list);
  foundation.set('nodeRole', fill('foundation.nodeRole', choice.nodeRole, '--node-role'));
  const profile = mostFrequent(facts.templates.map(({ instanceProfile }) => instanceProfile));
  foundation.unlessDefault('nodeInstanceProfile', profile);
}
