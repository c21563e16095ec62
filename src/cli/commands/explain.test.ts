import { afterAll, describe, expect, it } from 'vitest';
import { knowledge } from '../../components/registry.ts';
import { allPages } from '../../reference/all-pages.ts';
import { UNSAFE } from '../sanitize.ts';
import { Project, validSpec } from '../testing/project.ts';

const project = new Project({}, knowledge);
afterAll(() => project.remove());

const explain = (...words: string[]) => project.run('explain', ...words);

describe('explain', () => {
  it('prints a page with everything on it', async () => {
    expect(await explain('yaml/tab')).toEqual({
      code: 0,
      stderr: '',
      stdout: `yaml/tab (error)

  lines are indented with spaces

why:     YAML counts spaces to see what belongs together, and a tab has no fixed width
to do:   indent with spaces, two for each level
source:  YAML 1.2.2 §6.1, 2021-10-01

wrong:
    aws:
    <TAB>tags: {Team: payments}

right:
    aws:
      tags: {Team: payments}

An error cannot be accepted.
`,
    });
  });

  it('says how to accept what can be accepted, at the place of the example', async () => {
    const { stdout } = await explain('workload/single-replica');
    expect(stdout).toContain('    - rule: workload/single-replica\n');
    expect(stdout).toContain('      path: workloads.api #');
  });

  it('lists all codes, one on each line', async () => {
    const { stdout } = await explain();
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(allPages(knowledge).map(({ code }) => code));
    expect(lines).toContainEqual(expect.stringMatching(/^yaml\/tab +error +lines are indented with spaces$/));
  });

  it.each([
    ['yaml/tba', 'did you mean yaml/tab'],
    ['tab', 'did you mean yaml/tab?'],
    ['YAML/TAB', 'did you mean yaml/tab'],
    ['frobnicate', 'elastiform explain lists all codes'],
  ])('does not know %s', async (word, help) => {
    expect(await explain(word)).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining(help),
    });
  });

  it.each(allPages(knowledge).map(({ code }) => code))(
    'prints nothing of %s that moves a cursor',
    async (code) => {
      const { stdout } = await explain(code);
      expect(stdout.match(UNSAFE)).toBeNull();
      // The example is there, in text or in a sentence.
      expect(stdout).toMatch(/wrong:\n {2}.*\S/);
      expect(stdout).toMatch(/right:\n {2}.*\S/);
    },
  );
});

describe('explain, about an environment', () => {
  const databases = `databases:
  orders:
    engine: postgres
    engineVersion: "16.12"
    class: db.t4g.large
    storage: {allocated: 50GiB}
`;
  for (const name of ['dev', 'other']) {
    const spec = validSpec(name, databases).replace(
      'nodeRole: node',
      'nodeRole: node, securityGroups: {orders: sg-1}',
    );
    project.write(`specs/${name}.yaml`, spec);
  }

  it('says where a value comes from and what changes with it', async () => {
    const { code, stdout } = await explain('dev', 'databases.orders.class');
    expect(code).toBe(0);
    expect(stdout).toContain('databases.orders.class  (dev)\n');
    expect(stdout).toContain('  origin:  set at specs/dev.yaml:10:12\n');
    expect(stdout).toContain('      aws_db_instance.orders.instance_class = "db.t4g.large"\n');
  });

  it('takes the environment behind the thing, too', async () => {
    expect(await explain('databases.orders.class', 'dev')).toEqual(
      await explain('dev', 'databases.orders.class'),
    );
  });

  it('names environments together of which the same is to be said', async () => {
    const { stdout } = await explain('databases.orders.multiAz');
    expect(stdout).toContain('databases.orders.multiAz  (dev, other)\n');
    expect(stdout).toContain('generated/infra/env/<environment>/rds-postgres.tf\n');
  });

  it('says of an attribute which line of the spec it comes from', async () => {
    const { stdout } = await explain('dev', 'aws_db_instance.orders.instance_class', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({
      formatVersion: 1,
      answers: [
        {
          environment: 'dev',
          address: 'aws_db_instance.orders',
          attributes: [
            {
              path: 'instance_class',
              value: 'db.t4g.large',
              origins: [{ path: 'databases.orders.class', effect: 'value', origin: { kind: 'set' } }],
            },
          ],
        },
      ],
    });
  });

  it.each<[words: string[], help: string]>([
    [['databases.orders.clas'], 'did you mean databases.orders.class'],
    [['dev', 'databses'], 'did you mean databases'],
    [['dev', 'aws_db_instance.order'], 'did you mean aws_db_instance.orders'],
    [['dev', 'aws_db_instance.orders.instance_clas'], 'did you mean aws_db_instance.orders.instance_class'],
    [['deb', 'databases.orders'], 'did you mean "dev"?'],
    [['dev', 'yaml/tba'], 'did you mean yaml/tab'],
    [['dev', 'databases..x'], 'is no path'],
  ])('does not know %j', async (words, help) => {
    expect(await explain(...words)).toMatchObject({
      code: 64,
      stdout: '',
      stderr: expect.stringContaining(help),
    });
  });
});
