import { defineRule } from '../../compiler/rules/rule.ts';
import type { SpecPath } from '../../compiler/spec-path.ts';
import type { Model } from '../../components/registry.ts';
import { didYouMean } from '../../util/did-you-mean.ts';
import { ISOLATED, REGIONS } from './regions.ts';

export const regionUnknown = defineRule<Model>({
  code: 'foundation/region-unknown',
  severity: 'warning',
  summary: 'the region is one of AWS',
  why: 'a region that does not exist is found only when nothing answers at its address, after minutes of retries',
  source: 'botocore 1.43.11, data/partitions.json (read 2026-11-27)',
  examples: {
    good: [example('eu-central-1'), example('us-iso-east-1')],
    bad: [example('us-esat-1'), example('eu-west-7'), 'aws: {state: {region: eu-cental-1}}'],
  },
  check({ aws }, report, { isWritten }) {
    const look = (region: string | undefined, at: SpecPath) => {
      if (region === undefined || REGIONS.has(region) || ISOLATED.test(region)) return;
      const [near] = didYouMean(region, REGIONS);
      report({
        at,
        message: `${region} is no region of AWS that is known here`,
        help: 'check it with `aws ec2 describe-regions --all-regions`; if it is new, go ahead',
        ...(near === undefined
          ? {}
          : { suggestions: [{ message: `did you mean ${near}?`, replacement: near }] }),
      });
    };
    look(aws.region, ['aws', 'region']);
    // Where nobody writes it, it is the region above.
    const state = ['aws', 'state', 'region'];
    if (isWritten(state)) look(aws.state?.region, state);
  },
});

/** Alarms tell a topic of their own region. */
function example(region: string): string {
  return `aws: {region: ${region}}
alarms: {notify: ["arn:aws:sns:${region}:123456789012:oncall"], containerInsights: false}`;
}
