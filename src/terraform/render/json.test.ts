import { describe, expect, it } from 'vitest';
import type { Attribute, Block, Value } from '../ir.ts';
import { renderHcl } from './hcl.ts';
import { renderJson } from './json.ts';
import { terraformOnPath, validate } from './terraform-for-tests.ts';

describe('a file as JSON', () => {
  it('is two-space JSON with header and comments as ignored keys', () => {
    const web = {
      ...block('resource', ['aws_x', 'web'], { size: 1, tags: [{ a: null }] }),
      comment: ['The web.'],
    };
    const api = { ...block('resource', ['aws_x', 'api'], {}), comment: ['One', 'two\n'] };
    expect(renderJson({ header: ['Written by us.'], blocks: [web, api] })).toBe(`{
  "//": "Written by us.",
  "resource": {
    "aws_x": {
      "web": {
        "//": "The web.",
        "size": 1,
        "tags": [
          {
            "a": null
          }
        ]
      },
      "api": {
        "//": [
          "One",
          "two"
        ]
      }
    }
  }
}
`);
  });

  it.each<[name: string, blocks: readonly Block[], json: unknown]>([
    [
      'merges blocks by type and label, in the order of the file',
      [block('output', ['b'], { value: 1 }), block('data', ['x', 'y']), block('output', ['a'], { value: 2 })],
      { output: { b: { value: 1 }, a: { value: 2 } }, data: { x: { y: {} } } },
    ],
    ['writes one provider as an object', [block('provider', ['aws'])], { provider: { aws: {} } }],
    [
      'writes several configurations of a provider as a list',
      [
        block('provider', ['aws']),
        block('provider', ['aws'], { alias: 'a' }),
        block('provider', ['aws'], { alias: 'b' }),
      ],
      { provider: { aws: [{}, { alias: 'a' }, { alias: 'b' }] } },
    ],
    [
      'writes blocks without an address as lists',
      [
        block('moved', [], { from: 'a.b' }),
        block('import', [], { id: 'x' }),
        block('moved', [], { from: 'c.d' }),
      ],
      { moved: [{ from: 'a.b' }, { from: 'c.d' }], import: [{ id: 'x' }] },
    ],
    [
      'merges locals and their comments',
      [
        { ...block('locals', [], { a: 1 }), comment: ['A'] },
        block('locals', [], { b: 2 }),
        { ...block('locals', [], { c: 3 }), comment: ['C', 'D'] },
      ],
      { locals: { '//': ['A', 'C', 'D'], a: 1, b: 2, c: 3 } },
    ],
    [
      'writes a nested block as an object and several as a list',
      [nesting(block('tag', [], { a: 1 }), block('rule'), block('tag', [], { a: 2 }))],
      { check: { c: { tag: [{ a: 1 }, { a: 2 }], rule: {} } } },
    ],
    [
      'writes labels of nested blocks as objects around them',
      [
        nesting(
          block('dynamic', ['x']),
          block('provisioner', ['a']),
          block('provisioner', ['b']),
          block('provisioner', ['a']),
        ),
      ],
      { check: { c: { dynamic: { x: {} }, provisioner: [{ a: {} }, { b: {} }, { a: {} }] } } },
    ],
  ])('%s', (_, blocks, json) => {
    // As text, because the order of keys counts.
    expect(renderJson({ header: [], blocks })).toBe(`${JSON.stringify(json, null, 2)}\n`);
  });

  it.each<[name: string, message: string, blocks: readonly Block[]]>([
    [
      'resources with one address',
      'resource.a.b',
      [block('resource', ['a', 'b']), block('resource', ['a', 'b'])],
    ],
    ['blocks without labels', 'address terraform', [block('terraform'), block('terraform')]],
    [
      'locals with one name',
      'local.a is defined twice',
      [block('locals', [], { a: 1 }), block('locals', [], { a: 1 })],
    ],
    [
      'labels of different number',
      'numbers of labels',
      [block('output', ['a']), block('output', ['a', 'b'])],
    ],
    ['an attribute that is a block too', 'tag is an attribute and a block', [both('tag')]],
    ['an attribute written twice', 'written twice', [twice('size')]],
    ['a label that is no identifier', 'is not a Terraform identifier', [block('output', ['a b'])]],
    [
      'an expression in a literal place',
      'evaluates none',
      [block('terraform', [], { required_version: '${a}' })],
    ],
    ['a number that is not finite', 'not a number', [block('locals', [], { a: Number.NaN })]],
    ['a broken template', 'not closed', [block('locals', [], { a: '${' })]],
  ])('refuses %s', (_, message, blocks) => {
    expect(() => renderJson({ header: [], blocks })).toThrow(message);
  });
});

describe('a string as JSON', () => {
  it.each<[name: string, value: Value, json: string]>([
    ['stays a template', 'a ${b} $${c} %%{d}', '"a ${b} $${c} %%{d}"'],
    ['shows what cannot be seen', 'a\u202e\u2028\u{e0001}', '"a\\u202e\\u2028\\udb40\\udc01"'],
    ['hides a letter that would merge with the quote', 'a\u0d4e', '"a\\u0d4e"'],
    ['keeps a byte order mark', '\ufeffa', '"${\\"\\\\ufeff\\"}a"'],
    ['keeps carriage returns of a text', 'a\rb', '"a\\rb"'],
    ['keeps markers behind a carriage return', '\r%%%{', '"${\\"\\\\r\\"}%%%{"'],
    ['evaluates behind a carriage return', 'a$\rb\r\n${c}', '"a${\\"$\\\\r\\"}b\\r\\n${c}"'],
  ])('%s', (_, value, json) => {
    expect(renderJson({ header: [], blocks: [block('locals', [], { x: value })] })).toContain(
      `"x": ${json}\n`,
    );
  });

  it('is unescaped where Terraform evaluates nothing', () => {
    const blocks = [
      {
        ...block('terraform'),
        body: { attributes: [], blocks: [block('backend', ['s3'], { key: '$${a}' })] },
      },
      block('variable', ['v'], { description: '%%{a}', default: { '$${k}': ['$$${a}'] } }),
      block('output', ['o'], { value: '$${a}', description: '$${a}' }),
    ];
    expect(JSON.parse(renderJson({ header: [], blocks }))).toEqual({
      terraform: { backend: { s3: { key: '${a}' } } },
      variable: { v: { description: '%{a}', default: { '${k}': ['$${a}'] } } },
      output: { o: { value: '$${a}', description: '${a}' } },
    });
  });
});

describe.skipIf(!terraformOnPath)('every kind of block (needs terraform on the PATH)', () => {
  it.each([
    ['HCL', 'main.tf', renderHcl],
    ['JSON', 'main.tf.json', renderJson],
  ])('is valid with a comment as %s', { timeout: 30_000 }, (_, fileName, render) => {
    const blocks = everyKind().map((item) => ({ ...item, comment: ['One line', 'and "another" ${one}.'] }));
    expect(() => validate(fileName, render({ header: ['Written by us.', ''], blocks }))).not.toThrow();
  });
});

/** Blocks of all types a root may hold, with providers that are built into Terraform. */
function everyKind(): readonly Block[] {
  const assert = block('assert', [], {
    condition: '${local.one == 1}',
    error_message: 'one is ${local.one}',
  });
  const requirements = block('required_providers', [], {
    terraform: { source: 'terraform.io/builtin/terraform' },
  });
  const lifecycle: Block = {
    ...block('lifecycle', [], { create_before_destroy: true }),
    body: {
      attributes: [
        { name: 'ignore_changes', value: ['input'], references: true },
        { name: 'replace_triggered_by', value: ['terraform_data.other'], references: true },
      ],
      blocks: [
        { ...assert, type: 'precondition' },
        { ...assert, type: 'precondition' },
      ],
    },
  };
  return [
    nestingIn(
      block('terraform', [], { required_version: '>= 1.11' }),
      requirements,
      block('backend', ['local']),
    ),
    block('provider', ['terraform']),
    block('provider', ['terraform'], { alias: 'second' }),
    block('locals', [], { one: 1 }),
    block('locals', [], { two: '${local.one + 1}' }),
    withReferences(block('variable', ['size'], { default: null, description: 'the $${size}' }), {
      type: 'list(string)',
    }),
    nestingIn(
      withReferences(block('resource', ['terraform_data', 'main'], { input: { a: 'b' } }), {
        depends_on: ['terraform_data.other'],
        provider: 'terraform.second',
      }),
      lifecycle,
      block('provisioner', ['local-exec'], { command: 'true' }),
      block('provisioner', ['local-exec'], { command: 'true' }),
    ),
    nestingIn(
      block('resource', ['terraform_data', 'other']),
      withReferences(block('lifecycle'), { ignore_changes: 'all' }),
    ),
    block('data', ['terraform_remote_state', 'network'], { backend: 'local', config: { path: 'x' } }),
    withReferences(block('import', [], { id: 'x' }), { to: 'terraform_data.other' }),
    withReferences(block('moved'), { from: 'terraform_data.old', to: 'terraform_data.main' }),
    nestingIn(
      withReferences(block('removed'), { from: 'terraform_data.gone' }),
      block('lifecycle', [], { destroy: false }),
    ),
    nestingIn(block('check', ['one']), assert),
    block('output', ['all'], { value: '${terraform_data.main.output}', description: 'all of $${it}' }),
  ];
}

function block(
  type: string,
  labels: readonly string[] = [],
  values: { readonly [name: string]: Value } = {},
): Block {
  const attributes = Object.entries(values).map(([name, value]) => ({ name, value }));
  return { type, labels, body: { attributes, blocks: [] } };
}

function withReferences(outer: Block, values: { readonly [name: string]: Value }): Block {
  const added: readonly Attribute[] = Object.entries(values).map(([name, value]) => ({
    name,
    value,
    references: true,
  }));
  return { ...outer, body: { ...outer.body, attributes: [...outer.body.attributes, ...added] } };
}

function nestingIn(outer: Block, ...blocks: readonly Block[]): Block {
  return { ...outer, body: { ...outer.body, blocks } };
}

function nesting(...blocks: readonly Block[]): Block {
  return nestingIn(block('check', ['c']), ...blocks);
}

function both(name: string): Block {
  return nestingIn(block('check', ['c'], { [name]: 1 }), block(name));
}

function twice(name: string): Block {
  const attribute = { name, value: 1 };
  return { type: 'locals', labels: [], body: { attributes: [attribute, attribute], blocks: [] } };
}
