import { DataAwsSubnet } from '@cdktf/provider-aws/lib/data-aws-subnet/index.js';
import { DbInstance } from '@cdktf/provider-aws/lib/db-instance/index.js';
import { DbSubnetGroup } from '@cdktf/provider-aws/lib/db-subnet-group/index.js';
import { describe, expect, it } from 'vitest';
import { renderHcl } from '../render/hcl.ts';
import { expression } from './expression.ts';
import { type Place, Root } from './root.ts';
import type { Tree } from './to-body.ts';
import { toFiles } from './to-files.ts';

const at = (name: string, file = 'main'): Place => ({ file, at: ['databases', name], name: [name] });

function build(fill: (root: Root) => void): string {
  const root = new Root('prod');
  root.settings(at('terraform', 'terraform'), {
    required_version: '>= 1.11',
    'required_providers.aws': { source: 'hashicorp/aws', version: '>= 5' },
    'backend.local': { path: 'terraform.tfstate' },
  });
  fill(root);
  root.finish();
  const files = toFiles(root.stack.toTerraform() as Tree, root.placed, []);
  return [...files]
    .filter(([name]) => name !== 'terraform')
    .map(([, file]) => renderHcl(file))
    .join('');
}

describe('a root', () => {
  it('writes blocks with their spec path, in the order of the configuration', () => {
    const text = build((root) => {
      const group = root.resource(DbSubnetGroup, at('group'), { name: 'n', subnetIds: ['a'] });
      root.resource(
        DbInstance,
        { ...at('postgres'), notes: ['why'] },
        {
          identifier: 'p${x}',
          instanceClass: 'db.t4g.large',
          dbSubnetGroupName: group.name,
          allocatedStorage: 20,
          lifecycle: { ignoreChanges: ['password'], preventDestroy: true },
        },
      );
    });
    expect(text).toBe(`# databases.group
resource "aws_db_subnet_group" "group" {
  name       = "n"
  subnet_ids = ["a"]
}

# databases.postgres
# why
resource "aws_db_instance" "postgres" {
  identifier           = "p$\${x}"
  instance_class       = "db.t4g.large"
  db_subnet_group_name = aws_db_subnet_group.group.name
  allocated_storage    = 20

  lifecycle {
    ignore_changes  = [password]
    prevent_destroy = true
  }
}
`);
  });

  it('moves what was renamed and imports what exists', () => {
    const text = build((root) => {
      const place = { ...at('new'), previousName: ['old'], importId: 'prod-${x}' };
      root.resource(DbSubnetGroup, place, { name: 'n', subnetIds: ['a'] });
    });
    expect(text).toContain(`moved {
  from = aws_db_subnet_group.old
  to   = aws_db_subnet_group.new
}`);
    expect(text).toContain(`import {
  to = aws_db_subnet_group.new
  id = "prod-$\${x}"
}`);
  });

  it('writes for_each first, one locals block for a place, outputs and checks', () => {
    const text = build((root) => {
      const names = { ...at('x'), name: ['names'] };
      root.local(names, ['a', 'b${c}']);
      root.local({ ...names, name: ['more'] }, 'x');
      const subnet = root.data(DataAwsSubnet, at('x'), { vpcId: 'v' });
      root.forEach(subnet, expression('toset(local.names)'));
      root.output(at('out'), { value: expression('local.more'), description: 'costs ${x}' });
      root.check(at('active'), { condition: 'local.more == "x"', errorMessage: 'is ${not}' });
    });
    expect(text).toBe(`# databases.x
locals {
  names = ["a", "b$\${c}"]
  more  = "x"
}

# databases.x
data "aws_subnet" "x" {
  for_each = toset(local.names)
  vpc_id   = "v"
}

# databases.out
output "out" {
  description = "costs $\${x}"
  value       = local.more
}

# databases.active
check "active" {
  assert {
    condition     = local.more == "x"
    error_message = "is $\${not}"
  }
}
`);
  });

  it('refuses two elements of one address', () => {
    const twice = (root: Root) => {
      root.resource(DbSubnetGroup, at('a'), { name: 'n', subnetIds: ['a'] });
      root.resource(DbSubnetGroup, at('a'), { name: 'm', subnetIds: ['a'] });
    };
    expect(() => build(twice)).toThrow(/two elements have the address resource.aws_db_subnet_group.a/);
  });

  it('refuses what the provider would not take', () => {
    const wrong = (root: Root) => root.resource(DbSubnetGroup, at('a'), { name: 'n' } as never);
    expect(() => build(wrong)).toThrow(/subnet_ids/);
  });

  it('loses nothing that was placed', () => {
    const lost = (root: Root) => {
      root.resource(DbSubnetGroup, at('a'), { name: 'n', subnetIds: ['a'] });
      root.stack.node.tryRemoveChild('resource:aws_db_subnet_group:a');
    };
    expect(() => build(lost)).toThrow(/placed but not synthesized/);
  });
});

describe('the environment of the process', () => {
  it('changes nothing', () => {
    const fill = (root: Root) => root.resource(DbSubnetGroup, at('a'), { name: 'n', subnetIds: ['a'] });
    const clean = build(fill);
    const poison = {
      CDKTF_OUTDIR: '/x',
      CDKTF_CONTEXT_JSON: '{"a":1}',
      SYNTH_HCL_OUTPUT: 'true',
      CDKTF_TARGET_STACK_ID: 'no',
    };
    Object.assign(process.env, poison);
    try {
      expect(build(fill)).toBe(clean);
    } finally {
      for (const name of Object.keys(poison)) delete process.env[name];
    }
  });
});
