import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import { type Database, type Databases, supportsIamAuthentication } from '../schema.ts';
import { mariadb, unsupported } from './examples.ts';

const old = { engineVersion: '"10.5.28"', parameters: '{require_secure_transport: {value: "1"}}' };

export const iamAuthenticationUnsupported = defineRule<Databases>({
  code: 'database/iam-authentication-unsupported',
  severity: 'error',
  summary: 'IAM authentication is on only where the engine has it',
  why: 'RDS refuses it for MariaDB before 10.6',
  source:
    'RDS user guide "Supported Regions and DB engines for IAM database authentication" (read 2026-11-25)',
  examples: {
    good: [
      unsupported(mariadb(old)),
      mariadb({ iamAuthentication: 'true' }),
      unsupported(
        mariadb({ engineVersion: '"10.6.21"', iamAuthentication: 'true', parameters: old.parameters }),
      ),
    ],
    bad: [unsupported(mariadb({ ...old, iamAuthentication: 'true' }))],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion, iamAuthentication }, at, report) => {
    if (!iamAuthentication || supportsIamAuthentication(engine, engineVersion) !== false) return;
    report({
      at: at('iamAuthentication'),
      message: `iamAuthentication is true, and MariaDB ${engineVersion} does not have it`,
      help: 'take the line away, or upgrade to 10.6 or later',
      related: [{ message: 'the version', at: { path: at('engineVersion') } }],
      suggestions: [removal(at('iamAuthentication'))],
    });
  }),
});
