import type { YamlCode } from '../load/yaml-messages.ts';
import type { Described } from './page.ts';
import { PLAIN_TAG, tag, yaml } from './yaml-examples.ts';

const MEASURED = 'measured with yaml 2.9.1, 2026-11-24';

/** Keys, anchors, tags and numbers. */
export const yamlValues = {
  'yaml/tag': {
    summary: 'values have no YAML tags',
    source: `${yaml('6.9.1')}; an unknown tag is only a warning elsewhere, ${MEASURED}`,
    bad: [tag('!!str payments')],
    good: [tag('"!payments"')],
  },
  'yaml/merge-key': {
    summary: 'there is no merge key "<<"',
    source: `YAML 1.1 type "merge", not in ${yaml('10.3')}`,
    bad: ['aws:\n  tags:\n    <<: {Team: payments}\n'],
    good: [PLAIN_TAG],
  },
  'yaml/empty-key': {
    summary: 'every value has the name of its key before the colon',
    source: yaml('8.2.2'),
    bad: ['aws:\n  tags:\n    : payments\n'],
    good: [PLAIN_TAG],
  },
  'yaml/null-key': {
    summary: 'no key is called null or ~ without quotes',
    source: `${yaml('10.2.1.1')}; other readers give such a key the name ""`,
    bad: ['aws:\n  tags:\n    null: payments\n'],
    good: ['aws:\n  tags:\n    "null": payments\n'],
  },
  'yaml/complex-key': {
    summary: 'keys are plain names',
    source: yaml('8.2.2'),
    bad: ['aws:\n  tags:\n    [Team]: payments\n', 'aws:\n  tags: {{ .Values.tags }}\n'],
    good: [PLAIN_TAG],
  },
  'yaml/forbidden-key': {
    summary: 'no key is called __proto__, constructor or prototype',
    source: 'ECMA-262 2024 §B.2.2.1: assigning __proto__ changes the prototype',
    bad: ['aws:\n  tags:\n    constructor: payments\n'],
    good: [PLAIN_TAG],
  },
  'yaml/duplicate-key': {
    summary: 'every key of a map is there once',
    source: `${yaml('3.2.1.3')}; without a check the last one wins silently, ${MEASURED}`,
    bad: ['aws:\n  tags:\n    Team: payments\n    Team: data\n'],
    good: ['aws:\n  tags:\n    Team: payments\n    team: data\n'],
  },
  'yaml/unknown-alias': {
    summary: 'every alias repeats an anchor above it',
    source: yaml('7.1'),
    bad: [tag('*payments')],
    good: ['aws:\n  tags:\n    Team: &team payments\n    Owner: *team\n'],
  },
  'yaml/alias-cycle': {
    summary: 'no value contains itself',
    source: `${yaml('3.2.2.2')}; "&x [*x]" gives a cyclic object, ${MEASURED}`,
    bad: ['aws:\n  tags: &tags {Team: *tags}\n'],
    good: ['aws:\n  tags:\n    Team: &team payments\n    Owner: *team\n'],
  },
  'yaml/bad-anchor': {
    summary: 'an anchor names one value',
    source: yaml('6.9.2'),
    bad: [tag('&one &two payments')],
    good: [tag('&one payments')],
  },
  'yaml/not-finite': {
    summary: 'numbers are finite',
    source: `RFC 8259 §6: JSON has no such numbers; 1e400 became null, ${MEASURED}`,
    bad: [tag('.inf')],
    good: [tag('".inf"')],
  },
  'yaml/number-too-large': {
    summary: 'whole numbers are at most 9007199254740991',
    source: `ECMA-262 2024 §21.1.2.6; 9007199254740993 became …992, ${MEASURED}`,
    bad: [tag('9007199254740993')],
    good: [tag('"9007199254740993"')],
  },
} as const satisfies Partial<Record<YamlCode, Described>>;
