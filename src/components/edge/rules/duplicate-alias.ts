import { defineRule } from '../../../compiler/rules/rule.ts';
import type { SpecPath } from '../../../compiler/spec-path.ts';
import type { Edge } from '../schema.ts';
import { CERTIFICATE } from './edge-example.ts';

const item = (bucket: string, alias: string) => `{bucket: ${bucket}, aliases: ["${alias}"], ${CERTIFICATE}}`;

export const duplicateAlias = defineRule<Edge>({
  code: 'edge/duplicate-alias',
  severity: 'error',
  summary: 'an alias belongs to one distribution',
  why: 'CloudFront refuses the second distribution with the same alias, in whatever account it is',
  source: 'botocore 1.43.11, cloudfront, CNAMEAlreadyExists (read 2026-11-25)',
  examples: {
    good: [`edge: {a: ${item('dapp-a', 'a.example.com')}, b: ${item('dapp-b', '*.example.com')}}`],
    bad: [`edge: {a: ${item('dapp-a', 'a.example.com')}, b: ${item('dapp-b', 'a.example.com')}}`],
  },
  check(edge, report) {
    const owners = new Map<string, { readonly key: string; readonly path: SpecPath }>();
    for (const [key, { aliases }] of edge) {
      for (const [index, alias] of aliases.entries()) {
        const path = ['edge', key, 'aliases', String(index)];
        const owner = owners.get(alias);
        if (owner === undefined) {
          owners.set(alias, { key, path });
          continue;
        }
        report({
          at: path,
          message: `${alias} is an alias of ${owner.key} too`,
          help: 'leave it with one of them',
          related: [{ message: 'first used here', at: { path: owner.path } }],
        });
      }
    }
  },
});
