import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProviderSchema } from '../../src/terraform/schema/provider-schema.ts';
import { type RawProviderSchema, trimProvider } from './raw-schema.ts';
import { AWS_TYPES } from './wanted-types.ts';

/** The oldest provider we promise to work with; see `required_providers`. */
const VERSION = '5.100.0';

/**
 * Asks the real provider, through Terraform and a filesystem mirror.
 *
 * @param mirror folder that holds `registry.terraform.io/hashicorp/aws/…`
 * @throws if terraform is not there, the mirror lacks the provider, or a wanted type is unknown to it
 */
export function readAwsSchema(mirror: string, date: string): ProviderSchema {
  const answer = JSON.parse(askTerraform(mirror)) as {
    provider_schemas: Record<string, RawProviderSchema>;
  };
  const raw = answer.provider_schemas['registry.terraform.io/hashicorp/aws'];
  if (raw === undefined) throw new Error('terraform did not answer with the schema of hashicorp/aws');
  const source = 'terraform providers schema -json';
  return { provider: 'hashicorp/aws', version: VERSION, source, date, ...trimProvider(raw, AWS_TYPES) };
}

function askTerraform(mirror: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'elastiform-schema-'));
  try {
    const required = { aws: { source: 'hashicorp/aws', version: VERSION } };
    writeFileSync(
      join(folder, 'main.tf.json'),
      JSON.stringify({ terraform: { required_providers: required } }),
    );
    const config = join(folder, 'terraform.rc');
    // `direct` with everything excluded: a provider missing in the mirror is an error, never a download.
    writeFileSync(
      config,
      `provider_installation {\n  filesystem_mirror { path = ${JSON.stringify(mirror)} }\n  direct { exclude = ["*/*"] }\n}\n`,
    );
    // The caller's own settings (TF_DATA_DIR, a plugin cache, a workspace) must not lead out of the folder.
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('TF_'));
    const env = { ...Object.fromEntries(inherited), TF_CLI_CONFIG_FILE: config, CHECKPOINT_DISABLE: '1' };
    // The full answer is 13.6 MB in 5.100.0.
    const options = { cwd: folder, env, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 } as const;
    execFileSync('terraform', ['init', '-input=false', '-no-color', '-backend=false'], options);
    return execFileSync('terraform', ['providers', 'schema', '-json'], options);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
