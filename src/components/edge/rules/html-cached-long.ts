import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

/** In seconds: twelve times what the guide has. */
const LONG = 3600;

export const htmlCachedLong = defineRule<Edge>({
  code: 'edge/html-cached-long',
  severity: 'warning',
  summary: 'HTML is cached for an hour at most',
  why: 'a page names the scripts of its release: until it is asked for again, a deploy is not seen, and fails where the old scripts are gone',
  source: 'guide, section "Frontend Scaling": HTML max-age=300 (read 2026-11-25)',
  examples: {
    good: [web('cache: {html: {ttl: 1h, browserTtl: 1m}}')],
    bad: [
      web('cache: {html: {ttl: 1d}}'),
      web('cache: {html: {minTtl: 2h, ttl: 2h}}'),
      web('cache: {html: {ttl: 2h, browserTtl: 2h}}'),
    ],
  },
  check: eachItem<EdgeItem>('edge', ({ cache: { html }, responseHeaders }, at, report) => {
    const check = (word: 'ttl' | 'minTtl' | 'browserTtl', who: string, help: string) => {
      if (html[word] <= LONG) return;
      const time = formatDuration(html[word]);
      report({ at: at('cache', 'html', word), message: `${who} HTML for ${time}`, help });
    };
    // Times that are in no order are findings of their own, of edge/ttl-order and edge/browser-keeps-longer.
    const invalidate = 'write less, or invalidate /* after every deploy';
    if (html.minTtl <= LONG) check('ttl', 'CloudFront keeps', invalidate);
    else if (html.minTtl <= html.ttl)
      check('minTtl', 'whatever its header says, CloudFront keeps', invalidate);
    if (responseHeaders?.cacheControl && html.browserTtl <= html.ttl) {
      check('browserTtl', 'browsers keep', 'write less; what a browser keeps cannot be invalidated');
    }
  }),
});
