/**
 * Where CloudFront can put an origin shield: the regions of its regional edge caches.
 *
 * @source aws-samples/image-optimization@31875ea, lib/origin-shield.ts, which follows "Using Origin Shield" of the
 *   CloudFront developer guide (read 2026-11-25); unverified: me-central-1 is said to have one by now
 */
const SHIELD_REGIONS: readonly string[] = [
  'ap-northeast-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
  'eu-central-1',
  'eu-west-1',
  'eu-west-2',
  'sa-east-1',
  'us-east-1',
  'us-east-2',
  'us-west-2',
];

/** The shield with the lowest latency to a region without one; same source. */
const NEAREST: Readonly<Record<string, string>> = {
  'af-south-1': 'eu-west-1',
  'ap-east-1': 'ap-southeast-1',
  'ca-central-1': 'us-east-1',
  'eu-north-1': 'eu-west-2',
  'eu-south-1': 'eu-central-1',
  'eu-west-3': 'eu-west-2',
  'me-south-1': 'ap-south-1',
  'us-west-1': 'us-west-2',
  // unverified: younger regions, which the source does not name; the nearest on the map.
  'ap-northeast-3': 'ap-northeast-1',
  'ap-south-2': 'ap-south-1',
  'ap-southeast-3': 'ap-southeast-1',
  'ap-southeast-4': 'ap-southeast-2',
  'ca-west-1': 'us-west-2',
  'eu-central-2': 'eu-central-1',
  'eu-south-2': 'eu-west-2',
  'il-central-1': 'eu-central-1',
  'me-central-1': 'ap-south-1',
};

/** @returns undefined for a region that is not known */
export function shieldNearestTo(region: string): string | undefined {
  return hasShield(region) ? region : NEAREST[region];
}

export function hasShield(region: string): boolean {
  return SHIELD_REGIONS.includes(region);
}

export const shieldRegionList = SHIELD_REGIONS.join(', ');
