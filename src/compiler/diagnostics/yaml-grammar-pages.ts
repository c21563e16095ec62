import type { YamlCode } from '../load/yaml-messages.ts';
import type { Described } from './page.ts';
import { PLAIN_TAG, tag, yaml } from './yaml-examples.ts';

/** Lines, brackets and quotes. */
export const yamlGrammar = {
  'yaml/tab': {
    summary: 'lines are indented with spaces',
    source: yaml('6.1'),
    bad: ['aws:\n\ttags: {Team: payments}\n'],
    good: ['aws:\n  tags: {Team: payments}\n'],
  },
  'yaml/indentation': {
    summary: 'lines that belong together have the same indentation',
    source: yaml('8.2'),
    bad: ['aws:\n  tags:\n    Team: payments\n     Owner: data\n'],
    good: ['aws:\n  tags:\n    Team: payments\n    Owner: data\n'],
  },
  'yaml/missing-colon': {
    summary: 'every line of a map is "key: value"',
    source: yaml('8.2.2'),
    bad: ['aws:\n  tags:\n    Team: payments\n    Owner data\n'],
    good: ['aws:\n  tags:\n    Team: payments\n    Owner: data\n'],
  },
  'yaml/missing-space': {
    summary: 'a space follows the colon of a key and stands before a comment',
    source: yaml('7.3.3'),
    bad: ['aws:\n  tags:\n    Owner: data\n    Team:payments\n'],
    good: [PLAIN_TAG],
  },
  'yaml/missing-comma': {
    summary: 'commas separate what stands between brackets',
    source: yaml('7.4'),
    bad: ['aws:\n  tags: {Team: "payments" Owner: data}\n'],
    good: ['aws:\n  tags: {Team: "payments", Owner: data}\n'],
  },
  'yaml/extra-comma': {
    summary: 'something stands between two commas',
    source: yaml('7.4'),
    bad: ['aws:\n  tags: {Team: payments,, Owner: data}\n'],
    good: ['aws:\n  tags: {Team: payments, Owner: data}\n'],
  },
  'yaml/unclosed-quote': {
    summary: 'every quote is closed on its line',
    source: yaml('7.3.1'),
    bad: [tag('"payments')],
    good: [tag('"payments"')],
  },
  'yaml/unclosed-bracket': {
    summary: 'every bracket is closed',
    source: yaml('7.4'),
    bad: ['aws:\n  tags: {Team: payments\nretired: {}\n'],
    good: ['aws:\n  tags: {Team: payments}\nretired: {}\n'],
  },
  'yaml/wrong-bracket': {
    summary: 'a list is closed by "]" and a map by "}"',
    source: yaml('7.4'),
    bad: ['aws:\n  tags: {Team: payments]\nretired: {}\n'],
    good: ['aws:\n  tags: {Team: payments}\nretired: {}\n'],
  },
  'yaml/stray-bracket': {
    summary: 'every closing bracket has an opening one',
    source: yaml('7.4'),
    bad: ['aws:\n  tags: {Team: payments}}\nretired: {}\n'],
    good: ['aws:\n  tags: {Team: payments}\nretired: {}\n'],
  },
  'yaml/nested-on-one-line': {
    summary: 'a line has one key',
    source: yaml('7.3.3'),
    bad: [tag('lead: payments')],
    good: [tag('"lead: payments"')],
  },
  'yaml/list-on-key-line': {
    summary: 'a list with dashes starts on the line after its key',
    source: yaml('8.2.1'),
    bad: ['policy:\n  exceptions: - rule: a/b\n'],
    good: ['policy:\n  exceptions: []\n'],
  },
  'yaml/list-in-brackets': {
    summary: 'between brackets there are commas and no dashes',
    source: yaml('7.4.1'),
    bad: ['foundation:\n  subnets: [- dapp-prod-private-a]\n'],
    good: ['foundation:\n  subnets: [dapp-prod-private-a]\n'],
  },
  'yaml/key-over-lines': {
    summary: 'a key and its colon stand on one line',
    source: yaml('7.4.2'),
    bad: ['aws:\n  tags:\n    "Te\n      am": payments\n'],
    good: [PLAIN_TAG],
  },
  'yaml/needs-quotes': {
    summary: 'values that start with "@", "`" or "%" are quoted',
    source: yaml('5.3'),
    bad: [tag('@payments')],
    good: [tag('"@payments"')],
  },
  'yaml/bad-escape': {
    summary: 'between double quotes a backslash starts an escape that exists',
    source: yaml('5.7'),
    bad: [tag('"pay\\ments"')],
    good: [tag("'pay\\ments'"), tag('"pay\\\\ments"')],
  },
  'yaml/block-text': {
    summary: 'the text of "|" and ">" starts on the next line',
    source: yaml('8.1.1'),
    bad: [tag('| payments')],
    good: [tag('|-\n      payments')],
  },
  'yaml/unexpected-text': {
    summary: 'nothing follows a value that has ended',
    source: yaml('7.3'),
    bad: [tag('"pay" ments')],
    good: [tag('"pay ments"')],
  },
} as const satisfies Partial<Record<YamlCode, Described>>;
