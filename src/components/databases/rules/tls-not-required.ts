import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { readEngineVersion } from '../facts/engine-version.ts';
import { tlsDefault, tlsParameterOf } from '../facts/parameters.ts';
import { parameterGroupOf } from '../names.ts';
import type { Database, Databases } from '../schema.ts';
import { mariadb, mysql, postgres } from './examples.ts';

export const tlsNotRequired = defineRule<Databases>({
  code: 'database/tls-not-required',
  severity: 'warning',
  summary: 'the server refuses connections without TLS',
  why: 'one client without TLS sends its password and its data readable through the network',
  source: 'CKV2_AWS_69; the defaults as in facts/parameters.ts',
  examples: {
    good: [
      postgres(),
      postgres({ engineVersion: '"14.21"', parameters: '{rds.force_ssl: {value: "1"}}' }),
      mysql({ parameters: undefined, parameterGroup: '{name: prod-tls}' }),
    ],
    bad: [
      postgres({ engineVersion: '"14.21"' }),
      postgres({ parameters: '{rds.force_ssl: {value: "0"}}' }),
      mysql({ parameters: undefined }),
      mariadb({ engineVersion: '"10.11.11"' }),
    ],
  },
  check: eachItem<Database>('databases', (database, at, report) => {
    const { engine, engineVersion, parameters, adopt } = database;
    const group = parameterGroupOf(database);
    // What a group of others says, or the one that an adopted database has, is not known here.
    if (group.kind === 'existing' || (group.kind === 'none' && adopt)) return;
    const name = tlsParameterOf(engine);
    const parameter = parameters.get(name);
    const major = readEngineVersion(engine, engineVersion)?.major;
    if (parameter) {
      if (!/^(?:0|off)$/i.test(parameter.value)) return;
      report({
        at: at('parameters', name, 'value'),
        message: `${name} is ${parameter.value}: clients may connect without TLS`,
        help: 'write "1"',
        suggestions: [{ message: 'require TLS', replacement: '"1"' }],
      });
    } else if (major !== undefined && tlsDefault(engine, major) === false) {
      report({
        at: at('parameters'),
        on: 'key',
        message: `${engine} ${major} takes connections without TLS unless ${name} is set`,
        help: `write parameters: {${name}: {value: "1"}}`,
      });
    }
  }),
});
