import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { Project } from '../../src/cli/testing/project.ts';
import { knowledge } from '../../src/components/registry.ts';

const SPEC = `apiVersion: elastiform/v1
environment: prod
tier: prod
aws: {region: us-east-1, accountId: "123456789012"}
foundation:
  cluster: dapp
  kubernetesVersion: "1.35"
  otherNodes: true
  subnets: [a, b, c]
  nodeRole: node
  securityGroups: {nodes: n, postgres: p, redis: r}
autoScalingGroups:
  workers: {instanceTypes: [m6i.large], ami: ami-0123456789abcdef0, size: {min: 3, max: 10}}
databases:
  postgres:
    engine: postgres
    engineVersion: "16.12"
    class: db.m5.large
    multiAz: true
    storage: {allocated: 200GiB, max: 500GiB}
caches:
  redis: {nodeType: cache.r6g.large, shards: {initial: 2}, replicasPerShard: 1}
`;

const base = new Project({ 'specs/prod.yaml': SPEC }, knowledge);
const project = new Project({ 'plan.json': '{"format_version":"1.2","resource_changes":[]}' }, knowledge);

const cost = (...words: string[]) => project.run('cost', 'prod', ...words);
const edit = (from: string, to: string) => project.write('specs/prod.yaml', SPEC.replace(from, to));
const budget = (text: string) => edit('tier: prod\n', `tier: prod\npolicy: {cost: {${text}}}\n`);

beforeEach(() => project.write('specs/prod.yaml', SPEC));
afterAll(() => {
  base.remove();
  project.remove();
});

// 3 nodes 210.24 and their disks 12; 2 × 0.178 × 730 = 259.88, 46 and 0.40; 4 × 0.206 × 730 = 601.52.
const WITHOUT_ALARMS = 1130.04;

describe('elastiform cost', () => {
  it('shows items, formulas, sums, sources and what is left out, twice the same', async () => {
    const { code, stdout } = await cost();
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^prod in us-east-1: expected 1,135.74 USD a month \(min 1,135.74, max 1,723.30\)\n/,
    );
    expect(stdout).toContain('= 3 nodes × 0.096 USD × 730 h = 210.24 USD');
    expect(stdout).toContain('= 2 shards × (1 + 1) nodes × 0.206 USD × 730 h = 601.52 USD');
    expect(stdout).toContain(
      'foundation.otherNodes: pods cannot be counted onto nodes, which are at their floors',
    );
    expect(stdout).toContain('1 × A, no day known: ');
    expect(stdout).toContain('note: not included: reserved instances');
    expect((await cost()).stdout).toBe(stdout);
  });

  it('counts the alarms that are in the Terraform, one metric for each node of a cache', async () => {
    const { totals, items } = JSON.parse((await cost('--format', 'json')).stdout);
    const alarms = items.find(({ path }: { path: string }) => path === 'alarms');
    await project.run('synth', '--out', 'out');
    const file = project.files('out').find((path) => path.endsWith('/monitoring.tf'))!;
    const terraform = project.read(file);
    const blocks = terraform.split(/^resource "aws_cloudwatch_metric_alarm"/m).slice(1);
    const metrics = blocks.reduce((sum, block) => {
      const own = block.split(/^}/m)[0]!;
      const queries = own.match(/^ {4}metric \{/gm)?.length ?? 1;
      return sum + queries * (/^ {2}for_each/m.test(own) ? 4 : 1);
    }, 0);
    expect(alarms.quantity).toEqual({ min: metrics, expected: metrics, max: metrics });
    expect(totals.expected).toBeCloseTo(WITHOUT_ALARMS + metrics / 10 + 3, 2);
  });

  it('gives tools numbers, addresses, prices and a version', async () => {
    const value = JSON.parse((await cost('--format', 'json')).stdout);
    expect(value).toMatchObject({
      formatVersion: 1,
      environment: 'prod',
      currency: 'USD',
      itemsWithoutPrice: 0,
    });
    expect(value.items[2]).toMatchObject({
      path: 'databases.postgres',
      address: 'aws_db_instance.postgres',
      min: 259.88,
      expected: 259.88,
      max: 259.88,
      inputs: ['databases.postgres.class', 'databases.postgres.multiAz'],
      price: { usd: 0.178, unit: 'hour', date: null, trust: 'A' },
    });
  });

  it('says what has no price, and ends well all the same', async () => {
    edit('db.m5.large', 'db.m5.16xlarge');
    const { code, stdout } = await cost();
    expect(code).toBe(0);
    expect(stdout).toContain(', without 1 item\n');
    expect(stdout).toContain('warning: 1 item has no price and is in no sum');
    expect(stdout).toContain('no price of PostgreSQL on db.m5.16xlarge in us-east-1 in the built-in prices');
  });

  it('knows no price of another region', async () => {
    edit('region: us-east-1', 'region: eu-west-1');
    const { code, stdout } = await cost('--format', 'markdown');
    expect(code).toBe(0);
    expect(stdout).toContain('### Monthly cost: `prod in eu-west-1: expected 0.00 USD a month');
    expect(stdout).toContain('`the built-in prices know no price in eu-west-1`');
  });

  it.each([
    ['monthlyBudget: 1200USD', 0, 'expected 1,135.74 USD'],
    ['monthlyBudget: 1200USD, budgetFor: max', 1, 'max 1,723.30 USD'],
  ])('holds the sum to a budget: %s', async (text, code, sum) => {
    budget(text);
    const { code: ended, stdout } = await cost();
    expect(ended).toBe(code);
    const line = stdout.split('\n')[1]!;
    expect(line).toContain(`budget: ${sum}`);
    expect(line).toContain('the budget of 1,200.00 USD (specs/prod.yaml:4)');
    if (code === 1)
      expect(line).toContain(
        'the dearest are autoScalingGroups.workers (m6i.large on demand) 700.80 USD, specs/prod.yaml:14; caches.redis',
      );
  });

  it('tells what changed against a base', async () => {
    edit('db.m5.large', 'db.m5.xlarge');
    const { stdout } = await cost('--base', base.folder);
    expect(stdout).toContain('(+259.88), max ');
    expect(stdout).toContain(
      '  databases.postgres  db.m5.large, Multi-AZ → db.m5.xlarge, Multi-AZ  min +259.88, expected +259.88, max +259.88\n',
    );
    const { base: compared } = JSON.parse((await cost('--base', base.folder, '--format', 'json')).stdout);
    expect(compared.changes).toHaveLength(1);
    expect(compared.changes[0].difference).toEqual({ min: 259.88, expected: 259.88, max: 259.88 });
  });

  it('takes the prices of a file, whatever it says of itself', async () => {
    project.write(
      'prices.json',
      JSON.stringify({
        formatVersion: 1,
        source: 'ours \u001b[31m\nFAKE',
        date: '2026-01-01',
        prices: { 'us-east-1': { ec2: { 'm6i.large': 0.1 } } },
      }),
    );
    const { stdout } = await cost('--prices', 'prices.json');
    expect(stdout).toContain('= 3 nodes × 0.1 USD × 730 h = 219.00 USD');
    expect(stdout).toContain('no price of EBS gp3-storage in us-east-1 in prices.json');
    expect(stdout).toContain('warning: 1 price is older than 90 days, the oldest of 2026-01-01');
    expect(stdout).not.toContain('\u001b');
    expect(stdout).not.toMatch(/^FAKE/m);
  });

  it.each([
    ['{"formatVersion":1}', 'prices.json is no table of prices: source is missing'],
    ['{', 'prices.json is no JSON: '],
  ])('refuses a table such as %s', async (text, message) => {
    project.write('prices.json', text);
    const { code, stderr } = await cost('--prices', 'prices.json');
    expect(code).toBe(64);
    expect(stderr).toContain(message);
  });

  it('says what is wrong with the spec', async () => {
    edit('max: 10', 'max: 1');
    const { code, stdout, stderr } = await cost();
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain('error');
  });
});

describe('the change of the cost', () => {
  it('is in the diff, once for all environments that change alike', async () => {
    edit('db.m5.large', 'db.m5.xlarge');
    const { stdout } = await project.run('diff', '--base', base.folder);
    expect(stdout).toContain(
      'By the built-in prices:\n  prod monthly cost: expected +259.88 USD, min +259.88, max +259.88\n',
    );
    const { differences } = JSON.parse(
      (await project.run('diff', '--base', base.folder, '--format', 'json')).stdout,
    );
    expect(differences[0].monthlyCost).toMatchObject({
      currency: 'USD',
      expected: 259.88,
      itemsWithoutPrice: 0,
    });
  });

  it('is not in the diff where nothing costs more or less', async () => {
    edit('engineVersion: "16.12"', 'engineVersion: "16.10"');
    const { stdout } = await project.run('diff', '--base', base.folder);
    expect(stdout).toContain('16.12 → 16.10');
    expect(stdout).not.toContain('monthly cost');
  });

  it('is in a review that knows a base', async () => {
    edit('db.m5.large', 'db.m5.xlarge');
    const words = ['review', 'prod=plan.json'];
    const line = 'prod: monthly cost: expected +259.88 USD, min +259.88, max +259.88';
    expect((await project.run(...words, '--base', base.folder)).stdout).toContain(`\n${line}\n`);
    expect((await project.run(...words, '--base', base.folder, '--format', 'markdown')).stdout).toContain(
      `- \`${line}\``,
    );
    expect((await project.run(...words)).stdout).not.toContain('monthly cost');
  });
});
