import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { grouped } from '../../util/grouped-digits.ts';
import { platform } from './examples.ts';

const MIB = 2 ** 20;
/** Half of the 9,531,392 bytes for which RDS gives one connection; that half is the limit is our choice (2026-11). */
const LEAST_BYTES = 9_531_392 / 2;

export const maxConnectionsAboveMemory = defineRule<Model>({
  code: 'connection/max-connections-above-memory',
  severity: 'warning',
  summary: 'max_connections of PostgreSQL is a number that the memory of the class can carry',
  why: 'every connection is a process with memory of its own, also while it is idle; a number that only silences another finding lets the instance swap or run out of memory at the peak instead of refusing clients',
  source:
    'AWS RDS user guide, CHAP_Limits: least(DBInstanceClassMemory / 9531392, 5000) (read 2026-10); AWS Database Blog, "Resources consumed by idle PostgreSQL connections" (read 2026-11-27); unverified: how much one connection takes in your application',
  examples: {
    good: [
      platform({ maxReplicas: 10, poolSize: 5, database: 'parameters: {max_connections: {value: "800"}}' }),
      platform({
        maxReplicas: 10,
        poolSize: 5,
        className: 'db.m6g.large',
        database: 'parameters: {max_connections: {value: "1500"}}',
      }),
    ],
    bad: [
      platform({ maxReplicas: 10, poolSize: 5, database: 'parameters: {max_connections: {value: "2000"}}' }),
      platform({
        maxReplicas: 40,
        poolSize: 20,
        database: 'parameters: {max_connections: {value: "1200"}}',
      }),
    ],
  },
  check({ databases }, report, { catalog: { rdsClasses }, isWritten }) {
    for (const [key, { engine, class: primary, parameters, readReplicas }] of databases) {
      const written = parameters.get('max_connections')?.value ?? '';
      if (engine !== 'postgres' || !/^[1-9][0-9]{0,6}$/.test(written)) continue;
      const instances = [
        { name: primary, path: ['databases', key, 'class'] },
        ...[...readReplicas].map(([replica, { class: name }]) => ({
          name,
          path: ['databases', key, 'readReplicas', replica, 'class'],
        })),
      ];
      const known = instances.flatMap(({ name, path }) => {
        const memoryGib = rdsClasses.rows.get(name)?.memoryGib;
        return memoryGib === undefined ? [] : [{ name, path, memoryGib }];
      });
      const smallest = known.sort((a, b) => a.memoryGib - b.memoryGib).at(0);
      if (!smallest) continue;
      const bytesEach = (smallest.memoryGib * 1024 * MIB) / Number(written);
      if (bytesEach >= LEAST_BYTES) continue;
      const most = Math.floor((smallest.memoryGib * 1024 * MIB) / LEAST_BYTES);
      report({
        at: ['databases', key, 'parameters', 'max_connections', 'value'],
        message: `max_connections ${grouped(Number(written))} leaves ${mebibytes(bytesEach)} MiB of the ${smallest.memoryGib} GiB of ${smallest.name} for each connection; RDS reckons with ${mebibytes(LEAST_BYTES * 2)} MiB`,
        help: `write ${grouped(most)} or less, take a larger class, or let the pods connect via pgbouncer`,
        related: [
          {
            message: 'the class is set here',
            at: { path: isWritten(smallest.path) ? smallest.path : ['databases', key, 'class'] },
          },
        ],
      });
    }
  },
});

function mebibytes(bytes: number): string {
  return (bytes / MIB).toFixed(1);
}
