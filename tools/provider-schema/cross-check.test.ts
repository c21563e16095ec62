import { describe, expect, it } from 'vitest';
import { crossCheck } from './cross-check.ts';
import type { DeclaredProperty } from './declared-property.ts';
import type { MappedProperty } from './mapped-property.ts';

const RULES = { kind: 'struct', name: 'GroupIngress', many: true } as const;
const DECLARED: DeclaredProperty = {
  property: 'ingressRule',
  name: 'ingress_rule',
  required: false,
  saysBlock: true,
  shape: RULES,
};
const MAPPED: MappedProperty = { property: 'ingressRule', name: 'ingress_rule', shape: RULES, isBlock: true };

it('is silent where declaration and mapper agree', () => {
  expect(() => crossCheck('group', [DECLARED], [MAPPED])).not.toThrow();
  // A mapper of a single struct has no flag.
  expect(() => crossCheck('group', [DECLARED], [{ ...MAPPED, isBlock: undefined }])).not.toThrow();
});

describe('fails loudly for', () => {
  it.each<[string, readonly MappedProperty[], string]>([
    [
      'a block that is mapped as an attribute',
      [{ ...MAPPED, isBlock: false }],
      'differ on whether it is a block',
    ],
    ['a name that is not mapped', [], 'group: declared ingress_rule, but mapped '],
    ['another name', [{ ...MAPPED, name: 'ingress' }], 'group: declared ingress_rule, but mapped ingress'],
    ['another property', [{ ...MAPPED, property: 'ingress' }], 'mapped as ingress: GroupIngress[]'],
    [
      'another struct',
      [{ ...MAPPED, shape: { ...RULES, name: 'GroupEgress' } }],
      'mapped as ingressRule: GroupEgress[]',
    ],
    [
      'one for many',
      [{ ...MAPPED, shape: { ...RULES, many: false } }],
      'mapped as ingressRule: GroupIngress',
    ],
    [
      'another type',
      [{ ...MAPPED, shape: { kind: 'value', type: ['list', 'string'] } }],
      'mapped as ingressRule: ["list","string"]',
    ],
  ])('%s', (_, mapped, message) => {
    expect(() => crossCheck('group', [DECLARED], mapped)).toThrow(message);
  });
});
