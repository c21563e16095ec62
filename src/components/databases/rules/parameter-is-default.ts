import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { readEngineVersion } from '../facts/engine-version.ts';
import { tlsDefault, tlsParameterOf } from '../facts/parameters.ts';
import type { Database, Databases } from '../schema.ts';
import { postgres } from './examples.ts';

export const parameterIsDefault = defineRule<Databases>({
  code: 'database/parameter-is-default',
  severity: 'warning',
  summary: 'a parameter differs from the default of the engine',
  why: 'RDS answers with its own apply method for a value that is the default, so that every plan shows a difference',
  source: 'terraform-provider-aws #18035, #22857, #36419',
  examples: {
    good: [
      postgres({
        engineVersion: '"14.21"',
        parameters: '{rds.force_ssl: {value: "1"}}',
      }),
    ],
    bad: [postgres({ parameters: '{rds.force_ssl: {value: "1"}}' })],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion, parameters }, at, report) => {
    const name = tlsParameterOf(engine);
    const major = readEngineVersion(engine, engineVersion)?.major;
    const value = parameters.get(name)?.value;
    if (major === undefined || value !== '1' || !tlsDefault(engine, major)) return;
    report({
      at: at('parameters', name, 'value'),
      message: `${name} is 1 by default in ${engine} ${major}`,
      help: 'take the parameter away',
      suggestions: [removal(at('parameters', name))],
    });
  }),
});
