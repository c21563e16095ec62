import { describe, expect, it } from 'vitest';
import { databases } from '../../components/databases/index.ts';
import { lintExample } from '../../components/testing/compile-example.ts';
import { testCrossRuleExamples } from '../../components/testing/rule-examples.ts';
import { workloads } from '../../components/workloads/index.ts';
import { platform } from './examples.ts';
import { connectionRules } from './index.ts';

const kinds = [workloads, databases];

testCrossRuleExamples(connectionRules as never, kinds);

const findingsFor = async (yaml: string) => lintExample(kinds, yaml, connectionRules as never).diagnostics;

describe('the published incident: 40 pods with pools of 20 at db.t3.medium', () => {
  it('fails with its arithmetic, and says what would fit and where each number comes from', async () => {
    const [finding, ...others] = await findingsFor(platform({ maxReplicas: 40, poolSize: 20 }));
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      code: 'connection/exceed-database',
      severity: 'error',
      message:
        'api may open (40 + 10 pods) × 20 = 1,000 connections, but postgres gives 389 (410 less 21 in reserve)',
      help: 'poolSize 7 fits, or let the pods connect via pgbouncer, or take a larger class; a measured max_connections can be written into parameters',
      at: { path: ['workloads', 'api', 'database', 'poolSize'] },
      related: [
        {
          message: 'max_connections of db.t3.medium is about 410: min((4 GiB − 380 MB) ÷ 9,531,392, 5,000)',
          at: { path: ['databases', 'postgres', 'class'] },
        },
        {
          message: 'the number of pods of api is set here',
          at: { path: ['workloads', 'api', 'autoscaling', 'maxReplicas'] },
        },
      ],
    });
  });

  it.each([
    ['fits with the pool that is proposed', 7, 0],
    ['does not fit with one more', 8, 1],
  ])('%s', async (_, poolSize, findings) => {
    expect(await findingsFor(platform({ maxReplicas: 40, poolSize }))).toHaveLength(findings);
  });
});
