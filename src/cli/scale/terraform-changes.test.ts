import { describe, expect, it } from 'vitest';
import { terraformChanges } from './terraform-changes.ts';

const block = (type: string, name: string, ...lines: string[]) =>
  `# ${name} of the spec\nresource "${type}" "${name}" {\n${lines.map((line) => `  ${line}\n`).join('')}}\n\n`;
const tree = (...blocks: string[]) =>
  new Map([
    ['a.tf', blocks.join('')],
    ['stateful.json', String(blocks.length)],
  ]);

describe('terraformChanges', () => {
  it.each<[what: string, before: string[], after: string[], changes: object[]]>([
    ['nothing', [block('t', 'a', 'x = 1')], [block('t', 'a', 'x = 1')], []],
    [
      'an attribute',
      [block('t', 'a', 'x = 1'), block('t', 'b', 'x = 1')],
      [block('t', 'a', 'x = 1'), block('t', 'b', 'x = 2')],
      [{ file: 'a.tf', address: 't.b', kind: 'changed', removed: ['x = 1'], added: ['x = 2'] }],
    ],
    [
      'a new block with its comment',
      [block('t', 'a', 'x = 1')],
      [block('t', 'a', 'x = 1'), block('t', 'b', 'x = 1')],
      [
        {
          file: 'a.tf',
          address: 't.b',
          kind: 'new',
          removed: [],
          added: ['# b of the spec', 'resource "t" "b" {', 'x = 1', '}'],
        },
      ],
    ],
    [
      'a block that is gone',
      [block('t', 'a', 'x = 1'), block('t', 'b', 'x = 1')],
      [block('t', 'a', 'x = 1')],
      [{ address: 't.b', kind: 'gone', added: [] }],
    ],
    ['a new file', [], ['output "x" {\n  value = 1\n}\n'], [{ address: 'output.x', kind: 'new' }]],
  ])('tells of %s', (_, before, after, changes) => {
    const empty = new Map<string, string>();
    expect(terraformChanges(before.length > 0 ? tree(...before) : empty, tree(...after))).toMatchObject(
      changes,
    );
  });
});
