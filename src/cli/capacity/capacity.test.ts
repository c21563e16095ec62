import { afterEach, describe, expect, it } from 'vitest';
import { changed, close, open, PROD, project } from '../scale/testing/example-project.ts';

afterEach(close);

const TRAFFIC = `
traffic:
  asOf: "2026-11-25"
  current: 1000/min
  growth: {6mo: 4000/min}
  databases:
    postgres: {cpuUtilization: 60%, storageUsed: 180GiB, storageGrowth: 20GiB}
`;
const LIMITED = `${PROD.replace('maxReplicas: 20', 'minReplicas: 3\n      maxReplicas: 8')}${TRAFFIC}`;
const capacity = (...words: string[]) => project.run('capacity', ...words);

describe('capacity', () => {
  it('shows what there will be, which limit breaks first, and its line', async () => {
    open(LIMITED);
    const { code, stdout, stderr } = await capacity('prod');
    expect(code).toBe(0);
    expect(stdout).toMatchInlineSnapshot(`
      "Capacity of prod from 2026-11-25 to 2027-11-25

                                asOf            6mo             12mo
                                2026-11-25      2027-05-25      2027-11-25
      rate                      1,000/min       4,000/min       4,000/min
      pods of api               3               12              12
      vCPU that postgres needs  6.86            27.43           27.43
      class of postgres         db.r6g.2xlarge  db.r6g.8xlarge  db.r6g.8xlarge
      storage of postgres       180 GiB         438 GiB         921 GiB

      Limits: the first limit that breaks is databases.postgres.class, in December 2026 (2026-12-16): vCPU that postgres needs 8.06, and the spec has 8 vCPU of db.r6g.2xlarge

        base        low         high        what                      allowed                   needed
        2026-12-16  2027-01-02  2026-12-09  vCPU that postgres needs  8 vCPU of db.r6g.2xlarge  27.43
        2027-04-03  –           2027-03-03  pods of api               8 pods                    12
        2027-06-18  2027-08-14  2027-05-24  storage of postgres       500 GiB                   921 GiB
        – holds until then

      To raise, so that it holds in base growth:
        databases.postgres.class: db.r6g.8xlarge  (specs/prod.yaml:21)
          60% × 8 vCPU of db.r6g.2xlarge × 4,000/min ÷ 1,000/min ÷ 70% = 27.43 vCPU: db.r6g.8xlarge has 32 vCPU and 256 GiB
        workloads.api.autoscaling.maxReplicas: 12  (specs/prod.yaml:17)
          ⌈4,000/min ÷ 333.334/min⌉ = 12; 333.334/min is what each of 3 pods serves at traffic.peak
        databases.postgres.storage.max: 930GiB  (specs/prod.yaml:22)
          180GiB + 20GiB × 37.05 months of the traffic of today = 921 GiB, in tens of GiB
        elastiform capacity prod --write --dry-run shows the lines

      Not counted:
        nodes: foundation.otherNodes is true: nodes that the spec does not know hold some of the pods
        memory of redis: write caches.redis.datasetSize

      How a number comes about: elastiform explain prod capacity.12mo.workloads.api.pods
      "
    `);
    expect(stderr).toMatchInlineSnapshot(`
      "runway: 21 days from 2026-11-25, until databases.postgres.class
      "
    `);
  });

  it('says the same to tools', async () => {
    open(LIMITED);
    const { code, stdout } = await capacity('prod', '--format', 'json', '--months', '6');
    expect(code).toBe(0);
    const json = JSON.parse(stdout);
    expect(json).toMatchObject({ formatVersion: 1, environment: 'prod', horizon: '2027-05-25' });
    expect(json.dates.map(({ id }: { id: string }) => id)).toEqual(
      ['asOf', '1mo', '2mo', '3mo', '4mo', '5mo', '6mo'].map((name) => `capacity.${name}`),
    );
    expect(json.limits[0]).toMatchObject({
      path: 'databases.postgres.class',
      file: 'specs/prod.yaml',
      isWritten: true,
      breaks: { low: { month: 'January 2027' }, base: { date: '2026-12-16', month: 'December 2026' } },
      raiseTo: { text: 'db.r6g.8xlarge' },
    });
    expect(json.runway).toEqual({
      from: '2026-11-25',
      days: 21,
      path: 'databases.postgres.class',
      minDays: null,
      isLongEnough: true,
    });
  });

  it('is a page in Markdown', async () => {
    open(LIMITED);
    const { stdout } = await capacity('prod', '--format', 'markdown');
    expect(stdout).toMatch(/^# Capacity of `prod`\n/);
    expect(stdout).toContain('`workloads.api.autoscaling.maxReplicas` (specs/prod.yaml:17)');
  });

  it.each([
    ['21d', 0],
    ['22d', 1],
    ['24h', 0],
  ])('a runway of %s: exit code %s', async (least, code) => {
    open(LIMITED);
    expect(await capacity('prod', '--min-runway', least)).toMatchObject({ code });
  });

  it.each([
    ['--months 0', /no number of months/],
    ['--months 121', /no number of months/],
    ['--min-runway soon', /--min-runway soon: /],
    ['--dry-run', /--dry-run shows what --write would do/],
    ['--write --format markdown', /use one of them/],
  ])('refuses %s', async (words, message) => {
    open(LIMITED);
    expect(await capacity('prod', ...words.split(' '))).toMatchObject({
      code: 64,
      stderr: expect.stringMatching(message),
    });
  });

  it('says what is missing where there is no traffic', async () => {
    open();
    expect(await capacity('prod')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('write traffic'),
    });
  });
});

describe('capacity --write', () => {
  it('raises what breaks within the horizon, with comments kept, and nothing more', async () => {
    open(LIMITED);
    const dry = await capacity('prod', '--write', '--dry-run');
    expect(dry).toMatchObject({ code: 0, stderr: expect.stringContaining('nothing was written') });
    expect(changed(LIMITED)).toEqual([]);
    const { code, stderr } = await capacity('prod', '--write');
    expect({ code, stderr }).toMatchObject({ code: 0 });
    expect(changed(LIMITED)).toEqual([
      '-      maxReplicas: 8',
      '-    class: db.r6g.2xlarge',
      '-    storage: {allocated: 200GiB, max: 500GiB}',
      '-    postgres: {cpuUtilization: 60%, storageUsed: 180GiB, storageGrowth: 20GiB}',
      '+      maxReplicas: 12',
      '+    class: db.r6g.8xlarge',
      '+    storage: {allocated: 200GiB, max: 930GiB}',
      '+    postgres: {cpuUtilization: 60%, measuredClass: db.r6g.2xlarge, storageUsed: 180GiB, storageGrowth: 20GiB}',
    ]);
    expect(project.read('specs/prod.yaml')).toContain('# what the database bears');
    expect(await capacity('prod', '--min-runway', '360d', '--write')).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('there is nothing to raise'),
    });
    expect(await project.run('scale', 'prod', '--undo')).toMatchObject({ code: 0 });
    expect(changed(LIMITED)).toEqual([]);
  });

  it('writes nothing when the spec would have errors, and says them', async () => {
    // 12 + 12 pods of 200 connections are more than any class gives.
    const spec = LIMITED.replace(
      'maxReplicas: 8',
      'maxReplicas: 8\n    rollout: {maxSurge: 100%}\n    database: {ref: postgres, poolSize: 200, via: direct}',
    );
    open(spec);
    const result = await capacity('prod', '--write');
    expect(result).toMatchObject({ code: 1, stderr: expect.stringContaining('connection/exceed-database') });
    expect(changed(spec)).toEqual([]);
  });

  it('tells tools in one document', async () => {
    open(LIMITED);
    const { stdout } = await capacity('prod', '--write', '--dry-run', '--format', 'json');
    expect(JSON.parse(stdout)).toMatchObject({ formatVersion: 1, written: false, runway: { days: 21 } });
  });
});

describe('synth', () => {
  const pages = () => project.files('generated/reference').filter((path) => path.includes('capacity'));

  it('writes a page for every environment with traffic, and takes away what is stale', async () => {
    open(LIMITED);
    expect(await project.run('synth')).toMatchObject({ code: 0 });
    expect(pages()).toEqual(['generated/reference/capacity-prod.md']);
    const page = project.read('generated/reference/capacity-prod.md');
    expect(page).toContain('`workloads.api.autoscaling.maxReplicas`');
    expect(page).not.toMatch(/specs\/prod\.yaml/);
    // Another environment alone leaves it.
    expect(await project.run('synth', 'dev')).toMatchObject({ code: 0 });
    expect(await project.run('synth', '--check')).toMatchObject({ code: 0 });
    project.write('specs/prod.yaml', LIMITED.replace('current: 1000/min', 'current: 1100/min'));
    expect(await project.run('synth', '--check')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('would update capacity-prod.md'),
    });
    project.write('specs/prod.yaml', PROD);
    expect(await project.run('synth')).toMatchObject({ code: 0 });
    expect(pages()).toEqual([]);
  });
});
