import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { setting } from '../../../compiler/rules/suggestions.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

export const renameChangesName = defineRule<Edge>({
  code: 'edge/rename-changes-name',
  severity: 'error',
  summary: 'a renamed distribution keeps the names that its policies have in AWS',
  why: 'a rename in the spec is no change in AWS; whoever knows the policies by their names would look for them in vain',
  source:
    'terraform-provider-aws 5.100: name is changed in place (planned 2026-11-25); unverified: whether CloudFront does it',
  examples: {
    good: [web('previousName: site', 'name: prod-site')],
    bad: [web('previousName: site')],
  },
  check: eachItem<EdgeItem>('edge', ({ previousName }, at, report, { frame, name, isWritten }) => {
    if (previousName === undefined || isWritten(at('name'))) return;
    const before = `${frame.environment}-${previousName}`;
    report({
      at: at('previousName'),
      message: `name follows the key: it was ${before} and becomes ${frame.environment}-${name}`,
      help: 'write the name that it has',
      suggestions: [setting(at('name'), before)],
    });
  }),
});
