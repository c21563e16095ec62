import { afterEach, expect, it } from 'vitest';
import { close, open, PROD, project } from '../scale/testing/example-project.ts';

afterEach(close);

const TRAFFIC = `
traffic:
  asOf: "2026-11-25"
  current: 1000/min
  growth: {6mo: 4000/min}
  workloads: {api: {ratePerPod: 500/min}}
  events: {sale: {from: "2027-03-01", to: "2027-03-02", factor: 2}}
`;
const explain = (...words: string[]) => project.run('explain', ...words);

it('shows the formula of a figure, and the values with their lines', async () => {
  open(PROD + TRAFFIC);
  const { code, stdout } = await explain('prod', 'capacity.6mo.workloads.api.pods');
  expect(code).toBe(0);
  expect(stdout).toMatchInlineSnapshot(`
    "prod: capacity.6mo.workloads.api.pods is 8 (pods)

      ⌈4,000/min ÷ 500/min⌉ = 8

    It is made from:
      traffic.growth["6mo"]             4,000/min  specs/prod.yaml:35
      traffic.workloads.api.ratePerPod  500/min    specs/prod.yaml:36
    "
  `);
});

it('knows events, and months that are in no table', async () => {
  open(PROD + TRAFFIC);
  const event = await explain('prod', 'capacity.events.sale.peak');
  expect(event.stdout).toContain('traffic.events.sale.factor');
  expect(await explain('capacity.7mo.rate')).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('4,000/min'),
  });
});

it('tells tools', async () => {
  open(PROD + TRAFFIC);
  const { stdout } = await explain('prod', 'capacity.asOf.workloads.api.pods', '--format', 'json');
  expect(JSON.parse(stdout)).toMatchObject({
    formatVersion: 1,
    figures: [{ environment: 'prod', value: 2, inputs: [{ path: 'traffic.current' }, { value: '500/min' }] }],
  });
});

it('lists what changes with a value, also by what follows from it', async () => {
  open(PROD + TRAFFIC);
  const { stdout } = await explain('prod', 'traffic.workloads.api.ratePerPod');
  expect(stdout).toContain('capacity.12mo.workloads.api.pods is 8');
  const json = JSON.parse((await explain('prod', 'traffic.current', '--format', 'json')).stdout);
  expect(json.answers[0].figures).toContainEqual({ id: 'capacity.asOf.rate', text: '1,000/min' });
});

it('explains costs: each line with its price, and what it rests on', async () => {
  open(PROD + TRAFFIC);
  const { code, stdout } = await explain('prod', 'cost.nodeGroups.spot.max');
  expect(code).toBe(0);
  expect(stdout).toContain('cost.nodeGroups.spot.max is 740.80 USD (a month)');
  // 10 × 0.096 × 730, and 10 × 50 × 0.08.
  expect(stdout).toContain('m5.large on demand: 10 nodes × 0.096 USD × 730 h = 700.80 USD');
  expect(stdout).toContain('price of 2026-07-20 (A): ');
  expect(stdout).toMatch(/nodeGroups\.spot\.size {2,}\{min: 1, max: 10, initial: 3.* specs\/prod\.yaml:10/);
  const json = JSON.parse((await explain('prod', 'cost.expected', '--format', 'json')).stdout);
  const cost = JSON.parse((await project.run('cost', 'prod', '--format', 'json')).stdout);
  expect(json.figures[0].value).toBe(cost.totals.expected);
});

it('names the cost of what follows from a value', async () => {
  open(PROD + TRAFFIC);
  const { stdout } = await explain('prod', 'nodeGroups.spot.size.max', '--format', 'json');
  const ids = JSON.parse(stdout).answers[0].figures.map(({ id }: { id: string }) => id);
  expect(ids).toContain('cost.nodeGroups.spot.max');
});

it.each([
  ['cost.databases.postgre.expected', /did you mean cost\.databases\.postgres\.expected/],
  ['capacity.6mo.workloads.api.pod', /did you mean capacity\.6mo\.workloads\.api\.pods/],
  ['capacity.nothing', /--format json lists every figure/],
])('says what is near %s', async (id, message) => {
  open(PROD + TRAFFIC);
  expect(await explain('prod', id)).toMatchObject({ code: 64, stderr: expect.stringMatching(message) });
});

it('says what to write where there is no traffic', async () => {
  open();
  expect(await explain('prod', 'capacity.asOf.rate')).toMatchObject({
    code: 64,
    stderr: expect.stringContaining('write traffic'),
  });
});
