import { access, constants, readdir, readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { runCommand } from './run-command.ts';

/** Where `terraform init` gets providers from. */
export type ProviderSource =
  /** A folder named by `ELASTIFORM_TF_MIRROR`, as `terraform providers mirror` makes it. */
  | { readonly kind: 'mirror'; readonly folder: string }
  /** One of the folders in which Terraform looks by itself. */
  | { readonly kind: 'implied'; readonly folder: string }
  /** The public registry: 150 MB once. Only when asked for by `ELASTIFORM_TF_MIRROR=registry`. */
  | { readonly kind: 'registry' };

export interface Tools {
  readonly terraform: string;
  /** The Python that can `import moto`. */
  readonly python: string;
  readonly providers: ProviderSource;
}

/** `reason` is a sentence for the name of a skipped test. */
export type FoundTools =
  | { readonly tools: Tools; readonly reason?: undefined }
  | { readonly tools?: undefined; readonly reason: string };

/** @throws never; what is missing is the reason */
export async function findTools(env: NodeJS.ProcessEnv = process.env): Promise<FoundTools> {
  const terraform = await findOnPath('terraform', env);
  if (!terraform) return { reason: 'terraform is not on PATH' };
  const server = await findOnPath('moto_server', env);
  if (!server) return { reason: "moto_server is not on PATH; pip install 'moto[server]==5.2.1'" };
  const python = await pythonWithMoto(server, env);
  if (!python) return { reason: `no Python with moto and boto3 behind ${server}` };
  const providers = await findProviders(env);
  if ('reason' in providers) return providers;
  return { tools: { terraform, python, providers } };
}

/** Whether `source` can serve a provider, e.g. `hashicorp/kubernetes`; the registry has them all. */
export async function hasProvider(source: ProviderSource, provider: string): Promise<boolean> {
  return source.kind === 'registry' || (await holdsProvider(source.folder, provider));
}

async function findProviders(env: NodeJS.ProcessEnv): Promise<ProviderSource | { readonly reason: string }> {
  const named = env['ELASTIFORM_TF_MIRROR'];
  if (named === 'registry') return { kind: 'registry' };
  if (named) {
    if (await holdsProvider(named, 'hashicorp/aws')) return { kind: 'mirror', folder: named };
    return { reason: `ELASTIFORM_TF_MIRROR=${named} holds no hashicorp/aws` };
  }
  for (const folder of impliedMirrors(env)) {
    if (await holdsProvider(folder, 'hashicorp/aws')) return { kind: 'implied', folder };
  }
  return {
    reason: 'no provider mirror; set ELASTIFORM_TF_MIRROR to one, or to "registry" to download hashicorp/aws',
  };
}

/** @source Terraform 1.11, "Implied Local Mirror Directories"; the one beside the configuration is left out */
function impliedMirrors(env: NodeJS.ProcessEnv): string[] {
  const home = env['HOME'] ?? homedir();
  const data = env['XDG_DATA_HOME'] || join(home, '.local/share');
  const shared = (env['XDG_DATA_DIRS'] || '/usr/local/share:/usr/share').split(':');
  return [
    join(home, '.terraform.d/plugins'),
    join(home, 'Library/Application Support/io.terraform/plugins'),
    ...[data, ...shared].map((folder) => join(folder, 'terraform/plugins')),
  ];
}

async function holdsProvider(folder: string, provider: string): Promise<boolean> {
  return (await entries(join(folder, 'registry.terraform.io', provider))).length > 0;
}

/** The script's first line names its interpreter, unless a version manager (pyenv, asdf) stands in between. */
async function pythonWithMoto(server: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  const firstLine = (await readFile(server, 'utf8')).split('\n', 1)[0] ?? '';
  const interpreter = /^#!\s*(\S*python\S*)/.exec(firstLine)?.[1];
  for (const candidate of [interpreter, 'python3', 'python']) {
    if (!candidate) continue;
    const python = candidate.includes('/') ? candidate : await findOnPath(candidate, env);
    if (!python) continue;
    const { status, stdout } = await runCommand({
      program: python,
      // The real executable, so that a shim is not asked again at every start.
      args: ['-c', 'import moto, boto3, sys; print(sys.executable)'],
      env,
    });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

async function findOnPath(program: string, env: NodeJS.ProcessEnv): Promise<string | undefined> {
  for (const folder of (env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, program);
    if (folder !== '' && (await isExecutable(path))) return path;
  }
  return undefined;
}

async function isExecutable(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false; // absent or not ours to run: the same to us
  }
}

async function entries(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch {
    return []; // no such folder: no entries
  }
}
