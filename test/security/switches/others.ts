import { ALL, PROD, type Switch } from './switch.ts';

const CERTIFICATE = {
  aliases: '[app.example.com]',
  certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/12345678-1234-1234-1234-123456789012',
};

export const otherSwitches: readonly Switch[] = [
  {
    key: 'autoScalingGroups.*.metadataHopLimit',
    off: { metadataHopLimit: '2' },
    code: 'auto-scaling-groups/metadata-hop-limit',
    tiers: ALL,
  },
  {
    key: 'nodeGroups.*.launchTemplate.metadataHopLimit',
    off: { launchTemplate: '{metadataHopLimit: 2}' },
    code: 'node-groups/metadata-hop-limit',
    tiers: ALL,
  },
  {
    key: 'nodeGroups.*.launchTemplate',
    off: { launchTemplate: 'false' },
    code: 'node-groups/no-launch-template',
    tiers: ALL,
  },
  {
    key: 'edge.*.responseHeaders',
    off: { responseHeaders: 'false' },
    code: 'edge/no-security-headers',
    tiers: ALL,
  },
  {
    key: 'edge.*.responseHeaders.strictTransportSecurity.maxAge',
    off: { responseHeaders: '{strictTransportSecurity: {maxAge: 0s}}' },
    code: 'edge/no-security-headers',
    tiers: PROD,
  },
  ...['TLSv1.2_2019', 'TLSv1.2_2018'].map((policy) => ({
    key: 'edge.*.minimumTlsVersion',
    beside: CERTIFICATE,
    off: { minimumTlsVersion: policy },
    code: 'edge/old-tls-policy',
    tiers: ALL,
  })),
];
