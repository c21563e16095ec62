import { describe, expect, it } from 'vitest';
import { renderOverride } from './override.ts';

interface Rendered {
  readonly terraform: unknown;
  readonly provider: { readonly aws: readonly Record<string, unknown>[] };
}

const render = (override: Parameters<typeof renderOverride>[0]) =>
  JSON.parse(renderOverride(override)) as Rendered;

describe('the override file', () => {
  it('puts a local state in place of any backend', () => {
    expect(render({ statePath: '/tmp/x/terraform.tfstate' }).terraform).toEqual({
      backend: { local: { path: '/tmp/x/terraform.tfstate' } },
    });
  });

  it('sends every service to the mock, with keys that no account has', () => {
    const [aws] = render({ statePath: 's', endpoint: 'http://127.0.0.1:5000' }).provider.aws;
    expect(aws).toMatchObject({
      access_key: 'test',
      secret_key: 'test',
      max_retries: 4,
      s3_use_path_style: true,
    });
    const endpoints = aws?.['endpoints'] as Record<string, string>;
    expect(new Set(Object.values(endpoints))).toEqual(new Set(['http://127.0.0.1:5000']));
    expect(Object.keys(endpoints)).toEqual(
      expect.arrayContaining(['rds', 'elasticache', 'autoscaling', 'eks', 'cloudfront', 'sts']),
    );
  });

  it('leaves alone what the tree itself says of the provider', () => {
    const [aws] = render({ statePath: 's', endpoint: 'http://127.0.0.1:5000' }).provider.aws;
    expect(aws).not.toHaveProperty('region');
    expect(aws).not.toHaveProperty('default_tags');
    expect(aws).not.toHaveProperty('allowed_account_ids');
    // With it the provider would not ask which account it is in, and could not refuse a wrong one.
    expect(aws).not.toHaveProperty('skip_requesting_account_id');
  });

  it('covers providers with an alias too', () => {
    const { aws } = render({
      statePath: 's',
      endpoint: 'http://127.0.0.1:5000',
      aliases: ['global'],
    }).provider;
    expect(aws.map(({ alias }) => alias)).toEqual([undefined, 'global']);
    expect(aws[1]).toHaveProperty('endpoints');
  });
});
