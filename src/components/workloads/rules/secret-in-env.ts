import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Workloads } from '../schema.ts';

export const secretInEnv = defineRule<Workloads>({
  code: 'workload/secret-in-env',
  severity: 'warning',
  summary: 'a secret does not stand in the spec',
  why: 'the value is in Git, in the generated files and in the Terraform state, for everybody who can read one of them',
  source: 'hardening reference: passwords and secrets are referenced by name',
  examples: {
    good: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, env: {LOG_LEVEL: info, TOKEN_TTL: 1h}}}',
      // A file that a Secret is mounted as, a switch, and a URL without anything secret in it.
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, env: {DB_PASSWORD: /run/secrets/db, VERIFY_TOKEN: "true", DATABASE_URL: "postgres://app@db:5432/app"}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, secrets: [api-credentials]}}',
    ],
    bad: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, env: {DB_PASSWORD: hunter2}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, env: {GITHUB_TOKEN: abc}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, env: {DATABASE_URL: "postgres://app:hunter2@db:5432/app"}}}',
    ],
  },
  check: eachItem('workloads', ({ env }, at, report) => {
    for (const [name, value] of env ?? []) {
      const holdsPassword = URL_WITH_PASSWORD.test(value);
      if (!holdsPassword && (!SECRET.test(name) || NO_SECRET.test(value))) continue;
      report({
        at: at('env', name),
        on: 'key',
        message: holdsPassword ? `the URL in ${name} has a password in it` : `${name} sounds like a secret`,
        help: 'put it into a Secret and name that in secrets; then change the value, for it has been written down',
      });
    }
  }),
});

const SECRET =
  /(?:^|_)(?:(?:PG)?PASSWORD|PASSWD|PASS|PWD|SECRET|TOKEN|API_KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS)$/i;

/** `postgres://app:hunter2@db:5432`; both lengths are bounded, so that the pattern stays linear. */
const URL_WITH_PASSWORD = /^[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,100}:[^\s/@]{1,200}@/i;

/** Nothing, a switch, or the path of a file that holds the secret. */
const NO_SECRET = /^(?:|true|false|\/.*)$/i;
