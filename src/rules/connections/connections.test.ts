import { describe, expect, it } from 'vitest';
import { databases } from '../../components/databases/index.ts';
import { lintExample } from '../../components/testing/compile-example.ts';
import { workloads } from '../../components/workloads/index.ts';
import { platform } from './examples.ts';
import { connectionRules } from './index.ts';

const kinds = [workloads, databases];

const findingsFor = async (yaml: string) => lintExample(kinds, yaml, connectionRules as never).diagnostics;
const codesFor = async (yaml: string) => (await findingsFor(yaml)).map(({ code }) => code);

describe('the published incident: 40 pods with pools of 20 at db.t3.medium', () => {
  const api = ['workloads', 'api'];

  it('fails with its arithmetic, every line that it rests on, and each single value that would fit', async () => {
    const [finding, ...others] = await findingsFor(platform({ maxReplicas: 40, poolSize: 20 }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'connection/exceed-database',
      severity: 'error',
      message:
        'api may open (40 + 10 pods) × 20 = 1,000 connections, but postgres gives 389 (410 less 21 in reserve)',
      help: 'let the pods connect via pgbouncer, or take what fits; a measured max_connections can be written into parameters',
      at: { path: [...api, 'database', 'poolSize'] },
      related: [
        {
          message: 'max_connections of db.t3.medium is about 410: min((4 GiB − 380 MB) ÷ 9,531,392, 5,000)',
          at: { path: ['databases', 'postgres', 'class'] },
        },
        {
          message: 'the number of pods of api is set here',
          at: { path: [...api, 'autoscaling', 'maxReplicas'] },
        },
        {
          message: 'how many pods of api there may be above their number is set here',
          at: { path: [...api, 'rollout', 'maxSurge'] },
        },
      ],
      suggestions: [
        { message: 'poolSize 7 fits', change: { path: [...api, 'database', 'poolSize'], value: 7 } },
        {
          message: 'maxReplicas 15 fits',
          change: { path: [...api, 'autoscaling', 'maxReplicas'], value: 15 },
        },
        {
          message: 'db.t3.xlarge gives about 1,737 and fits with 20 % to spare',
          change: { path: ['databases', 'postgres', 'class'], value: 'db.t3.xlarge' },
        },
      ],
    });
  });

  it.each([
    ['fits with the pool that is proposed', { maxReplicas: 40, poolSize: 7 }, []],
    ['does not fit with one more', { maxReplicas: 40, poolSize: 8 }, ['connection/exceed-database']],
    ['fits with the pods that are proposed', { maxReplicas: 15, poolSize: 20 }, []],
    ['does not fit with one more pod', { maxReplicas: 16, poolSize: 20 }, ['connection/exceed-database']],
    ['fits the class that is proposed', { maxReplicas: 40, poolSize: 20, className: 'db.t3.xlarge' }, []],
  ])('%s', async (_, example, codes) => {
    expect(await codesFor(platform(example))).toEqual(codes);
  });
});

it('proposes no fewer pods than the autoscaler keeps', async () => {
  const yaml = platform({ maxReplicas: 40, poolSize: 200 }).replace('minReplicas: 2', 'minReplicas: 4');
  const [finding] = await findingsFor(yaml);
  expect(finding?.suggestions?.map(({ message }) => message)).toEqual(['poolSize 7 fits']);
});

describe('a pooler that opens too much', () => {
  const pooler = ['databases', 'postgres', 'connectionPooler'];
  const findingWith = async (text: string) => {
    const [finding] = await findingsFor(
      platform({ maxReplicas: 10, poolSize: 5, via: 'pgbouncer', pooler: text }),
    );
    return finding;
  };

  it('is found at the pool that its most connections follow from', async () => {
    const pools = '{userListSecret: c, defaultPoolSize: 150, reservePoolSize: 10}';
    expect(await findingWith(pools)).toMatchObject({
      message:
        'the pooler may open (2 + 1 pods) × 160 = 480 connections, but postgres gives 389 (410 less 21 in reserve)',
      at: { path: [...pooler, 'defaultPoolSize'] },
      related: [
        { at: { path: ['databases', 'postgres', 'class'] } },
        { at: { path: [...pooler, 'reservePoolSize'] } },
      ],
      // 389 ÷ 3 pods are 129, less the 10 in reserve.
      suggestions: expect.arrayContaining([
        { message: 'defaultPoolSize 119 fits', change: { path: [...pooler, 'defaultPoolSize'], value: 119 } },
      ]),
    });
  });

  it('is found at the most connections where they are written', async () => {
    expect(await findingWith('{userListSecret: c, maxDbConnections: 130}')).toMatchObject({
      at: { path: [...pooler, 'maxDbConnections'] },
      suggestions: expect.arrayContaining([
        expect.objectContaining({ message: 'maxDbConnections 129 fits' }),
      ]),
    });
  });
});

it('compares a smaller replica also where the primary is large enough', async () => {
  const codes = await codesFor(
    platform({
      maxReplicas: 40,
      poolSize: 20,
      className: 'db.t3.2xlarge',
      replicas: '{replica-1: {class: db.t3.medium}}',
    }),
  );
  expect(codes.sort()).toEqual(['connection/exceed-replica', 'database/replica-smaller-than-primary']);
});
