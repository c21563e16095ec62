import { describe, expect, it } from 'vitest';
import type { BlockSchema, NestedBlock } from './block-schema.ts';
import { checkBody } from './check-body.ts';

function nested(block: Partial<BlockSchema>, counts: Partial<NestedBlock> = {}): NestedBlock {
  return { nesting: 'list', minItems: 0, ...counts, block: { attributes: {}, blocks: {}, ...block } };
}

const SCHEMA: BlockSchema = {
  attributes: {
    arn: { presence: 'computed', type: 'string' },
    labels: { presence: 'optional', type: ['map', 'string'] },
    min_replicas: { presence: 'optional', type: 'number' },
    name: { presence: 'required', type: 'string' },
    paused: { presence: 'optional', type: 'bool' },
    wait_for: { presence: 'optional', type: ['object', { fields: ['map', 'string'], name: 'string' }] },
    zones: { presence: 'optional', type: ['set', 'string'] },
  },
  blocks: {
    scale_down: nested({
      attributes: { stabilization_window_seconds: { presence: 'optional', type: 'number' } },
    }),
    spec: nested(
      {
        attributes: { target: { presence: 'required', type: 'string' } },
        blocks: {
          metric: nested({ attributes: { type: { presence: 'required', type: 'string' } } }, { minItems: 1 }),
        },
      },
      { minItems: 1, maxItems: 1 },
    ),
    timeouts: nested(
      { attributes: { create: { presence: 'optional', type: 'string' } } },
      { nesting: 'single', maxItems: 1 },
    ),
  },
};

const SPEC = { target: 'web', metric: [{ type: 'Resource' }] };
const GOOD = { name: 'web', spec: SPEC };

describe('a body that fits has no finding', () => {
  it.each<[string, Record<string, unknown>]>([
    ['with what is required', GOOD],
    ['with a block in an array', { ...GOOD, spec: [SPEC] }],
    ['with a number and a bool as strings', { ...GOOD, min_replicas: '3', paused: 'true' }],
    ['with a number and a bool for a string', { ...GOOD, name: 3, labels: { blue: true } }],
    ['with camelCase in the keys of a map', { ...GOOD, labels: { teamName: 'payments' } }],
    [
      'with an expression of any type',
      { ...GOOD, zones: '${data.aws_vpc.main.zones}', labels: '${local.labels}' },
    ],
    ['with a template for a number', { ...GOOD, min_replicas: '1${var.zero}' }],
    ['with unset attributes and blocks', { ...GOOD, labels: null, arn: undefined, timeouts: null }],
    ['with comments', { ...GOOD, '//': 'why', spec: { ...SPEC, '//': { metadata: {} } } }],
    ['with a single block', { ...GOOD, timeouts: { create: '10m' } }],
    ['with an empty array for optional blocks', { ...GOOD, scale_down: [] }],
    ['with every key of an object', { ...GOOD, wait_for: { fields: {}, name: null } }],
  ])('%s', (_, body) => {
    expect(checkBody(SCHEMA, body)).toEqual([]);
  });
});

describe('a body that does not fit', () => {
  it.each<[string, Record<string, unknown>, Record<string, string>]>([
    ['unknown name', { ...GOOD, nmae: 'x' }, { nmae: 'unknown name; nearest is name' }],
    ['unknown name like no other', { ...GOOD, qqqqqqqq: 1 }, { qqqqqqqq: 'unknown name' }],
    ['name of every object', { ...GOOD, constructor: 1 }, { constructor: 'unknown name' }],
    [
      'camelCase, the trace of an object given for an array',
      { ...GOOD, scale_down: { stabilizationWindowSeconds: 300 } },
      {
        'scale_down.stabilizationWindowSeconds':
          'unknown name; nearest is stabilization_window_seconds; camelCase: was an object given where the binding wants an array?',
      },
    ],
    ['dynamic blocks', { ...GOOD, dynamic: { spec: {} } }, { dynamic: 'unknown name' }],
    ['everything missing', {}, { name: 'missing required attribute', spec: 'missing required block' }],
    ['required attribute unset', { ...GOOD, name: null }, { name: 'missing required attribute' }],
    [
      'something missing deep inside',
      { ...GOOD, spec: [{ target: 'web', metric: [{ type: 'Pods' }, {}] }] },
      { 'spec[0].metric[1].type': 'missing required attribute' },
    ],
    [
      'too few blocks',
      { ...GOOD, spec: { target: 'web', metric: [] } },
      { 'spec.metric': '0 blocks where Terraform wants at least 1' },
    ],
    [
      'too many blocks',
      { ...GOOD, spec: [SPEC, SPEC] },
      { spec: '2 blocks where Terraform takes at most 1' },
    ],
    ['a block that is none', { ...GOOD, timeouts: '10m' }, { timeouts: 'a block has to be an object' }],
    [
      'an expression for a block',
      { ...GOOD, scale_down: '${var.x}' },
      { scale_down: 'a block has to be an object' },
    ],
    ['computed attribute', { ...GOOD, arn: 'arn:aws' }, { arn: 'only the provider sets this attribute' }],
    [
      'object for a string',
      { ...GOOD, name: { a: 1 } },
      { name: 'an object where Terraform wants a string' },
    ],
    [
      'word for a number',
      { ...GOOD, min_replicas: 'few' },
      { min_replicas: 'a string where Terraform wants a number' },
    ],
    [
      'escaped template for a number',
      { ...GOOD, min_replicas: '$${x}' },
      { min_replicas: 'a string where Terraform wants a number' },
    ],
    ['number for a bool', { ...GOOD, paused: 1 }, { paused: 'a number where Terraform wants a bool' }],
    ['array for a map', { ...GOOD, labels: ['a'] }, { labels: 'an array where Terraform wants a map' }],
    ['string for a set', { ...GOOD, zones: 'a' }, { zones: 'a string where Terraform wants a set' }],
    [
      'template inside text for a set',
      { ...GOOD, zones: 'a-${var.x}' },
      { zones: 'a string where Terraform wants a set' },
    ],
    [
      'object in a set of strings',
      { ...GOOD, zones: ['a', {}] },
      { 'zones[1]': 'an object where Terraform wants a string' },
    ],
    [
      'object under a key that looks like an index',
      { ...GOOD, labels: { '[0]': {} } },
      { 'labels.[0]': 'an object where Terraform wants a string' },
    ],
    [
      'object with an unknown key and a missing one',
      { ...GOOD, wait_for: { fields: {}, nam: 'x' } },
      { 'wait_for.nam': 'unknown key of an object', 'wait_for.name': 'missing key of an object' },
    ],
  ])('%s', (_, body, expected) => {
    const found = checkBody(SCHEMA, body).map(({ path, message }) => [path, message]);
    expect(Object.fromEntries(found)).toEqual(expected);
    expect(found).toHaveLength(Object.keys(expected).length);
  });
});

it('starts every path at the path of the body', () => {
  expect(checkBody(SCHEMA, { spec: SPEC }, 'resource.x').map(({ path }) => path)).toEqual([
    'resource.x.name',
  ]);
});

it('never repeats a value, which may be a secret', () => {
  const findings = checkBody(SCHEMA, { ...GOOD, min_replicas: 'hunter2', zones: 'hunter2', arn: 'hunter2' });
  expect(findings).toHaveLength(3);
  expect(JSON.stringify(findings)).not.toContain('hunter2');
});
