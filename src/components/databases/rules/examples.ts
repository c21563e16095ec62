/** A right PostgreSQL database for the examples of rules, with some of its keys written otherwise. */
export const postgres = (keys: Keys = {}): string => database(keys);

/** As {@link postgres}, for MySQL, which does not ask for TLS by itself. */
export const mysql = (keys: Keys = {}): string =>
  database({
    engine: 'mysql',
    engineVersion: '"8.4.9"',
    parameters: '{require_secure_transport: {value: "1"}}',
    ...keys,
  });

/** As {@link postgres}, for MariaDB. */
export const mariadb = (keys: Keys = {}): string =>
  database({ engine: 'mariadb', engineVersion: '"11.8.3"', ...keys });

/** For what only versions without support do: the finding about their support is accepted. */
export const unsupported = (example: string): string =>
  `policy:
  exceptions:
    - {rule: database/support-ends, path: databases.postgres, reason: it is about to go, owner: team-data, expires: "2027-03-31"}
${example}`;

/** Values in YAML's flow style; `undefined` leaves a key out. */
type Keys = Readonly<Record<string, string | undefined>>;

function database(keys: Keys): string {
  const values: Keys = {
    engine: 'postgres',
    engineVersion: '"16.12"',
    class: 'db.r6g.2xlarge',
    storage: '{allocated: 200GiB, max: 500GiB}',
    ...keys,
  };
  const written = Object.entries(values).flatMap(([key, value]) =>
    value === undefined ? [] : [`    ${key}: ${value}\n`],
  );
  return `databases:\n  postgres:\n${written.join('')}`;
}
