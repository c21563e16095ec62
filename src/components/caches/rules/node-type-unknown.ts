import type { Catalog } from '../../../catalog/catalog.ts';
import { elasticacheFamilyOf } from '../../../catalog/elasticache/families.ts';
import { unknownTo } from '../../../catalog/table.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { nearWords } from '../../../util/did-you-mean.ts';
import { isBurstable, partsOf } from '../node-type.ts';
import type { Cache, Caches } from '../schema.ts';
import { stagingCache } from './cache-example.ts';

/** Sizes of which new ones may come; burstable families have had the same three since 2014. */
const SIZE = /^(?:large|(?:[2-9]|[1-4][0-9])?xlarge)$/;
const BURSTABLE_SIZE = /^(?:micro|small|medium)$/;
/** A letter for the use, a generation, letters for the processor: `r7g`, `c8gn`. */
const FAMILY = /^[cmrtx][1-9][0-9]?[a-z]{0,3}$/;

export const nodeTypeUnknown = defineRule<Caches>({
  code: 'cache/node-type-unknown',
  severity: 'warning',
  summary: 'the node type looks like one of ElastiCache',
  why: 'Terraform plans any text, and AWS refuses it during the apply',
  source:
    'ElastiCache User Guide, "Supported node types" (read 2026-11-27): burstable nodes are micro, small and medium, others large and above, those with data tiering xlarge and above',
  examples: {
    good: [stagingCache('nodeType: cache.r9g.48xlarge'), stagingCache('nodeType: cache.t4g.micro')],
    bad: [
      stagingCache('nodeType: cache.t3.large'),
      stagingCache('nodeType: cache.r7g.medium'),
      stagingCache('nodeType: cache.r6g.xlrage'),
      stagingCache('nodeType: cache.r6gd.large'),
      stagingCache('nodeType: cache.redis.large'),
    ],
  },
  check: eachItem<Cache>('caches', ({ nodeType }, at, report, { catalog }) => {
    const { rows } = catalog.elasticacheNodeTypes;
    if (rows.has(nodeType) || looksRight(nodeType, catalog)) return;
    const family = elasticacheFamilyOf(nodeType);
    const siblings = [...rows.keys()].filter((name) => elasticacheFamilyOf(name) === family);
    report({
      at: at('nodeType'),
      message: unknownTo(catalog.elasticacheNodeTypes, nodeType),
      help:
        siblings.length > 0
          ? `of its family there are ${siblings.map((name) => partsOf(name).size).join(', ')}`
          : 'check it with `aws elasticache list-allowed-node-type-modifications`; if it is new, go ahead',
      suggestions: nearWords(nodeType, rows.keys()).map(({ word }) => ({
        message: `did you mean ${word}?`,
        replacement: word,
      })),
    });
  }),
});

/** What is only newer than the catalog has the looks of the others. Of previous generations there is nothing new. */
function looksRight(nodeType: string, { elasticacheFamilies }: Catalog): boolean {
  const { family, size } = partsOf(nodeType);
  const known = elasticacheFamilies.rows.get(elasticacheFamilyOf(nodeType));
  if (known?.generation === 'previous') return true;
  if (known?.hasDataTiering && size === 'large') return false;
  return FAMILY.test(family) && (isBurstable(nodeType) ? BURSTABLE_SIZE : SIZE).test(size);
}
