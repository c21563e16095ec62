import fc from 'fast-check';
import { expect, it } from 'vitest';
import { compileFile, errorsOf, treeOf } from '../../support/compile-folder.ts';
import { callAws } from '../harness/call-aws.ts';
import { isFullRun } from '../harness/describe-e2e.ts';
import { TerraformRoot } from '../harness/terraform.ts';
import { withoutKubernetes } from './aws-root.ts';
import type { World } from './world.ts';

/** What a spec could say to become more than text. */
const ATTACKS = [
  '${file("/etc/passwd")}',
  '$${escaped}',
  '$$${twice}',
  '%{ for x in [1] }x%{ endfor }',
  '%%{escaped}',
  '${',
  '%{',
  '$',
  '$$',
  '%%',
  'ends with $',
  'ends with %',
  '"quoted"',
  "'single'",
  'back\\slash\\n',
  '\\${x}',
  'line\nbreak',
  'line\r\nbreak',
  'tab\there',
  '\n',
  ' leading and trailing ',
  '<<EOT\ntext\nEOT\n',
  '<<-EOT',
  'EOT\n',
  '# no comment',
  '// no comment',
  '/* no comment */',
  '}\nresource "null_resource" "x" {}\n',
  '{"json": true}',
  'é ü ß ø',
  '日本語 中文 한국어',
  '👩‍👩‍👧‍👦 🏳️‍🌈',
  'null',
  'true',
  '0123',
  '1e3',
  '~',
  '#{TfToken}',
  '&{x}',
  '@{x}',
  '!{x}',
  'var.x',
  'data.aws_vpc.main.id',
  '__proto__',
  'a'.repeat(255),
];

/** The attacks, pairs of them, and random mixtures of their characters: more than 500 different texts. */
const texts = [
  ...new Set([
    ...ATTACKS,
    ...ATTACKS.slice(0, 12).flatMap((a) => ATTACKS.slice(0, 12).map((b) => a + b)),
    ...fc.sample(
      fc
        .array(fc.constantFrom('$', '{', '}', '%', '"', '\\', '\n', '~', 'x', ' ', 'é', '<<EOT', '😀'), {
          minLength: 1,
          maxLength: 14,
        })
        .map((parts) => parts.join('')),
      { numRuns: 420, seed: 20261125 },
    ),
  ]),
].filter((text) => text.length <= 256);

const FILE = 'specs/prod.yaml';
const spec = (more: string) => `
apiVersion: elastiform/v1
environment: prod
tier: dev
aws: {region: us-east-1, accountId: "123456789012"${more}}
foundation:
  cluster: dapp-prod
  kubernetesVersion: "1.33"
  subnets: [dapp-prod-private-a, dapp-prod-private-b]
  nodeRole: dapp-prod-node
`;

export function literalTextTests(world: () => World): void {
  it('comes in more than 500 shapes', () => {
    expect(texts.length).toBeGreaterThan(500);
  });

  it.concurrent.each(isFullRun ? (['hcl', 'json'] as const) : (['hcl'] as const))(
    'comes back from a plan exactly as written, in tags, descriptions and parameters, as %s',
    async (format) => {
      const tags = Object.fromEntries(texts.map((text, index) => [`t${index}`, text]));
      const caches = texts
        .filter((text) => text.length <= 200 && !text.includes('\n') && !text.includes('\r'))
        .slice(0, 60);
      const yaml = `${spec(`, tags: ${JSON.stringify(tags)}`)}
  securityGroups: {redis: dapp-prod-redis, postgres: dapp-prod-postgres}
databases:
  postgres:
    engine: postgres
    engineVersion: "16.8"
    class: db.r6g.large
    storage: {allocated: 20GiB}
    parameters: ${JSON.stringify({ application_name: { value: texts[0] }, search_path: { value: texts[3] } })}
caches:
${caches.map((text, index) => `  c${index}: {nodeType: cache.r6g.large, securityGroups: [redis], description: ${JSON.stringify(text)}}`).join('\n')}
`;
      const replaced = new Map([[FILE, yaml]]);
      expect(errorsOf(compileFile(FILE, replaced))).toEqual([]);
      const files = withoutKubernetes(await treeOf(FILE, replaced, format));
      await using root = await TerraformRoot.initialised({ ...world(), files });
      const plan = await (await root.plan({ refresh: true })).json();
      const after = (address: string) =>
        plan.resource_changes?.find((change) => change.address === address)?.change.after as Record<
          string,
          unknown
        >;
      expect(after('aws_db_instance.postgres')['tags_all']).toMatchObject(tags);
      caches.forEach((text, index) => {
        expect(after(`aws_elasticache_replication_group.c${index}`)['description']).toBe(text);
      });
      const parameters = after('aws_db_parameter_group.postgres')['parameter'] as {
        name: string;
        value: string;
      }[];
      expect(parameters.find(({ name }) => name === 'application_name')?.value).toBe(texts[0]);
      expect(parameters.find(({ name }) => name === 'search_path')?.value).toBe(texts[3]);
    },
    600_000,
  );

  it('finds what has such a name', async () => {
    const hostile = ['${file("/etc/passwd")}', '%{ if true }x%{ endif }"', 'back\\slash $${y}'] as const;
    const [vpc] = await callAws(world().mock, [
      {
        service: 'ec2',
        operation: 'create_vpc',
        arguments: { CidrBlock: '10.99.0.0/16', TagSpecifications: named('vpc', hostile[0]) },
      },
    ]);
    const { VpcId } = (vpc as { Vpc: { VpcId: string } }).Vpc;
    await callAws(world().mock, [
      {
        service: 'ec2',
        operation: 'create_subnet',
        arguments: { VpcId, CidrBlock: '10.99.1.0/24', TagSpecifications: named('subnet', hostile[1]) },
      },
      {
        service: 'ec2',
        operation: 'create_security_group',
        arguments: {
          VpcId,
          GroupName: 'hostile',
          Description: 'x',
          TagSpecifications: named('security-group', hostile[2]),
        },
      },
    ]);
    const yaml = `${spec('').replace('subnets: [dapp-prod-private-a, dapp-prod-private-b]', `vpc: {name: ${JSON.stringify(hostile[0])}}\n  subnets: [${JSON.stringify(hostile[1])}]`)}
  securityGroups: {redis: ${JSON.stringify(hostile[2])}}
caches: {redis: {nodeType: cache.r6g.large}}
`;
    const files = withoutKubernetes(await treeOf(FILE, new Map([[FILE, yaml]])));
    await using root = await TerraformRoot.initialised({ ...world(), files });
    // A lookup that finds nothing is an error, so a plan is the proof.
    expect((await root.plan()).hasChanges).toBe(true);
  }, 600_000);

  it('that Terraform would spell otherwise is refused', () => {
    const decomposed = spec(', tags: {A: "e\u0301"}');
    const errors = errorsOf(compileFile(FILE, new Map([[FILE, decomposed]])));
    expect(errors).toEqual([expect.stringContaining('yaml/not-normalized')]);
  });

  it('that would become a reference to another resource is refused', () => {
    const forged = spec(', tags: {A: "x${TfToken[TOKEN.0]}"}');
    expect(errorsOf(compileFile(FILE, new Map([[FILE, forged]])))).toEqual([
      expect.stringContaining('yaml/forbidden-text'),
    ]);
  });
}

function named(resource: string, name: string) {
  return [{ ResourceType: resource, Tags: [{ Key: 'Name', Value: name }] }];
}
