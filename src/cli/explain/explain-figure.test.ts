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

it.each([
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
