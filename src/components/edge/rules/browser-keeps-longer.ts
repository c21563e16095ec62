import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { setting } from '../../../compiler/rules/suggestions.ts';
import { kindsOf } from '../behaviors.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

export const browserKeepsLonger = defineRule<Edge>({
  code: 'edge/browser-keeps-longer',
  severity: 'warning',
  summary: 'browsers keep a file no longer than CloudFront does',
  why: 'what CloudFront keeps can be invalidated, what a browser keeps cannot; a shorter ttl alone changes nothing for somebody who was here before',
  source: 'RFC 9111, section 4.2, freshness; unverified: from memory (2026-11-25)',
  examples: {
    good: [
      web('cache: {html: {ttl: 1m, browserTtl: 1m}}'),
      web('cache: {html: {ttl: 1m}}', 'responseHeaders: {cacheControl: false}'),
      web('cache: {html: {ttl: 10m}}'),
    ],
    bad: [web('cache: {html: {ttl: 1m}}'), web('cache: {images: {browserTtl: 7d}}')],
  },
  check: eachItem<EdgeItem>('edge', (item, at, report, { isWritten }) => {
    if (!item.responseHeaders?.cacheControl) return;
    for (const kind of kindsOf(item)) {
      if (kind.browserTtl === undefined || kind.browserTtl <= kind.ttl) continue;
      const [browser, edge] = [formatDuration(kind.browserTtl), formatDuration(kind.ttl)];
      const [browserTtl, ttl] = [at(...kind.at, 'browserTtl'), at(...kind.at, 'ttl')];
      const isChosen = isWritten(browserTtl);
      report({
        // Where only ttl is written, it is what the person has in mind.
        at: isChosen ? browserTtl : ttl,
        message: `browsers keep ${kind.name} files for ${browser}, CloudFront for ${edge}`,
        help: 'let browsers keep them no longer than CloudFront, or raise ttl',
        suggestions: [setting(browserTtl, edge)],
        related: isChosen ? [{ message: 'how long CloudFront keeps them', at: { path: ttl } }] : [],
      });
    }
  }),
});
