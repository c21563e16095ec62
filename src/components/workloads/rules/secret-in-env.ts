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
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, secrets: [api-credentials]}}',
    ],
    bad: [
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, env: {DB_PASSWORD: hunter2}}}',
      'workloads: {api: {image: "registry.example.com/api:1.4.2", replicas: 2, env: {GITHUB_TOKEN: abc}}}',
    ],
  },
  check: eachItem('workloads', ({ env }, at, report) => {
    for (const name of env?.keys() ?? []) {
      if (!SECRET.test(name)) continue;
      report({
        at: at('env', name),
        on: 'key',
        message: `${name} sounds like a secret`,
        help: 'put it into a Secret and name that in secrets; then change the value, for it has been written down',
      });
    }
  }),
});

const SECRET = /(?:^|_)(?:PASSWORD|PASSWD|SECRET|TOKEN|API_KEY|ACCESS_KEY|PRIVATE_KEY|CREDENTIALS)$/i;
