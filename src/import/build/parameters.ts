import type { ParametersFacts, Service } from '../facts-of-parts.ts';
import type { Building, Tell } from './building.ts';

/**
 * The parameters of a group that is to be imported; undefined where it is only attached by its name, because others
 * use it too, or because nothing tells what is in it. A note then says so.
 */
export function parametersFor(
  service: Service,
  group: string,
  { facts }: Building,
  tell: Tell,
): ParametersFacts['values'] | undefined {
  const users = usersOf(service, facts).filter((each) => each === group).length;
  const named = facts.parameters.find((each) => each.service === service && each.group === group);
  const found = named ?? theOnly(service, facts);
  if (users > 1)
    tell('told', `its parameter group ${group} has other users; it is attached by its name alone`);
  else if (!found)
    tell(
      'told',
      `its parameter group ${group} is attached by its name: ${COMMANDS[service]} tells what is in it`,
    );
  else if (!found.isComplete)
    tell('told', `one of the parameters of ${group} cannot be read; the group is attached by its name alone`);
  else return found.values;
  return undefined;
}

const COMMANDS = {
  rds: 'aws rds describe-db-parameters',
  elasticache: 'aws elasticache describe-cache-parameters',
} as const;

/** An answer does not name its group; where there is one of both, they belong together. */
function theOnly(service: Service, facts: Building['facts']): ParametersFacts | undefined {
  const [first, ...others] = facts.parameters.filter(
    (each) => each.service === service && each.group === undefined,
  );
  const groups = new Set(usersOf(service, facts).filter((name) => !isDefaultGroup(name)));
  return others.length === 0 && groups.size === 1 ? first : undefined;
}

/** The parameter group of everything that has one of its own. */
function usersOf(service: Service, { databases, caches, cacheNodes }: Building['facts']): string[] {
  if (service === 'rds')
    return databases.flatMap(({ source, parameterGroup }) =>
      source === undefined && parameterGroup !== undefined ? [parameterGroup] : [],
    );
  return caches.flatMap(
    ({ id }) => cacheNodes.find(({ replicationGroup }) => replicationGroup === id)?.parameterGroup ?? [],
  );
}

/** What AWS made by itself has a name that nobody else may give. */
export function isDefaultGroup(name: string): boolean {
  return /^default[.:]/.test(name);
}
