import { formatDuration } from '../../../compiler/quantity/duration.ts';
import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { removal } from '../../../compiler/rules/suggestions.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

const YEAR = 31_536_000;

export const preloadNeeds = defineRule<Edge>({
  code: 'edge/preload-needs',
  severity: 'warning',
  summary: 'a name that browsers may build in has HTTPS for a year and below it',
  why: 'the list of the browsers takes no others, so that preload would mean nothing',
  source: 'hstspreload.org, "Submission requirements"; unverified: from memory (2026-11-25)',
  examples: {
    good: [web('responseHeaders: {strictTransportSecurity: {preload: true, includeSubdomains: true}}')],
    bad: [
      web('responseHeaders: {strictTransportSecurity: {preload: true}}'),
      web(
        'responseHeaders: {strictTransportSecurity: {preload: true, includeSubdomains: true, maxAge: 30d}}',
      ),
    ],
  },
  check: eachItem<EdgeItem>('edge', ({ responseHeaders }, at, report, { isWritten }) => {
    const header = responseHeaders?.strictTransportSecurity;
    if (!header?.preload || (header.includeSubdomains && header.maxAge >= YEAR)) return;
    const maxAge = formatDuration(header.maxAge);
    const short = at('responseHeaders', 'strictTransportSecurity', 'maxAge');
    const isShort = header.maxAge < YEAR && isWritten(short);
    report({
      at: at('responseHeaders', 'strictTransportSecurity', 'preload'),
      message: `preload stands beside maxAge: ${maxAge} and includeSubdomains: ${header.includeSubdomains}`,
      help: 'write maxAge: 365d and includeSubdomains: true if all names below have HTTPS; or leave out preload',
      suggestions: [removal(at('responseHeaders', 'strictTransportSecurity', 'preload'))],
      related: isShort ? [{ message: 'less than a year', at: { path: short } }] : [],
    });
  }),
});
