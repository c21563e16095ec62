import { describe, expect, it } from 'vitest';
import { builtInCatalog } from '../catalog.ts';
import { maxConnections } from './max-connections.ts';

const { rdsClasses } = builtInCatalog;

describe('the connections of an RDS class', () => {
  // Observed on real instances: AWS re:Post and user guide, collected 2026-10; the estimate stays within 5 %.
  it.each([
    ['postgres', 'db.t3.micro', 81],
    ['postgres', 'db.r6g.large', 1660],
    ['mysql', 'db.t3.micro', 60],
    ['mysql', 'db.t3.large', 630],
    ['mysql', 'db.r6g.large', 1300],
  ] as const)('%s on %s is near %i', (engine, className, observed) => {
    const { connections } = maxConnections(rdsClasses, engine, className)!;
    expect(Math.abs(connections - observed) / observed).toBeLessThanOrEqual(0.05);
  });

  it('are never more than the engine takes, and the working says so', () => {
    expect(maxConnections(rdsClasses, 'postgres', 'db.r6g.4xlarge')).toEqual({
      connections: 5000,
      working: 'min((128 GiB − 2,860 MB) ÷ 9,531,392, 5,000)',
    });
  });

  it('are unknown for a class that is not in the table', () => {
    expect(maxConnections(rdsClasses, 'postgres', 'db.banana')).toBeUndefined();
  });
});
