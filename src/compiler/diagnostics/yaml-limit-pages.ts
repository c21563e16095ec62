import type { YamlCode } from '../load/yaml-messages.ts';
import type { Described, ExampleProject } from './page.ts';
import { PLAIN_TAG, whole } from './yaml-examples.ts';

const tagsOf = (count: number, value: (index: number) => string): string =>
  `aws:\n  tags:\n${Array.from({ length: count }, (_, index) => `    T${index}: ${value(index)}\n`).join('')}`;

const too = (given: string, text: string): ExampleProject => ({ ...whole(text), given });

/** What one file may cost (a goal of ours: an answer to any text within two seconds and 512 MiB). */
const SOURCE = 'goal S1: two seconds and 512 MiB for any text; limits measured with yaml 2.9.1, 2026-11-24';

export const yamlLimits = {
  'yaml/too-large': {
    summary: 'a spec file has at most 1,048,576 characters',
    source: SOURCE,
    bad: [too('specs/prod.yaml has 1,200,000 characters', '# x\n'.repeat(300_000))],
    good: [PLAIN_TAG],
  },
  'yaml/too-deep': {
    summary: 'maps and lists are at most 64 levels deep',
    source: SOURCE,
    bad: [`aws:\n  tags: ${'['.repeat(70)}\n`],
    good: [PLAIN_TAG],
  },
  'yaml/too-many-aliases': {
    summary: 'a file has at most 100 aliases and 100 anchors',
    source: `${SOURCE}; 10,000 anchors and aliases took 2.2 s`,
    bad: [
      too(
        'one anchor is repeated 101 times',
        tagsOf(102, (index) => (index === 0 ? '&a x' : '*a')),
      ),
    ],
    good: ['aws:\n  tags:\n    Team: &team payments\n    Owner: *team\n'],
  },
  'yaml/too-many-nodes': {
    summary: 'a file has at most 100,000 keys, values and lists',
    source: SOURCE,
    bad: [too('a list has 100,001 values', `aws:\n  tags: [${'1,'.repeat(100_001)}]\n`)],
    good: [PLAIN_TAG],
  },
  'yaml/aliases-too-large': {
    summary: 'what all aliases repeat has at most 100,000 keys and values',
    source: `${SOURCE}; the "billion laughs" text (CVE-2003-1564)`,
    bad: [
      [
        'x0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]',
        ...[1, 2, 3, 4, 5].map((level) => `x${level}: &x${level} [${Array(10).fill(`*x${level - 1}`)}]`),
        '',
      ].join('\n'),
    ],
    good: ['aws:\n  tags:\n    Team: &team payments\n    Owner: *team\n'],
  },
  'yaml/scalar-too-long': {
    summary: 'a value has at most 65,536 characters',
    source: SOURCE,
    bad: [too('a tag has 65,537 characters', `aws:\n  tags:\n    Team: "${'x'.repeat(65_537)}"\n`)],
    good: [PLAIN_TAG],
  },
  'yaml/key-too-long': {
    summary: 'a key has at most 1,024 characters',
    source: 'YAML 1.2.2 §7.4.2, 2021-10-01: an implicit key is limited to 1,024 characters',
    bad: [too('a key has 1,025 characters', `aws:\n  tags:\n    ${'k'.repeat(1025)}: payments\n`)],
    good: [PLAIN_TAG],
  },
  'yaml/too-many-problems': {
    severity: 'info',
    summary: 'at most 100 problems of one file are listed',
    source: 'hardening reference §1, 2026-11-24',
    bad: [
      {
        ...too(
          '101 tags start with "@"',
          tagsOf(101, () => '@payments'),
        ),
        also: ['yaml/needs-quotes'],
      },
    ],
    good: [PLAIN_TAG],
  },
} as const satisfies Partial<Record<YamlCode, Described>>;
