import { describe, expect, it } from 'vitest';
import type { Attribute, Block, TerraformFile, Value } from '../ir.ts';
import { renderHcl } from './hcl.ts';
import { formatDiff, terraformOnPath } from './terraform-for-tests.ts';

describe('a value', () => {
  it.each<[name: string, value: Value, hcl: string]>([
    ['a plain string', 'shop', 'x = "shop"'],
    ['an expression alone', '${var.size}', 'x = var.size'],
    ['an expression alone with blanks', '${ var.size }', 'x = var.size'],
    ['an expression alone with strip markers', '${~ var.size ~}', 'x = var.size'],
    ['an expression in a text', 'a-${var.size}-b', 'x = "a-${var.size}-b"'],
    ['two expressions', '${var.a}${var.b}', 'x = "${var.a}${var.b}"'],
    [
      'quotes and braces inside an expression',
      '${f("}", { a = "${b["}"]}" })}',
      'x = f("}", { a = "${b["}"]}" })',
    ],
    ['an escaped quote inside an expression', '${f("\\"}")}', 'x = f("\\"}")'],
    ['an escape inside a string of an expression', '${f("$${")}', 'x = f("$${")'],
    ['a directive', '%{ if a }x%{ endif }', 'x = "%{if a}x%{endif}"'],
    ['escaped markers', '$${a} %%{b} $$${c}', 'x = "$${a} %%{b} $$${c}"'],
    ['markers that open nothing', '$ % $$ {} $a', 'x = "$ % $$ {} $a"'],
    ['quotes and backslashes', 'a "b" c:\\d', 'x = "a \\"b\\" c:\\\\d"'],
    ['control characters', '\t\r\n\u0000\u001b\u0085', 'x = "\\t\\r\\n\\u0000\\u001b\\u0085"'],
    ['invisible characters', 'a\u202eb\u200b\u2028\u{e0041}', 'x = "a\\u202eb\\u200b\\u2028\\U000e0041"'],
    ['letters of the world', 'Größe 日本 🚀 हिन्दी', 'x = "Größe 日本 🚀 हिन्दी"'],
    ['an empty string', '', 'x = ""'],
    ['a line with its end', 'a\n', 'x = "a\\n"'],
    ['lines without an end', 'a\nb', 'x = "a\\nb"'],
    ['true', true, 'x = true'],
    ['null', null, 'x = null'],
    ['a negative zero', -0, 'x = 0'],
    ['a large number', 1.25e23, 'x = 125000000000000000000000'],
    ['a small number', -1.5e-9, 'x = -0.0000000015'],
    ['an empty list', [], 'x = []'],
    ['an empty object', {}, 'x = {}'],
    ['a short list', ['a', 1, null, '${b ? 1 : 2}', [], {}], 'x = ["a", 1, null, b ? 1 : 2, [], {}]'],
    ['a small object', { a: 'b', 'c d': 2 }, 'x = { a = "b", "c d" = 2 }'],
  ])('%s', (_, value, hcl) => {
    expect(onlyAttributes({ name: 'x', value })).toBe(hcl);
  });

  it.each<[name: string, value: Value, hcl: readonly string[]]>([
    [
      'lines with an end are a heredoc',
      'a\n\n  "b" $${c} ${d}\\\n',
      ['<<-EOT', '  a', '', '    "b" $${c} ${d}\\', 'EOT'],
    ],
    ['the delimiter is not in the text', 'EOT\nEOT_2x\n', ['<<-EOT_3', '  EOT', '  EOT_2x', 'EOT_3']],
    ['all lines indented', ' a\n  b\n', ['" a\\n  b\\n"']],
    ['trailing blanks', 'a \nb\n', ['"a \\nb\\n"']],
    ['blank lines only', '\n\n', ['"\\n\\n"']],
    ['a mark that would merge with the indentation', 'a\n\u0301b\n', ['"a\\n\u0301b\\n"']],
    ['a carriage return', 'a\r\nb\r\n', ['"a\\r\\nb\\r\\n"']],
    ['a directive over lines', '%{ if a }\nb\n%{ endif }\n', ['"%{if a}\\nb\\n%{endif}\\n"']],
    ['a strip marker over lines', 'a\n${~ b }\n', ['"a\\n${~b}\\n"']],
    [
      'a list too long for a line',
      Array.from({ length: 3 }, () => 'x'.repeat(40)),
      ['[', ...Array.from({ length: 3 }, () => `  "${'x'.repeat(40)}",`), ']'],
    ],
    ['lists in lists', [[1, 2], [], [[3]]], ['[', '  [1, 2],', '  [],', '  [', '    [3],', '  ],', ']']],
    [
      'objects in lists',
      [{ a: 1 }, { name: 'n', values: [{ b: 'a\nb\n' }] }],
      [
        '[',
        '  { a = 1 },',
        '  {',
        '    name = "n"',
        '',
        '    values = [',
        '      {',
        '        b = <<-EOT',
        '          a',
        '          b',
        '        EOT',
        '      },',
        '    ]',
        '  },',
        ']',
      ],
    ],
    ['a list of texts', ['a\nb\n'], ['["a\\nb\\n"]']],
    [
      'an object with aligned keys',
      { a: 1, 'b.c/d': 2, for: 3, null: 4, '$${e}': '5', '日本e\u0301': 6, '${f}': 7 },
      [
        '{',
        '  a           = 1',
        '  "b.c/d"     = 2',
        '  "for"       = 3',
        '  "null"      = 4',
        '  "$${e}"     = "5"',
        '  "日本e\\u0301" = 6',
        '  "${f}"      = 7',
        '}',
      ],
    ],
  ])('%s', (_, value, hcl) => {
    expect(onlyAttributes({ name: 'x', value }).split('\n')).toEqual([`x = ${hcl[0]}`, ...hcl.slice(1)]);
  });

  it('is a bare reference where Terraform wants references', () => {
    expect(
      onlyAttributes(
        { name: 'ignore_changes', value: ['desired_capacity', 'tags["x"]'], references: true },
        { name: 'to', value: 'aws_db_instance.postgres', references: true },
        { name: 'providers', value: { aws: 'aws.west' }, references: true },
      ),
    ).toBe(
      [
        'ignore_changes = [desired_capacity, tags["x"]]',
        'to             = aws_db_instance.postgres',
        'providers      = { aws = aws.west }',
      ].join('\n'),
    );
  });

  it.each<[name: string, value: Value]>([
    ['an expression that is not closed', '${a'],
    ['a quote that is not closed', '${f("a}'],
    ['an empty expression', 'a${ }'],
    ['an expression over lines', '${f(\n)}'],
    ['half of a surrogate pair', 'a\ud800'],
    ['an infinite number', Number.POSITIVE_INFINITY],
  ])('is refused: %s', (_, value) => {
    expect(() => onlyAttributes({ name: 'x', value })).toThrow('elastiform bug');
  });
});

describe('a file', () => {
  it('has header, comments, aligned attributes and nested blocks', () => {
    expect(renderHcl(EXAMPLE)).toBe(EXAMPLE_HCL);
  });

  it.skipIf(!terraformOnPath)('is as terraform fmt leaves it (needs terraform on the PATH)', () => {
    expect(formatDiff(EXAMPLE_HCL)).toBe('');
  });

  it('keeps every comment on its line', () => {
    const hostile = 'a\r\nresource "x" {}\u2028\u0085\tb\u202ec\u200b\u0000\ud800 ';
    const file = { header: [hostile, ''], blocks: [{ ...block('check', ['c']), comment: [hostile] }] };
    const line = '# a  resource "x" {}   b\ufffdc\ufffd\ufffd\ufffd';
    expect(renderHcl(file)).toBe(`${line}\n#\n\n${line}\ncheck "c" {}\n`);
  });

  it('may be empty', () => {
    expect(renderHcl({ header: [], blocks: [] })).toBe('');
    expect(renderHcl({ header: ['a'], blocks: [] })).toBe('# a\n');
  });

  it.each(['a b', '', 'a"', '1a', 'a\n', 'ä'])('refuses the name %j', (name) => {
    const attributes = [{ name, value: 1 }];
    for (const bad of [block(name, []), block('locals', [name]), block('locals', [], attributes)]) {
      expect(() => renderHcl({ header: [], blocks: [bad] })).toThrow('is not a Terraform identifier');
    }
  });
});

function block(type: string, labels: readonly string[], attributes: readonly Attribute[] = []): Block {
  return { type, labels, body: { attributes, blocks: [] } };
}

/** The attributes as they stand in a block, without the block and its indentation. */
function onlyAttributes(...attributes: readonly Attribute[]): string {
  const hcl = renderHcl({ header: [], blocks: [block('locals', [], attributes)] });
  return hcl.slice('locals {\n'.length, -'}\n'.length).trimEnd().replace(/^ {2}/gm, '');
}

const EXAMPLE: TerraformFile = {
  header: ['Written by elastiform.', '', 'Edit the spec instead.'],
  blocks: [
    {
      ...block('terraform', []),
      body: {
        attributes: [{ name: 'required_version', value: '>= 1.11' }],
        blocks: [
          block(
            'required_providers',
            [],
            [{ name: 'aws', value: { source: 'hashicorp/aws', version: '~> 6.0' } }],
          ),
          block(
            'backend',
            ['s3'],
            [
              { name: 'bucket', value: 'state' },
              { name: 'use_lockfile', value: true },
            ],
          ),
        ],
      },
    },
    {
      ...block('resource', ['aws_autoscaling_group', 'web']),
      comment: ['The web tier.'],
      body: {
        attributes: [
          { name: 'min_size', value: 2 },
          { name: 'max_size', value: '${local.max}' },
          {
            name: 'tags',
            value: { Name: 'web', Environment: 'production', Owner: 'team-checkout', Zone: '${var.zone}' },
          },
          { name: 'name', value: 'web-${var.environment}' },
          { name: 'user_data', value: '#!/bin/sh\necho "$${HOME}"\n' },
        ],
        blocks: [
          block('tag', [], [{ name: 'key', value: 'a' }]),
          {
            ...block('lifecycle', []),
            body: {
              attributes: [{ name: 'ignore_changes', value: ['desired_capacity'], references: true }],
              blocks: [block('precondition', [], [{ name: 'condition', value: '${var.zone != ""}' }])],
            },
          },
        ],
      },
    },
  ],
};

const EXAMPLE_HCL = `# Written by elastiform.
#
# Edit the spec instead.

terraform {
  required_version = ">= 1.11"

  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 6.0" }
  }

  backend "s3" {
    bucket       = "state"
    use_lockfile = true
  }
}

# The web tier.
resource "aws_autoscaling_group" "web" {
  min_size = 2
  max_size = local.max

  tags = {
    Name        = "web"
    Environment = "production"
    Owner       = "team-checkout"
    Zone        = var.zone
  }

  name = "web-\${var.environment}"

  user_data = <<-EOT
    #!/bin/sh
    echo "$\${HOME}"
  EOT

  tag {
    key = "a"
  }

  lifecycle {
    ignore_changes = [desired_capacity]

    precondition {
      condition = var.zone != ""
    }
  }
}
`;
