import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

const TAKEN = ['html', 'hashed', 'images'];

export const kindTaken = defineRule<Edge>({
  code: 'edge/kind-taken',
  severity: 'error',
  summary: 'a further kind of file has a name of its own',
  why: 'names of policies and addresses in Terraform are made from it, and two would be the same',
  source: 'decision 6, addresses are made from the keys of the spec (2026-11-25)',
  examples: {
    good: [web('cache: {others: {fonts: {paths: ["*.woff2"], ttl: 30d}}}')],
    bad: [web('cache: {others: {images: {paths: ["*.avif"], ttl: 30d}}}')],
  },
  check: eachItem<EdgeItem>('edge', ({ cache: { others } }, at, report) => {
    for (const name of others.keys()) {
      if (!TAKEN.includes(name)) continue;
      report({
        at: at('cache', 'others', name),
        on: 'key',
        message: `${name} is taken`,
        help: `choose another name, or write cache.${name}`,
      });
    }
  }),
});
