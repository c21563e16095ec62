import { asked, type Control, controlsOf, waived } from '../control.ts';
import { engineOf, isReplica, isSet, parametersOf } from './database.ts';

const DEFAULT_PORTS: Readonly<Record<string, number>> = { postgres: 5432, mysql: 3306, mariadb: 3306 };

/** What asks for a name, and what is waived. */
export const databaseControlsNotOn: readonly Control[] = controlsOf('aws_db_instance', [
  [
    ['CKV_AWS_293', 'AWS-0177', 'RDS.8'],
    'protected against deletion',
    isSet('deletion_protection'),
    waived('a replica can be made anew', 'elastiform', 'read replicas', isReplica),
  ],
  [
    ['CKV_AWS_157', 'RDS.5'],
    'a standby in another zone',
    isSet('multi_az'),
    waived(
      'in dev an outage costs less than a second instance, and a replica can be made anew',
      'elastiform',
      'dev, and read replicas',
      (resource, tier) => tier === 'dev' || isReplica(resource),
    ),
  ],
  [
    ['CKV_AWS_118', 'RDS.6'],
    'enhanced monitoring',
    ({ body }) => [1, 5, 10, 15, 30, 60].includes(Number(body['monitoring_interval'])),
    asked('databases.*.monitoring.enhanced', 'RDS needs a role for it, which exists already'),
  ],
  [
    ['CKV_AWS_226', 'RDS.13'],
    'minor versions by themselves',
    isSet('auto_minor_version_upgrade'),
    asked(
      'databases.*.engineVersion',
      'a spec that pins "16.8" owns the minor version, and RDS would leave it; "16" hands it to RDS',
    ),
  ],
  [
    ['CKV2_AWS_30'],
    'PostgreSQL logs statements',
    (resource, tree) => {
      const parameters = parametersOf(resource, tree);
      return (
        engineOf(resource, tree)[0] !== 'postgres' ||
        ['log_statement', 'log_min_duration_statement'].every((name) => parameters?.has(name))
      );
    },
    asked('databases.*.parameters', "statements carry people's data into the logs: somebody decides which"),
  ],
  [
    ['RDS.23'],
    'not the default port of the engine',
    (resource, tree) => resource.body['port'] !== DEFAULT_PORTS[String(engineOf(resource, tree)[0])],
    asked('databases.*.port', 'a scan finds any port in seconds, and every client would need to know'),
  ],
  [
    ['CKV2_AWS_69'],
    'a parameter of our own asks for TLS',
    (resource, tree) => {
      const parameters = parametersOf(resource, tree);
      const name = engineOf(resource, tree)[0] === 'postgres' ? 'rds.force_ssl' : 'require_secure_transport';
      return parameters === undefined || parameters.get(name) === '1';
    },
    waived(
      'Checkov wants the default of PostgreSQL 15 and later written down, which is a difference at every plan; database/tls-not-required looks at the default too',
      'elastiform',
    ),
  ],
  [
    ['CKV_AWS_354', 'AWS-0078'],
    "Performance Insights with a customer's key",
    ({ body }) => body['performance_insights_kms_key_id'] !== undefined,
    waived('the language has no key for it; RDS takes its own key', 'elastiform'),
  ],
]);
