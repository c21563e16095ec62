import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { type Database, type Databases, supportsIamAuthentication } from '../schema.ts';
import { mariadb, mysql, postgres, unsupported } from './examples.ts';

export const noIamAuthentication = defineRule<Databases>({
  code: 'database/no-iam-authentication',
  severity: 'warning',
  summary: 'people and pods may sign in with IAM where the engine can',
  why: 'without it everybody who signs in has a password, which lives for years, and nobody can say who had it',
  source:
    'RDS.10; CKV_AWS_161 (bridgecrewio/checkov@b364727, RDSIAMAuthentication.py); AWS-0176 (aquasecurity/trivy-checks@2d6935f) (all read 2026-11-27)',
  examples: {
    good: [
      postgres(),
      unsupported(
        mariadb({
          engineVersion: '"10.5.28"',
          iamAuthentication: 'false',
          parameters: '{require_secure_transport: {value: "1"}}',
        }),
      ),
    ],
    bad: [
      postgres({ iamAuthentication: 'false' }),
      mysql({ iamAuthentication: 'false' }),
      `tier: dev\n${postgres({ iamAuthentication: 'false' })}`,
    ],
  },
  check: eachItem<Database>('databases', ({ engine, engineVersion, iamAuthentication }, at, report) => {
    if (iamAuthentication || supportsIamAuthentication(engine, engineVersion) !== true) return;
    report({
      at: at('iamAuthentication'),
      message: `iamAuthentication is false, and ${engine} ${engineVersion} has it`,
      help: 'take the line away: users with a password are not touched by it',
      suggestions: [{ message: 'allow it beside passwords', replacement: 'true' }],
    });
  }),
});
