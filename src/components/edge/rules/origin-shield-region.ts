import { defineRule, eachItem } from '../../../compiler/rules/rule.ts';
import { hasShield, shieldNearestTo, shieldRegionList } from '../origin-shield.ts';
import type { Edge, EdgeItem } from '../schema.ts';
import { web } from './edge-example.ts';

export const originShieldRegion = defineRule<Edge>({
  code: 'edge/origin-shield-region',
  // A region may have got a shield since the table was read, so that this is no error.
  severity: 'warning',
  summary: 'an origin shield is in a region where CloudFront has one',
  why: 'CloudFront refuses other regions, and only when they are applied; of a new region it is not known which shield is near',
  source:
    'CloudFront developer guide, "Using Origin Shield", as in aws-samples/image-optimization@31875ea (read 2026-11-25)',
  examples: {
    good: [
      web('bucketRegion: eu-west-3'),
      web('originShield: {region: eu-west-2}'),
      web('bucketRegion: xx-north-1', 'originShield: false'),
    ],
    bad: [web('originShield: {region: eu-west-3}'), web('bucketRegion: xx-north-1')],
  },
  check: eachItem<EdgeItem>('edge', ({ bucketRegion, originShield }, at, report, { isWritten }) => {
    if (!originShield) return;
    const { region } = originShield;
    if (region === undefined) {
      report({
        at: at('bucketRegion'),
        message: `which origin shield is nearest to ${bucketRegion} is not known, so that there will be none`,
        help: `write originShield: {region: …} with one of ${shieldRegionList}; or originShield: false`,
        related: isWritten(at('bucketRegion'))
          ? []
          : [{ message: 'the region of the bucket follows it', at: { path: ['aws', 'region'] } }],
      });
    } else if (!hasShield(region)) {
      const nearest = shieldNearestTo(region);
      report({
        at: at('originShield', 'region'),
        message: `no origin shield of CloudFront is known in ${region}`,
        help: `write ${nearest === undefined ? `one of ${shieldRegionList}` : `${nearest}, which is near`}; if it has one by now, go ahead`,
        ...(nearest ? { suggestions: [{ message: 'the nearest one', replacement: nearest }] } : {}),
      });
    }
  }),
});
