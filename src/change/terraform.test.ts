import { describe, expect, it } from 'vitest';
import { printLedger } from '../compiler/ledger/ledger.ts';
import { terraformItems } from './terraform.ts';

const tree = (file: object, held: readonly string[] = []) =>
  new Map([
    ['main.tf.json', JSON.stringify(file)],
    [
      'stateful.json',
      printLedger(new Map(held.map((address) => [address, { addresses: [address], retired: false }]))),
    ],
  ]);
const database = (more: object = {}) => ({
  aws_db_instance: { main: { instance_class: 'db.m6g.large', ...more } },
});
const held = ['aws_db_instance.main'];

describe('terraformItems', () => {
  it('finds nothing between a tree and itself, nor in comments', () => {
    const commented = { '//': 'a', resource: database({ '//': ['a', 'b'] }) };
    expect(terraformItems(tree(commented), tree({ resource: database() }))).toEqual([]);
  });

  it('tells attributes by their paths, in blocks and lists', () => {
    const before = tree({
      resource: database({ tags: ['a', 'b'], block: [{ size: 1 }] }),
      output: { url: { value: 'x' } },
    });
    const after = tree({
      resource: database({ tags: ['a', 'c'], block: [{ size: 2 }, {}] }),
      output: { url: { value: 'y' } },
    });
    expect(
      terraformItems(before, after).map(({ name, lines }) => [name, lines.map(({ text }) => text)]),
    ).toEqual([
      ['aws_db_instance.main', ['tags [a, b] → [a, c]', 'block[0].size 1 → 2', 'block[1] none → {}']],
      ['output.url', ['value x → y']],
    ]);
  });

  it('puts danger to a block that held data and is gone, and takes a moved one for renamed', () => {
    expect(terraformItems(tree({ resource: database() }, held), tree({}))).toMatchObject([
      { name: 'aws_db_instance.main', kind: 'removed', danger: 'it holds data' },
    ]);
    const moved = {
      resource: { aws_db_instance: { other: { instance_class: 'db.m6g.xlarge' } } },
      moved: [{ from: 'aws_db_instance.main', to: 'aws_db_instance.other' }],
    };
    expect(terraformItems(tree({ resource: database() }, held), tree(moved))).toMatchObject([
      {
        name: 'aws_db_instance.other',
        kind: 'renamed',
        previous: 'aws_db_instance.main',
        lines: [{ text: 'instance_class db.m6g.large → db.m6g.xlarge' }],
      },
      { name: 'moved.aws_db_instance.other', kind: 'added' },
    ]);
  });
});
