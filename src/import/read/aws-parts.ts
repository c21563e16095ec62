import type { Facts } from '../facts.ts';
import type { ParametersFacts, Service } from '../facts-of-parts.ts';
import type { View } from '../view.ts';
import { namesIn } from './aws-databases.ts';

/** `aws rds describe-db-subnet-groups`. @source botocore 1.43.11, API models of the services */
export function readDbSubnetGroups(answer: View, facts: Facts): void {
  for (const view of answer.views('DBSubnetGroups'))
    readSubnetGroup('rds', view.text('DBSubnetGroupName'), view.text('DBSubnetGroupArn'), view, facts);
}

/** `aws elasticache describe-cache-subnet-groups`. */
export function readCacheSubnetGroups(answer: View, facts: Facts): void {
  for (const view of answer.views('CacheSubnetGroups'))
    readSubnetGroup('elasticache', view.text('CacheSubnetGroupName'), view.text('ARN'), view, facts);
}

function readSubnetGroup(
  service: Service,
  name: string | undefined,
  arn: string | undefined,
  view: View,
  facts: Facts,
): void {
  if (name === undefined) return;
  const subnets = namesIn(view, 'Subnets', 'SubnetIdentifier');
  facts.subnetGroups.push({ id: `${service} ${name}`, arn, service, name, subnets });
}

/**
 * `aws rds describe-db-parameters` or `aws elasticache describe-cache-parameters`. The answers do not name their
 * group; who has several adds `DBParameterGroupName` or `CacheParameterGroupName`. An answer is of RDS where its
 * parameters have an `ApplyType` or `ApplyMethod`.
 */
export function readParameters(answer: View, facts: Facts): void {
  const all = answer.views('Parameters');
  const ofRds = answer.text('DBParameterGroupName');
  const ofElasticache = answer.text('CacheParameterGroupName');
  const isRds =
    ofRds !== undefined ||
    (ofElasticache === undefined && all.some((one) => one.has('ApplyMethod') || one.has('ApplyType')));
  // What is a default of the engine, nobody has set.
  const values = all
    .filter((one) => one.text('Source') === 'user')
    .map((one) => ({
      name: one.text('ParameterName'),
      value: one.text('ParameterValue'),
      apply: one.text('ApplyMethod'),
    }));
  const service = isRds ? 'rds' : 'elasticache';
  facts.parameters.push(parametersOf(service, ofRds ?? ofElasticache, undefined, values));
}

export function parametersOf(
  service: Service,
  group: string | undefined,
  arn: string | undefined,
  found: readonly {
    readonly name: string | undefined;
    readonly value: string | undefined;
    readonly apply: string | undefined;
  }[],
): ParametersFacts {
  const values = found
    .flatMap(({ name, value, apply }) =>
      name === undefined || value === undefined ? [] : [{ name, value, apply }],
    )
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  // Two answers without a name are two unless they say the same.
  const id = `${service} ${group ?? JSON.stringify(values)}`;
  return { id, arn, service, group, isComplete: values.length === found.length, values };
}
