import { mkdir, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProviderSource } from './tools.ts';

/**
 * The CLI configuration of one run of Terraform. The AWS provider has 700 MB, so it must exist once: an
 * unpacked mirror is linked into each root by Terraform itself, anything else goes through a plugin cache.
 */
export async function renderCliConfig(source: ProviderSource): Promise<string> {
  const lines = ['disable_checkpoint = true'];
  if (source.kind === 'mirror') {
    // No "direct" beside it: a provider that the mirror lacks is an error, not a download.
    lines.push('provider_installation {', `  filesystem_mirror { path = ${quote(source.folder)} }`, '}');
  }
  if (await needsCache(source)) {
    const cache = join(tmpdir(), 'elastiform-e2e-plugin-cache');
    await mkdir(cache, { recursive: true });
    lines.push(`plugin_cache_dir = ${quote(cache)}`, 'plugin_cache_may_break_dependency_lock_file = true');
  }
  return `${lines.join('\n')}\n`;
}

/** True for the registry and for mirrors of zip files, which every `init` would unpack again. */
export async function needsCache(source: ProviderSource): Promise<boolean> {
  if (source.kind === 'registry') return true;
  const files = await readdir(join(source.folder, 'registry.terraform.io/hashicorp/aws'));
  return files.some((file) => file.endsWith('.zip'));
}

/** Paths on Windows have backslashes, which HCL reads as escapes, just as JSON does. */
function quote(path: string): string {
  return JSON.stringify(path);
}
