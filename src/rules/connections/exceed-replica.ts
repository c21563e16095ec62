import { defineRule } from '../../compiler/rules/rule.ts';
import type { Model } from '../../components/registry.ts';
import { demandsOfWorkloads, linesOf, sentenceOf, total } from './demand.ts';
import { platform } from './examples.ts';
import { supplyOf } from './supply.ts';
import { classThatFits } from './what-fits.ts';

export const exceedReplica = defineRule<Model>({
  code: 'connection/exceed-replica',
  severity: 'warning',
  summary: 'a read replica has connections for all pods that there may be',
  why: 'an application that reads from DB_REPLICA_HOST opens a second pool there, of the same size, and no pooler is in between',
  source: 'database/sql of Go: a pool for each DSN; AWS RDS user guide CHAP_Limits (read 2026-10)',
  examples: {
    good: [
      platform({
        maxReplicas: 10,
        poolSize: 20,
        via: 'pgbouncer',
        pooler: '{userListSecret: clients}',
        replicas: '{replica-1: {}}',
      }),
    ],
    bad: [
      platform({
        maxReplicas: 40,
        poolSize: 20,
        via: 'pgbouncer',
        pooler: '{userListSecret: clients}',
        replicas: '{replica-1: {}}',
      }),
    ],
  },
  check(model, report, { catalog, isWritten }) {
    for (const [key, database] of model.databases) {
      const demands = demandsOfWorkloads(model, key).filter(
        ({ who }) => model.workloads.get(who)?.database?.configMap,
      );
      const primary = supplyOf(catalog, database, key, database.class, ['databases', key, 'class']);
      const areAllDirect = demands.every(({ who }) => model.workloads.get(who)?.database?.via === 'direct');
      for (const [replicaKey, replica] of database.readReplicas) {
        const classPath = ['databases', key, 'readReplicas', replicaKey, 'class'];
        const saysClass = isWritten(classPath) ? classPath : ['databases', key, 'class'];
        const supply = supplyOf(catalog, database, key, replica.class, saysClass);
        if (!supply.isKnown || total(demands) <= supply.connections) continue;
        // What is too much for the primary is an error there already.
        if (areAllDirect && primary.isKnown && total(demands) > primary.connections) continue;
        report({
          at: classPath,
          message: `${sentenceOf(demands)} at ${replicaKey}, which gives ${supply.working}`,
          help: 'take a smaller poolSize or a larger class, or accept it by an exception when the application reads from the replica with a smaller pool',
          related: [
            { message: supply.origin, at: { path: supply.path } },
            ...linesOf(demands, classPath, isWritten),
          ],
          suggestions: supply.followsClass
            ? classThatFits(
                catalog,
                database.engine,
                { className: replica.class, classPath: saysClass },
                total(demands),
              )
            : [],
        });
      }
    }
  },
});
