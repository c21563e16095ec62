import { fileURLToPath } from 'node:url';
import type { MockAws } from './mock-aws.ts';
import { TerraformRoot } from './terraform.ts';
import type { Tools } from './tools.ts';

export const fixtureFolder = fileURLToPath(new URL('../fixture', import.meta.url));

export type Environment = 'dev' | 'staging' | 'prod';

/** What exists before elastiform comes: network, cluster, node role, frontend bucket. */
export async function applyFixture(
  tools: Tools,
  mock: MockAws,
  environment: Environment,
): Promise<TerraformRoot> {
  const root = await TerraformRoot.initialised({
    tools,
    mock,
    files: fixtureFolder,
    variables: { environment, region: mock.region, dns_hostnames: 'false' },
  });
  try {
    await root.apply();
    return root;
  } catch (error) {
    await root.remove();
    throw error;
  }
}
