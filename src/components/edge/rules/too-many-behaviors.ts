import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { pathBehaviors } from '../behaviors.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

const BEHAVIORS = 75;
/** A default item has two patterns of hashed files, seven of images, and the default behavior. */
const IN_DEFAULT_ITEM = 10;

const folders = (count: number) =>
  ['a', 'b']
    .map((half, i) => {
      const length = i === 0 ? Math.floor(count / 2) : Math.ceil(count / 2);
      const paths = Array.from({ length }, (_, n) => `"${half}${n}/*"`);
      return `${half}: {paths: [${paths.join(', ')}], ttl: 1d}`;
    })
    .join(', ');

export const tooManyBehaviors = defineRule<Edge>({
  code: 'edge/too-many-behaviors',
  severity: 'warning',
  summary: 'a distribution has at most 75 behaviors',
  why: 'each path pattern is one, the default behavior another, and CloudFront refuses more unless AWS has raised the quota',
  source:
    'CloudFront developer guide, "Quotas": 75 cache behaviors per distribution, adjustable (read 2026-11-25)',
  examples: {
    good: [web(`cache: {others: {${folders(BEHAVIORS - IN_DEFAULT_ITEM)}}}`)],
    bad: [web(`cache: {others: {${folders(BEHAVIORS - IN_DEFAULT_ITEM + 1)}}}`)],
  },
  check: eachItem<EdgeItem>('edge', (item, at, report) => {
    const count = pathBehaviors(item).length + 1;
    if (count <= BEHAVIORS) return;
    report({
      at: at('cache'),
      on: 'key',
      message: `the path patterns make ${count} behaviors, and CloudFront takes ${BEHAVIORS}`,
      help: 'put files into folders, so that one pattern takes many, or ask AWS for a higher quota',
    });
  }),
});
