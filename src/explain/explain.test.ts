import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { compileSpec } from '../compiler/compile.ts';
import { formatPath, type SpecPath } from '../compiler/spec-path.ts';
import { knowledge } from '../components/registry.ts';
import { findElements } from './asked.ts';
import { EnvironmentTrace } from './environment-trace.ts';
import { explainAddress } from './explain-address.ts';
import { explainPath } from './explain-path.ts';
import { nearAddress, nearPath } from './nearby.ts';
import { Origins } from './origins.ts';

let trace: EnvironmentTrace;
let origins: Origins;

beforeAll(async () => {
  const read = (path: string) => ({ text: readFileSync(path, 'utf8') });
  const { value } = compileSpec('specs/prod.yaml', { read }, knowledge, { today: '2026-11-25' });
  if (!value) throw new Error('the sample has errors');
  trace = await EnvironmentTrace.of(value, knowledge);
  origins = new Origins(trace);
});

describe('a value of the spec', () => {
  it.each<[path: string, places: string[]]>([
    ['databases.postgres.class', ['aws_db_instance.postgres.instance_class']],
    ['databases.postgres.deletionProtection', ['aws_db_instance.postgres.lifecycle.prevent_destroy']],
    ['databases.postgres.storage.iops', ['aws_db_instance.postgres.iops']],
    ['nodeGroups.spot-nodes.size.max', ['aws_eks_node_group.spot_nodes.scaling_config[0].max_size']],
    ['foundation.subnets', ['local.private_subnet_names.value[0]', 'local.private_subnet_names.value[2]']],
    ['policy.exceptions', []],
  ])('%s reaches all that changes with it', (path, places) => {
    const fanOut = explainPath(trace, path.split('.'))?.fanOut;
    const reached = fanOut?.entries.map(({ address, attribute }) => `${address}.${attribute}`) ?? [];
    expect(reached).toEqual(expect.arrayContaining(places));
  });

  it('is told apart from what is derived from it', () => {
    const { entries = [], derived = [] } =
      explainPath(trace, ['databases', 'postgres', 'identifier'])?.fanOut ?? {};
    expect(derived.map(formatPath)).toContain('databases.postgres.subnetGroup.name');
    const group = entries.find(({ address }) => address === 'aws_db_subnet_group.postgres');
    expect(group?.through.map(formatPath)).toEqual(['databases.postgres.subnetGroup.name']);
    const own = entries.find(({ attribute }) => attribute === 'identifier');
    expect(own?.through).toEqual([]);
  });

  it('carries its origin, and the origins of what it is derived from', () => {
    const subject = explainPath(trace, ['databases', 'postgres', 'subnetGroup', 'name'])?.subject;
    expect(subject).toMatchObject({ value: 'prod-postgres', origin: { kind: 'derived' } });
    expect(subject?.inputs).toMatchObject([{ value: 'prod-postgres', origin: { kind: 'set' } }]);
  });

  it.each<[SpecPath]>([[['databases', 'nobody']], [['databases', 'nobody', 'class']], [['database']]])(
    '%j is none of the environment',
    (path) => {
      expect(explainPath(trace, path)).toBeUndefined();
    },
  );
});

describe('an attribute', () => {
  it.each<[address: string, sources: string[]]>([
    ['aws_db_instance.postgres.instance_class', ['value databases.postgres.class']],
    ['aws_db_instance.postgres.max_allocated_storage', ['value databases.postgres.storage.max']],
    ['aws_db_instance.postgres.publicly_accessible', []],
    [
      'aws_db_parameter_group.postgres.parameter[0].name',
      ['key databases.postgres.parameters.log_min_duration_statement'],
    ],
    ['data.aws_vpc.main.tags.Name', ['value foundation.vpc.name']],
    ['provider.aws.region', ['value aws.region', 'value aws.region']],
    // In the middle of a list, of which every item may be another.
    ['aws_eks_node_group.spot_nodes.instance_types[2]', ['value nodeGroups.spot-nodes.instanceTypes']],
    [
      'aws_db_instance.postgres.enabled_cloudwatch_logs_exports[0]',
      ['value databases.postgres.monitoring.logs'],
    ],
  ])('%s comes from its places and from no others', (address, sources) => {
    const found = findElements(trace.elements, address).flatMap(
      (element) => explainAddress(trace, origins, element).attributes,
    );
    const own = found.flatMap((attribute) => attribute.origins).filter(({ effect }) => effect !== 'block');
    expect(own.map(({ effect, path }) => `${effect} ${formatPath(path)}`)).toEqual(sources);
  });

  it('that is a reference leads on to what it refers to', () => {
    const [found] = findElements(trace.elements, 'aws_db_instance.postgres.db_subnet_group_name');
    const [attribute] = found ? explainAddress(trace, origins, found).attributes : [];
    expect(attribute?.references).toMatchObject([
      { text: 'aws_db_subnet_group.postgres.name', origins: [{ value: 'prod-postgres' }] },
    ]);
  });

  it('is only set at first when somebody else owns it', () => {
    const [group] = findElements(trace.elements, 'aws_eks_node_group.spot_nodes.scaling_config');
    const { attributes = [] } = group ? explainAddress(trace, origins, group) : {};
    const ignored = attributes.filter(({ isIgnored }) => isIgnored).map(({ path }) => path);
    expect(ignored).toEqual(['scaling_config[0].desired_size']);
  });

  it('that stands for one of several refers to what they are', () => {
    const [found] = findElements(trace.elements, 'data.aws_subnet.private.tags.Name');
    const [attribute] = found ? explainAddress(trace, origins, found).attributes : [];
    expect(attribute?.references).toMatchObject([
      { text: 'local.private_subnet_names', origins: [{ path: ['foundation', 'subnets'] }] },
    ]);
  });

  it.each([
    ['aws_eks_node_group.spot_nodes.scaling_config.max_size', 'scaling_config[0].max_size'],
    ['resource.aws_eks_node_group.spot_nodes.scaling_config[0].max_size', 'scaling_config[0].max_size'],
    ['data.aws_subnet.private["dapp-prod-private-a"].tags.Name', 'tags.Name'],
    ['locals.private_subnet_names[0]', 'value[0]'],
  ])('%s is found as people write it', (address, attribute) => {
    expect(findElements(trace.elements, address).map(({ attributes }) => attributes)).toEqual([[attribute]]);
  });
});

describe('what is not there', () => {
  it.each<[path: string, help: string | undefined]>([
    ['databases.postgres.clas', 'did you mean databases.postgres.class?'],
    ['databases.orders.class', 'did you mean databases.postgres.class?'],
    ['databases.postgres.class.x', 'did you mean databases.postgres.class?'],
    [
      'databases.postgres.storage.frobnicate',
      expect.stringMatching(/^databases\.postgres\.storage has allocated,/),
    ],
    ['frobnicate.x', undefined],
  ])('%s is near to what is', (path, help) => {
    expect(nearPath(trace, path.split('.'))).toEqual(help);
  });

  it.each<[address: string, help: string | undefined]>([
    ['aws_db_instance', 'there are aws_db_instance.postgres, aws_db_instance.postgres__replica_1'],
    ['aws_db_instance.postgras', 'did you mean aws_db_instance.postgres?'],
    ['aws_db_instance.postgres.clas', expect.stringMatching(/^aws_db_instance\.postgres has identifier,/)],
    ['aws_db_instance.postgres.instance_clas', 'did you mean aws_db_instance.postgres.instance_class?'],
    ['local.alarm_thresholds.cpus', 'did you mean local.alarm_thresholds.cpu?'],
    ['google_sql_database.x', undefined],
  ])('%s is near to what is', (address, help) => {
    expect(nearAddress(trace, address)).toEqual(help);
  });
});
