import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../../catalog/catalog.ts';
import {
  always,
  byTier,
  defaulted,
  derived,
  derivedIfAny,
  onByDefault,
  optional,
} from '../language/fallback.ts';
import type { Field } from '../language/field.ts';
import { choice, flag, integer, list, map, quantity, section, switchable, text } from '../language/fields.ts';
import { loadSpec } from '../load/load-spec.ts';
import { formatPath } from '../spec-path.ts';
import type { Cell, GroupCell } from './cell.ts';
import { describeOrigin } from './describe-origin.ts';
import { modelOf } from './model.ts';
import { resolvedYaml } from './print.ts';
import { resolveCells } from './resolve.ts';

const doc = { description: 'd', example: 'x' };

const replica = section(
  {
    class: derived(text(doc), "the primary's class", (scope) => scope.getOuter('class') as string),
    name: derived(text(doc), '<outer>-<key>', (scope) => `${scope.keys[1]}-${scope.keys[0]}`),
  },
  doc,
);

const database = section(
  {
    class: text(doc),
    identifier: derived(text(doc), '<environment>-<key>', (scope) => `${scope.environment}-${scope.keys[0]}`),
    storage: always(
      section(
        {
          allocated: defaulted(quantity('storage', doc), '20GiB', 'RDS takes no less'),
          max: optional(quantity('storage', doc), 'never grows'),
          owner: derived(choice(['terraform', 'rds-autoscaling'], { description: 'd' }), 'by max', (scope) =>
            scope.get('storage.max') === undefined ? 'terraform' : 'rds-autoscaling',
          ),
        },
        doc,
      ),
    ),
    multiAz: byTier(flag(doc), { dev: false, staging: false, prod: true }, 'a standby costs twice'),
    zone: derivedIfAny(text(doc), 'region + a', (scope) => {
      const region = scope.getRoot('region');
      return region === undefined ? undefined : `${String(region)}a`;
    }),
    labels: defaulted(
      map(text(doc), { ...doc, keyPattern: '.*', keyMeaning: '' }),
      { b: '2', a: '1' },
      'always there',
    ),
    refresh: onByDefault(
      switchable({ warmup: defaulted(quantity('duration', doc), '2m', 'w') }, doc),
      'safe',
    ),
    adopt: optional(switchable({ id: optional(text(doc), 'name') }, doc), 'no'),
    image: optional(text({ ...doc, nullable: true }), 'not managed'),
    types: defaulted(list(text(doc), doc), [], 'none'),
    replicas: always(map(replica, doc)),
  },
  doc,
);

const language: Field = section(
  {
    environment: text(doc),
    tier: choice(['dev', 'staging', 'prod'], { description: 'd' }),
    extends: optional(text(doc), 'alone'),
    region: optional(text(doc), 'none'),
    count: optional(integer({ ...doc, minimum: 0, maximum: 9 }), 'none'),
    databases: always(map(database, doc)),
  },
  doc,
);

function resolve(yaml: string, base = ''): GroupCell {
  const texts: Record<string, string> = {
    'specs/prod.yaml': `environment: prod\ntier: prod\n${yaml}`,
    'specs/base.yaml': base,
  };
  const loaded = loadSpec('specs/prod.yaml', { read: (path) => ({ text: texts[path]! }) });
  expect(loaded.diagnostics).toEqual([]);
  return resolveCells(language, loaded.value!, builtInCatalog);
}

function origins(cell: Cell): Record<string, string> {
  if (cell.kind === 'leaf')
    return { [formatPath(cell.path)]: `${JSON.stringify(cell.written)} ${describeOrigin(cell.origin)}` };
  return Object.assign({}, ...[...cell.entries.values()].map(origins));
}

describe('a resolved spec', () => {
  it('fills in what nobody wrote, and says where everything comes from', () => {
    const cells = resolve('databases: {postgres: {class: db.t4g.large, replicas: {r1: {}}}}');
    expect(origins(cells)).toEqual({
      environment: '"prod" set at specs/prod.yaml:1:14',
      tier: '"prod" set at specs/prod.yaml:2:7',
      'databases.postgres.class': '"db.t4g.large" set at specs/prod.yaml:3:31',
      'databases.postgres.identifier': '"prod-postgres" derived: <environment>-<key>',
      'databases.postgres.storage.allocated': '"20GiB" default: RDS takes no less',
      'databases.postgres.storage.owner':
        '"terraform" derived: by max (databases.postgres.storage.max is not set)',
      'databases.postgres.multiAz': 'true preset of tier prod: a standby costs twice',
      'databases.postgres.labels.a': '"1" default: always there',
      'databases.postgres.labels.b': '"2" default: always there',
      'databases.postgres.refresh.warmup': '"2m" default: w',
      'databases.postgres.types': '[] default: none',
      'databases.postgres.replicas.r1.class':
        '"db.t4g.large" derived: the primary\'s class (databases.postgres.class is db.t4g.large)',
      'databases.postgres.replicas.r1.name': '"postgres-r1" derived: <outer>-<key>',
    });
  });

  it('tells what was inherited and what was replaced', () => {
    const base = 'region: us-east-1\ncount: 1\n';
    const cells = resolve('extends: ./base.yaml\ncount: 2\n', base);
    expect(origins(cells)).toMatchObject({
      region: '"us-east-1" inherited from specs/base.yaml:1:9',
      count: '2 set at specs/prod.yaml:4:8, instead of 1 at specs/base.yaml:2:8',
    });
  });

  it('has values in the units of the model, and every key of the language', () => {
    const yaml =
      'databases: {b: {class: x, storage: {max: 1TiB}}, a: {class: y, refresh: false, adopt: true, image: null}}';
    const model = modelOf(language, resolve(yaml)) as { databases: Map<string, Record<string, unknown>> };
    expect([...model.databases.keys()]).toEqual(['a', 'b']);
    expect(model.databases.get('a')).toMatchObject({
      refresh: undefined,
      adopt: { id: undefined },
      image: undefined,
      zone: undefined,
    });
    expect(model.databases.get('b')).toMatchObject({
      storage: { allocated: 20, max: 1024, owner: 'rds-autoscaling' },
      refresh: { warmup: 120 },
      adopt: undefined,
      labels: new Map([
        ['a', '1'],
        ['b', '2'],
      ]),
    });
  });

  it('is the same whatever the order of keys and of unordered lists', () => {
    const one = resolve('databases: {a: {class: x, types: [q, p]}, b: {class: y}}');
    const other = resolve('databases: {b: {class: y}, a: {types: [p, q], class: x}}');
    expect(modelOf(language, one)).toEqual(modelOf(language, other));
    expect(resolvedYaml(one, false)).toBe(resolvedYaml(other, false));
  });

  it('prints as a spec that resolves to the same', () => {
    const cells = resolve(
      'extends: ./base.yaml\ndatabases: {a: {class: "007", adopt: true, storage: {max: 30GiB}}}',
      'region: "on"\n',
    );
    const printed = resolvedYaml(cells, true);
    const loaded = loadSpec('specs/prod.yaml', { read: () => ({ text: printed }) });
    expect(loaded.diagnostics).toEqual([]);
    const again = modelOf(language, resolveCells(language, loaded.value!, builtInCatalog));
    expect(again).toEqual({ ...(modelOf(language, cells) as object), extends: undefined });
    expect(printed).toContain('identifier: prod-a # derived: <environment>-<key>');
  });
});
